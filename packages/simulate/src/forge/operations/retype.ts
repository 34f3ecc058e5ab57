import { chooseUnits } from '../choose.ts';
import { findGlyphs } from '../glyphs.ts';
import type { Eraser } from '../inpaint.ts';
import { rewrite } from '../rewrite.ts';
import { plainText, type Unit } from '../units.ts';
import { otherWording } from '../wording.ts';
import type { Edit, Scene } from './scene.ts';

const ERASERS: Record<Eraser, number> = { flat: 0.25, noise: 0.4, diffusion: 0.15, clone: 0.2 };

/** Text erased and other text drawn in its place, in a like face, size and ink. */
export const retype: Edit = (scene) => {
  const { page, ink, script, units, random, target, parameters } = scene;
  const chosen = chooseUnits(plainText(units), target, random, ['amount', 'word', 'line']);
  const eraser = random.weighted(ERASERS);
  const matched = random.chance(0.5);
  const wordings = chosen.map((unit) => newWording(scene, unit));
  Object.assign(parameters, { eraser, matched, wording: wordings.join(' | ') });
  return chosen.map(({ box, text }, i) => {
    const own = text === null && scene.family ? { family: scene.family } : {};
    return rewrite(
      page,
      ink,
      { box, was: text, wording: wordings[i]!, eraser, matched, script, ...own },
      random,
    );
  });
};

/** Unread Chinese is square; what is slimmer is figures, and figures take its place. */
function newWording({ text: ink, script, random }: Scene, unit: Unit): string {
  const { text, box } = unit;
  if (script === 'latin') return otherWording(text, Math.round(box.width / (box.height * 0.72)), random);
  const glyphs = findGlyphs(ink, unit);
  const slim = glyphs.filter((glyph) => glyph.box.width < 0.72 * glyph.box.height).length;
  const figures = text === null && slim >= 3 && slim > 0.7 * glyphs.length;
  const characters = Math.round(box.width / box.height);
  return otherWording(figures ? `${'8'.repeat(slim - 2)}.88` : text, characters, random, script);
}
