// A simulated seal's strips with what stands on them.
import {
  codeAsPart,
  layOutSeals,
  linePart,
  type Part,
  pageSeal,
  type RingNetwork,
  type RoundLayout,
  renderPart,
  squareLooks,
  titlePart,
} from '@jianzhen/detector-seal';
import type { RgbImage } from '@jianzhen/raster';
import type { Random, SealTruth } from '@jianzhen/simulate';
import { knownLayout } from './truth.ts';

export interface LabelledStrip {
  readonly kind: 'title' | 'line' | 'code' | 'square';
  readonly text: string;
  readonly width: number;
  /** Ink, hue, red, green and blue, `width` × 48 bytes each; where there is no hue, ink again. */
  readonly planes: Uint8Array;
}

const HEIGHT = 48;
const TAX_NUMBER = /^[0-9A-Z]{15,}$/;
/** Pixels across from which a code's digits can be told. */
const CODE_FROM = 225;
/** Widths of parts for what their heights ask for: about those of the reader's looks. */
const STRETCH = { title: [0.9, 1.15], line: [0.95, 1.2], code: [0.62, 0.85], number: [1.2, 1.6] } as const;

/** Whether a strip bears a code or a tax number. */
export const isNumber = ({ kind, text }: Pick<LabelledStrip, 'kind' | 'text'>): boolean =>
  kind === 'code' || (kind === 'line' && TAX_NUMBER.test(text));

/** What the reader would be given of a seal; nothing where the layout cannot be told. */
export async function stripsOf(
  image: RgbImage,
  seal: SealTruth,
  random: Random,
  ring: RingNetwork,
): Promise<LabelledStrip[]> {
  if (seal.shape === 'square') return squareStrips(image, seal);
  const [laid] = await layOutSeals([pageSeal(image, seal)], ring);
  const found = laid?.layout;
  const known = found && knownLayout(found, seal, random);
  if (!known) return [];
  const { layout, lines } = known;
  const of = (kind: LabelledStrip['kind'], text: string, part: Part, stretch: readonly [number, number]) =>
    labelled(kind, text, layout, part, random.between(...stretch));
  const code = codeAsPart(layout);
  const isWide = 2 * Math.max(seal.ellipse.rx, seal.ellipse.ry) >= CODE_FROM;
  return [
    of('title', seal.title, titlePart(layout), STRETCH.title),
    ...lines.map(({ line, text }) => {
      const stretch = TAX_NUMBER.test(text) ? STRETCH.number : STRETCH.line;
      return of('line', text, linePart(line, layout), stretch);
    }),
    ...(code && seal.code && isWide ? [of('code', seal.code, code, STRETCH.code)] : []),
  ];
}

function labelled(
  kind: LabelledStrip['kind'],
  text: string,
  layout: RoundLayout,
  part: Part,
  stretch: number,
): LabelledStrip {
  const [ink, hue, picture] = (['ink', 'hue', 'picture'] as const).map((way) =>
    renderPart(layout, part, way, stretch),
  );
  const { width } = ink!;
  const planes = new Uint8Array(5 * HEIGHT * width);
  for (let i = 0, size = HEIGHT * width; i < size; i++) {
    planes[i] = ink!.rgb[3 * i]!;
    planes[size + i] = hue!.rgb[3 * i]!;
    for (let c = 0; c < 3; c++) planes[(2 + c) * size + i] = picture!.rgb[3 * i + c]!;
  }
  return { kind, text, width, planes };
}

/** The strip of the grid that parts a square seal's characters; it has one rendering. */
function squareStrips(image: RgbImage, seal: SealTruth): LabelledStrip[] {
  const letters = [...seal.title].length;
  const strip = squareLooks(pageSeal(image, seal), () => 0)?.first.find(
    ({ width }) => width === 46 * letters + 6,
  );
  // Grids that part wrongly have other numbers of cells, 46 columns each.
  if (!strip || strip.width !== 46 * letters + 6) return [];
  const plane = strip.rgb.filter((_, i) => i % 3 === 0);
  const planes = new Uint8Array(5 * plane.length);
  for (let k = 0; k < 5; k++) planes.set(plane, k * plane.length);
  return [{ kind: 'square', text: seal.title, width: strip.width, planes }];
}
