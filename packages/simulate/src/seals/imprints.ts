import { planSaves, runSaves } from '../forge/saves.ts';
import type { FaceSet } from '../papers/faces.ts';
import { type Colour, cut, type Picture } from '../picture.ts';
import { createRandom, type Random, type Seed } from '../random.ts';
import { drawColour, drawInkColour } from './colours.ts';
import { drawSpec, redraw } from './design.ts';
import { type MadeSeal, makeSeal } from './makers/make.ts';
import { background } from './page/background.ts';
import { after, ofEllipse, scaling, seenBox, turnOf, unitCircleThrough } from './page/geometry.ts';
import type { SealMaker, SealTruth } from './types.ts';
import { drawNearWords, drawWords } from './wording.ts';

/**
 * How two seals that were drawn together differ. Of one drawing: under `other` names, or `near` ones, a few characters apart. `redrawn`: they say the
 * same, but another hand drew the second after the first.
 */
export const TWIN_SORTS = ['other', 'near', 'redrawn'] as const;
export type TwinSort = (typeof TWIN_SORTS)[number];

export interface ImprintSetOptions {
  readonly seed: Seed;
  readonly faces: FaceSet;
  /** Different seals. */
  readonly imprints: number;
  /** Crops of each. */
  readonly perImprint: number;
  /** Seals that are drawn together; 2 unless told: each has a twin. */
  readonly perGroup?: number;
  /** `other` unless told. */
  readonly twins?: TwinSort;
  /** Who made them; program, cutout and signature reader by chance unless told, of `redrawn` ones dies, too. */
  readonly maker?: SealMaker;
}

/** A piece of a page with one copy of a seal on it. */
export interface ImprintCrop {
  readonly file: Uint8Array;
  readonly extension: 'jpg' | 'png';
  readonly width: number;
  readonly height: number;
  readonly seal: SealTruth;
  /** The same for seals that were drawn together. */
  readonly group: string;
  /** What was done to this copy. */
  readonly changes: { readonly recoloured: boolean; readonly covered: boolean; readonly width: number };
}

type Drawn = ReturnType<typeof drawSpec>;

const TWINS: Readonly<Record<TwinSort, (first: Drawn, faces: FaceSet, random: Random) => Drawn>> = {
  other: (first, faces, random) => ({ ...first, words: drawWords(first.kind, faces, random, first.words) }),
  near: (first, faces, random) => ({
    ...first,
    words: drawNearWords(first.kind, faces, random, first.words),
  }),
  redrawn: (first, faces, random) => ({ ...first, design: redraw(first, faces, random) }),
};
/** A drawing comes with its maker; whoever draws one anew has a maker of his own, and what he copies may be a die's. */
const MAKERS: Readonly<Record<'common' | 'own', Readonly<Record<SealMaker, number>>>> = {
  common: { stamp: 0, tool: 0.7, cutout: 0.2, esign: 0.1 },
  own: { stamp: 0.3, tool: 0.5, cutout: 0.2, esign: 0 },
};

/**
 * Copies of seals' pictures on pieces of pages: turned, scaled, recoloured, partly covered, pressed by JPEG. Neighbouring imprints are drawn
 * together, `perGroup` at a time.
 */
export async function* makeImprintSet(options: ImprintSetOptions): AsyncGenerator<ImprintCrop> {
  const { seed, faces, imprints, perImprint, perGroup = 2, twins = 'other' } = options;
  const sharing = twins === 'redrawn' ? 'own' : 'common';
  let first: Drawn | null = null;
  for (let n = 0; n < imprints; n++) {
    const group = Math.floor(n / perGroup);
    const random = createRandom(seed, faces, 'imprint', n);
    const drawn: Drawn =
      n % perGroup === 0 || !first
        ? drawSpec(faces, createRandom(seed, faces, 'template', group))
        : TWINS[twins](first, faces, random);
    if (n % perGroup === 0) first = drawn;
    const template = sharing === 'own' ? `own-${n}` : group;
    const common = createRandom(seed, faces, 'template maker', template);
    const maker = options.maker ?? common.weighted(MAKERS[sharing]);
    const made = await makeSeal({
      spec: { design: drawn.design, words: drawn.words },
      maker,
      colour: drawInkColour(maker, common),
      faint: false,
      seed: `${seed}-${faces}-imprint-${n}`,
      preset: `${seed}-${faces}-template-${template}`,
    });
    for (let copy = 0; copy < perImprint; copy++) {
      const random = createRandom(seed, faces, 'copy', n, copy);
      yield { ...(await cropOf(made, `${seed}-${n}-${copy}`, faces, random)), group: `${seed}-${group}` };
    }
  }
}

