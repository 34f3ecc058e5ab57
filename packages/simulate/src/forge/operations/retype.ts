import { chooseUnits } from '../choose.ts';
import type { Eraser } from '../inpaint.ts';
import { rewrite } from '../rewrite.ts';
import type { Unit } from '../units.ts';
import { otherWording } from '../wording.ts';
import type { Edit } from './scene.ts';

const ERASERS: Record<Eraser, number> = { flat: 0.25, noise: 0.4, diffusion: 0.15, clone: 0.2 };

/** Text erased and other text drawn in its place, in a like face, size and ink. */
export const retype: Edit = ({ page, ink, script, units, random, target, parameters }) => {
  const chosen = chooseUnits(plainText(units), target, random, ['amount', 'word', 'line']);
  const eraser = random.weighted(ERASERS);
  const matched = random.chance(0.5);
  const wordings = chosen.map(({ text, box }) =>
    otherWording(
      text,
      Math.round(box.width / (box.height * (script === 'latin' ? 0.72 : 1))),
      random,
      script,
    ),
  );
  Object.assign(parameters, { eraser, matched, wording: wordings.join(' | ') });
  return chosen.map(({ box, text }, i) =>
    rewrite(page, ink, { box, was: text, wording: wordings[i]!, eraser, matched, script }, random),
  );
};

/** Units no taller than text: a logo or a hand drawn in the margin is not retyped. */
export function plainText(units: readonly Unit[]): Unit[] {
  const heights = units.map((unit) => unit.box.height).sort((a, b) => a - b);
  const usual = heights[heights.length >> 1] ?? 0;
  return units.filter((unit) => unit.box.height <= 1.6 * usual);
}
