import { type Box, cut, grow, overlaps } from '../../picture.ts';
import type { Random } from '../../random.ts';
import { type Care, drawCare } from '../care.ts';
import { findGlyphs, type Glyph } from '../glyphs.ts';
import { type Eraser, erase } from '../inpaint.ts';
import { likelyFace } from '../lettering.ts';
import { paperAround } from '../paper.ts';
import { paste } from '../paste.ts';
import { rewrite } from '../rewrite.ts';
import type { Unit } from '../units.ts';
import { plainText } from './retype.ts';
import type { Edit, Scene } from './scene.ts';

interface Style {
  readonly care: Care;
  readonly eraser: Eraser;
  readonly matched: boolean;
}

/** A few digits of one to three numbers replaced: by digits of the same page where some fit, else by drawn ones. */
export const digitSubstitution: Edit = (scene) => {
  const { random, target, parameters, text, units } = scene;
  const numbers = numeric(plainText(units.filter((unit) => unit.kind !== 'block')));
  const glyphs = numbers.map((unit) => findGlyphs(text, unit).filter(digitLike)).filter((g) => g.length > 0);
  if (glyphs.length === 0) return [];
  const style = drawCare(random);
  const all = glyphs.flat();
  const copying = random.chance(0.6);
  // A digit is a small thing: an edit stays near the least area that counts.
  const enough = Math.min(target, scene.page.width * scene.page.height * 0.009);
  const touched: Box[] = [];
  const written: string[] = [];
  let changed = 0;
  for (const number of near(glyphs, random).slice(0, 12)) {
    if (changed >= enough) break;
    const count = Math.min(number.length, random.integer(1, 6));
    const start = random.integer(0, number.length - count);
    for (const glyph of number.slice(start, start + count)) {
      if (touched.some((box) => overlaps(box, glyph.box))) continue;
      const other = copying ? alike(all, glyph, random) : null;
      touched.push(other ? transplanted(scene, glyph, other, style) : redrawn(scene, glyph, style, written));
      changed += glyph.box.width * glyph.box.height;
    }
  }
  Object.assign(parameters, { ...style, copied: copying, glyphs: touched.length, wording: written.join('') });
  return touched;
};

/** Numbers where the text is known; where it is not, short pieces, which on vouchers mostly are numbers. */
function numeric(units: readonly Unit[]): Unit[] {
  const known = units.filter((unit) => unit.text !== null && /\d{2}/.test(unit.text));
  return known.length >= 3 ? known : units.filter((unit) => unit.box.width < 9 * unit.box.height);
}

const digitLike = ({ box, character, unit }: Glyph) =>
  character === null ? unit.text === null || box.width <= 0.95 * box.height : /\d/.test(character);

/** All numbers in random order, those beside the first one before the others: a forger changes what belongs together. */
function near(numbers: readonly Glyph[][], random: Random): Glyph[][] {
  const first = random.pick(numbers)[0]!.box;
  const far = (glyphs: Glyph[]) =>
    Math.abs(glyphs[0]!.box.y - first.y) / 4 + Math.abs(glyphs[0]!.box.x - first.x) * random.between(0.5, 1);
  return numbers
    .map((glyphs) => ({ glyphs, distance: far(glyphs) }))
    .sort((a, b) => a.distance - b.distance)
    .map(({ glyphs }) => glyphs);
}

/** Another character of the page of this one's size, of another kind where kinds are known. */
function alike(all: readonly Glyph[], { box, character }: Glyph, random: Random): Glyph | null {
  const fits = all.filter(
    (other) =>
      Math.abs(other.box.height - box.height) <= Math.max(1, 0.08 * box.height) &&
      Math.abs(other.box.width - box.width) <= Math.max(2, 0.3 * box.width) &&
      (other.box.x !== box.x || other.box.y !== box.y) &&
      (character === null || other.character !== character),
  );
  return fits.length === 0 ? null : random.pick(fits);
}

function transplanted(scene: Scene, old: Glyph, other: Glyph, { care, eraser }: Style): Box {
  const { page, picture, ink, random } = scene;
  const around = grow(old.box, 1, page);
  const here = paperAround(picture, ink, old.box).colour;
  const there = paperAround(picture, ink, other.box).colour;
  const piece = grow(other.box, 1, page);
  erase(page, ink, around, eraser, random);
  const careless = care === 'careless';
  const box = paste(page, cut(picture, piece), {
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
  const x = Math.min(box.x, around.x);
  const y = Math.min(box.y, around.y);
  return {
    x,
    y,
    width: Math.max(box.x + box.width, around.x + around.width) - x,
    height: Math.max(box.y + box.height, around.y + around.height) - y,
  };
}

function redrawn(scene: Scene, { box, character, unit }: Glyph, style: Style, written: string[]): Box {
  const { page, ink, random, script } = scene;
  const digit = random.pick([...'0123456789'].filter((d) => d !== character));
  written.push(digit);
  const density = ink.sum(unit.box) / (unit.box.width * unit.box.height);
  const family = likelyFace(unit.text ?? '0', ...faceSize(unit, box), density > 0.42, script);
  const { eraser, matched } = style;
  // Every digit is as wide as the next: the drawn one takes the height of the old, not its width.
  return rewrite(page, ink, { box, was: '0', wording: digit, eraser, matched, family }, random);
}

const faceSize = (unit: Unit, glyph: Box): [number, number] =>
  unit.text ? [unit.box.width, unit.box.height] : [glyph.width, glyph.height];
