import { drain, pipe } from '../../codec.ts';
import { cut, type Picture } from '../../picture.ts';
import { createRandom } from '../../random.ts';
import { drawDesign } from '../design.ts';
import { layCutout } from './cutout.ts';
import { type MadeSeal, name } from './make.ts';

/** Levels of the darkest channel up to which a pixel is ink, and from which it is paper. */
const INK = 125;
const PAPER = 245;
/** Pixels a millimetre at which the picture is kept, at most. */
const KEPT = 11;
/** Millimetres across: circles and ellipses of the usual sizes. */
const CIRCLE = 42;
const ELLIPSE = 40;
/** Sides of a circle's box differ by less than this. */
const ROUND = 0.06;

/**
 * A seal whose picture is there already, as programs that sign files keep it: its white is let through, and it is laid on by alpha or as a
 * darkening layer. What it says is not known; it is taken for a red one.
 *
 * @param file seeds what is drawn by chance
 */
export async function sealOfPicture(picture: Picture, file: string): Promise<MadeSeal> {
  const inked = withoutMargins(picture);
  const circle = Math.abs(inked.width / inked.height - 1) < ROUND;
  const width = circle ? CIRCLE : ELLIPSE;
  const share = Math.min(1, (KEPT * width) / inked.width);
  const size = [Math.round(inked.width * share), Math.round(inked.height * share)] as const;
  const small = share < 1 ? await drain(pipe(inked).resize(...size, { fit: 'fill' })) : inked;
  const alpha = Float32Array.from({ length: small.width * small.height }, (_, i) =>
    Math.max(0, Math.min(1, (PAPER - darkest(small, i)) / (PAPER - INK))),
  );
  const random = createRandom('seal of a picture', file);
  const design = {
    ...drawDesign(circle ? 'company' : 'oval', 'tuning', random),
    shape: circle ? ('circle' as const) : ('ellipse' as const),
    width,
    height: (width * small.height) / small.width,
  };
  const words = { title: '', subtitle: null, centreText: null, code: null, taxNumber: null };
  const imprint = name([file]);
  return {
    ...{
      spec: { design, words },
      maker: 'esign',
      origin: 'pasted',
      colour: 'red',
      faint: false,
      imprint,
      template: imprint,
    },
    put: (page, { mm, ...spot }, chance) =>
      layCutout(
        page,
        { picture: small, alpha },
        { ...spot, scale: small.width / width / mm, darken: chance.chance(0.5) },
      ),
  };
}

const darkest = ({ rgb }: Picture, i: number): number =>
  Math.min(rgb[3 * i]!, rgb[3 * i + 1]!, rgb[3 * i + 2]!);

function withoutMargins(picture: Picture): Picture {
  const { width, height } = picture;
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (darkest(picture, y * width + x) > (INK + PAPER) / 2) continue;
      [left, top] = [Math.min(left, x), Math.min(top, y)];
      [right, bottom] = [Math.max(right, x + 1), Math.max(bottom, y + 1)];
    }
  return right > left
    ? cut(picture, { x: left, y: top, width: right - left, height: bottom - top })
    : picture;
}