async function cropOf(
  made: MadeSeal,
  seed: Seed,
  faces: FaceSet,
  random: Random,
): Promise<Omit<ImprintCrop, 'group'>> {
  const under = await background(`${seed}-${random.integer(0, 40)}`, faces);
  const width = random.between(110, 330);
  const { design } = made.spec;
  const mm = width / design.width;
  const [tall, margin] = [design.height * mm, width * random.between(0.1, 0.4)];
  const room = Math.ceil(Math.hypot(width, tall) + 2 * margin);
  const page = cut(under.picture, {
    x: random.integer(0, Math.max(0, under.picture.width - room)),
    y: random.integer(0, Math.max(0, under.picture.height - room)),
    width: Math.min(room, under.picture.width),
    height: Math.min(room, under.picture.height),
  });
  const turn = random.chance(0.6) ? random.normal() * 8 : random.between(-180, 180);
  const recoloured = random.chance(0.35);
  const family = recoloured ? random.pick(['red', 'red', 'blue', 'purple'] as const) : made.colour;
  const other: Colour | undefined = recoloured ? drawColour(family, made.maker, random) : undefined;
  const spot = { x: page.width / 2, y: page.height / 2, turn, mm };
  made.put(page, spot, random, other);
  const covered = random.chance(0.3);
  if (covered) cover(page, spot, width, random);
  const pipeline = random.pick(['png', 'jpeg-wide', 'double-jpeg', 'forwarded', 'shifted-grid'] as const);
  const plan = planSaves(pipeline, page, random);
  const saved = await runSaves(plan, page, null, []);
  const [left, top] = plan.crop;
  const sx = saved.width / (page.width - left);
  const sy = saved.height / (page.height - top);
  const own = ofEllipse({ cx: spot.x, cy: spot.y, rx: width / 2, ry: tall / 2, angle: turn });
  const forward = scaling(sx, sy, -left * sx, -top * sy);
  const map = after(forward, own);
  const seen = seenBox(design.shape === 'square' ? 'square' : 'round', own, forward, page, saved);
  const { title, subtitle, centreText, code, taxNumber } = made.spec.words;
  return {
    file: saved.file,
    extension: saved.extension,
    width: saved.width,
    height: saved.height,
    seal: {
      box: seen?.box ?? { x: 0, y: 0, width: saved.width, height: saved.height },
      ellipse: unitCircleThrough(map),
      turn: turnOf(map),
      seen: seen?.seen ?? 1,
      design,
      shape: design.shape,
      colour: family,
      title,
      subtitle,
      centre: design.centre,
      centreText,
      code,
      taxNumber,
      origin: made.origin,
      maker: made.maker,
      imprint: made.imprint,
      template: made.template,
      conditions: ['plain'],
    },
    changes: { recoloured, covered, width },
  };
}

/** Something lies over a fifth to a third of it: another paper's edge, or a block of print. */
function cover(page: Picture, { x, y }: { x: number; y: number }, width: number, random: Random): void {
  const angle = random.between(0, 2 * Math.PI);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const from = width * random.between(0.2, 0.34);
  const shade = random.chance(0.7) ? random.integer(225, 252) : random.integer(20, 60);
  for (let v = 0; v < page.height; v++) {
    for (let u = 0; u < page.width; u++) {
      if ((u - x) * cos + (v - y) * sin < from) continue;
      page.rgb.fill(shade, (v * page.width + u) * 3, (v * page.width + u) * 3 + 3);
    }
  }
}
