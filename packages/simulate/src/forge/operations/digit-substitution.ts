import { type Box, cut, grow, overlaps, union } from '../../picture.ts';
import type { Random } from '../../random.ts';
import { type Care, drawCare } from '../care.ts';
import { roomAround } from '../ink.ts';
import { type Eraser, erase } from '../inpaint.ts';
import { likelyFace } from '../lettering.ts';
import { type Digit, findNumbers } from '../numbers.ts';
import { paperAround } from '../paper.ts';
import { paste } from '../paste.ts';
import { rewrite } from '../rewrite.ts';
import type { Edit, Scene } from './scene.ts';

interface Style {
  readonly care: Care;
  readonly eraser: Eraser;
  readonly matched: boolean;
}

/** A few digits of some numbers replaced: by digits of the same page where some fit, else by drawn ones. */
export const digitSubstitution: Edit = (scene) => {
  const { random, target, parameters } = scene;
  const numbers = findNumbers(scene);
  if (numbers.length === 0) return [];
  const style = drawCare(random);
  const all = numbers.flat();
  const copying = random.chance(0.6);
  // A digit is a small thing: an edit stays near the least area that counts.
  const enough = Math.min(target, scene.page.width * scene.page.height * 0.009);
  const touched: Box[] = [];
  const written: string[] = [];
  let changed = 0;
  for (const number of nearest(numbers, random)) {
    if (changed >= enough) break;
    const count = Math.min(number.length, random.integer(1, 6));
    const start = random.integer(0, number.length - count);
    for (const digit of number.slice(start, start + count)) {
      if (touched.some((box) => overlaps(box, digit.box))) continue;
      const other = copying ? alike(all, digit, random) : null;
      touched.push(other ? transplanted(scene, digit, other, style) : redrawn(scene, digit, style, written));
      changed += 1.3 * digit.box.width * digit.box.height;
    }
  }
  Object.assign(parameters, {
    ...style,
    copied: copying,
    digits: touched.length,
    wording: written.join(''),
  });
  return touched;
};

/** All numbers, those beside a random one first: a forger changes what belongs together. */
function nearest(numbers: readonly Digit[][], random: Random): Digit[][] {
  const first = random.pick(numbers)[0]!.box;
  return numbers
    .map((digits) => {
      const { x, y } = digits[0]!.box;
      return { digits, far: Math.abs(y - first.y) / 4 + Math.abs(x - first.x) * random.between(0.5, 1) };
    })
    .sort((a, b) => a.far - b.far)
    .map(({ digits }) => digits);
}

/** Another digit of the page of this one's size. */
function alike(all: readonly Digit[], old: Digit, random: Random): Digit | null {
  const { box, character } = old;
  const fits = all.filter(
    (other) =>
      Math.abs(other.box.height - box.height) <= Math.max(1, 0.08 * box.height) &&
      Math.abs(other.box.width - box.width) <= Math.max(2, 0.3 * box.width) &&
      other !== old &&
      (character === null || other.character !== character),
  );
  return fits.length === 0 ? null : random.pick(fits);
}

function transplanted(scene: Scene, old: Digit, other: Digit, { care, eraser }: Style): Box {
  const { page, picture, ink, random } = scene;
  const around = roomAround(ink, old.box, 2);
  const here = paperAround(picture, ink, old.box).colour;
  const there = paperAround(picture, ink, other.box).colour;
  const piece = cut(picture, grow(other.box, 1, page));
  erase(page, ink, around, eraser, random);
  const careless = care === 'careless';
  const laid = paste(page, piece, {
    centreX: old.box.x + old.box.width / 2,
    // Digits stand on one line.
    centreY: old.box.y + old.box.height - other.box.height / 2,
    scaleX: 1,
    scaleY: 1,
    angle: 0,
    feather: careless ? 0 : 1.5,
    gain: careless ? [1, 1, 1] : [here[0] / there[0], here[1] / there[1], here[2] / there[2]],
    blend: 'cover',
  });
  return union([laid, around]);
}

function redrawn(
  scene: Scene,
  { box, character, unit, family }: Digit,
  style: Style,
  written: string[],
): Box {
  const { page, ink, random, script } = scene;
  const digit = random.pick([...'023456789'].filter((d) => d !== character));
  written.push(digit);
  const { eraser, matched } = style;
  const bold = ink.sum(unit.box) / (unit.box.width * unit.box.height) > 0.42;
  const face =
    (unit.text === null ? scene.family : undefined) ??
    family ??
    likelyFace(unit.text!, unit.box.width, unit.box.height, bold, script);
  const text = { box, was: character === '1' ? null : '0', wording: digit, eraser, matched, family: face };
  return rewrite(page, ink, text, random);
}
