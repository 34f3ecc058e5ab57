import type { Glyph } from './glyph.ts';
import prototypes from './prototypes.json' with { type: 'json' };
import { shapeDistance } from './shape.ts';

/**
 * Forms further from the mean form of the digit that was read are none of any face: broken or smeared print, joined rules, misread
 * letters. Of genuine pages' digits, 5% lie further; a 1 with and without feet are two forms.
 */
const MOST_DISTANCE = 0.42;
const MOST_DISTANCE_OF_1 = 0.75;
/** Digits other than 1 are this wide, in heights. */
const WIDTHS = [0.36, 1.05] as const;

const forms = new Map(
  Object.entries(prototypes).map(([digit, values]): [string, Float32Array] => [
    digit,
    Float32Array.from(values),
  ]),
);

/** Whether a glyph looks like the digit that it was read as, in whatever face. */
export function isPlausible({ character, shape, left, right, top, bottom }: Glyph): boolean {
  const slimness = (right - left) / (bottom - top);
  if (character.text !== '1' && (slimness < WIDTHS[0] || slimness > WIDTHS[1])) return false;
  const form = forms.get(character.text);
  const most = character.text === '1' ? MOST_DISTANCE_OF_1 : MOST_DISTANCE;
  return form !== undefined && shapeDistance(form, shape) <= most;
}
