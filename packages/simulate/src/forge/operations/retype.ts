import { type Box, type Colour, clamp, grow, type Picture, union } from '../../picture.ts';
import type { Random } from '../../random.ts';
import { chooseUnits } from '../choose.ts';
import type { Ink } from '../ink.ts';
import { type Eraser, erase } from '../inpaint.ts';
import { type Lettering, letter, likelyFace, soften } from '../lettering.ts';
import { inkColour, paperAround, paperNoise } from '../paper.ts';
import type { Unit } from '../units.ts';
import { otherWording } from '../wording.ts';
import type { Edit } from './scene.ts';

const ERASERS: Record<Eraser, number> = { flat: 0.25, noise: 0.4, diffusion: 0.15, clone: 0.2 };

/** Text erased and other text drawn in its place, in a like face, size and ink. */
export const retype: Edit = ({ page, picture, ink, units, random, target, parameters }) => {
  const chosen = chooseUnits(plainText(units), target, random, ['amount', 'word', 'line']);
  const eraser = random.weighted(ERASERS);
  const matched = random.chance(0.5);
  parameters.eraser = eraser;
  parameters.matched = matched;
  parameters.wording = '';
  return chosen.map((unit) => {
    const colour = inkColour(picture, ink, unit.box) ?? [40, 40, 40];
    const box = grow(unit.box, random.integer(2, 3), page);
    const wording = otherWording(unit.text, Math.round(unit.box.width / (unit.box.height * 0.72)), random);
    erase(page, ink, box, eraser, random);
    parameters.wording += `${parameters.wording ? ' | ' : ''}${wording}`;
    return union([box, write(page, ink, unit, wording, colour, matched, random)]);
  });
};

/** Units no taller than text: a logo or a hand drawn in the margin is not retyped. */
function plainText(units: readonly Unit[]): Unit[] {
  const heights = units.map((unit) => unit.box.height).sort((a, b) => a - b);
  const usual = heights[heights.length >> 1] ?? 0;
  return units.filter((unit) => unit.box.height <= 1.6 * usual);
}

function write(
  page: Picture,
  ink: Ink,
  unit: Unit,
  wording: string,
  colour: Colour,
  matched: boolean,
  random: Random,
): Box {
  const { box, text } = unit;
  const sample = text ?? wording;
  const density = ink.sum(box) / (box.width * box.height);
  const face = likelyFace(sample, box.width, box.height, density > 0.42);
  let letters = letter(wording, face, (box.width * wording.length) / sample.length, box.height, 0.2);
  if (matched) letters = soften(letters, random.between(0.1, 0.22));
  else if (random.chance(0.3)) letters = soften(letters, random.between(0.04, 0.1));
  const noise = matched ? paperNoise(paperAround(page, ink, box), letters, random) : null;
  const dark = matched ? 1 : random.between(0.85, 1);
  const x = box.x - 1;
  const y = box.y - 1 + random.integer(-1, 1);
  blot(
    page,
    letters,
    x,
    y,
    colour.map((value) => value * dark),
    noise,
  );
  return grow({ x, y, width: letters.width, height: letters.height }, 0, page);
}

function blot(
  page: Picture,
  letters: Lettering,
  left: number,
  top: number,
  colour: readonly number[],
  noise: Float32Array | null,
): void {
  for (let y = 0; y < letters.height; y++) {
    for (let x = 0; x < letters.width; x++) {
      const cover = letters.coverage[y * letters.width + x]!;
      const px = left + x;
      const py = top + y;
      if (cover < 0.01 || px < 0 || py < 0 || px >= page.width || py >= page.height) continue;
      const i = (py * page.width + px) * 3;
      const grain = noise ? noise[y * letters.width + x]! : 0;
      for (let c = 0; c < 3; c++) {
        page.rgb[i + c] = clamp(
          Math.round(page.rgb[i + c]! * (1 - cover) + (colour[c]! + grain) * cover),
          0,
          255,
        );
      }
    }
  }
}
