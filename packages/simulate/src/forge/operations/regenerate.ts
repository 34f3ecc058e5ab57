import { type Box, clamp, grow, overlaps, type Picture, union } from '../../picture.ts';
import type { Random } from '../../random.ts';
import { chooseUnits } from '../choose.ts';
import { roomAround } from '../ink.ts';
import { fullInk, type Lettering, letter, likelyFace, settingOf, soften } from '../lettering.ts';
import { inkColour, type Paper, paperAround, paperNoise } from '../paper.ts';
import { blot } from '../rewrite.ts';
import { plainText, type Unit } from '../units.ts';
import { otherWording } from '../wording.ts';
import type { Edit, Scene } from './scene.ts';

type Ground = 'smooth' | 'denoised' | 'textured';

/** A line or a block made anew as a whole: paper without its grain, or with grain like it, and the text set again. */
export const regenerate: Edit = (scene) => {
  const { page, picture, ink, units, random, target, parameters } = scene;
  const ground: Ground = random.weighted({ smooth: 0.3, denoised: 0.35, textured: 0.35 });
  const softness = random.between(0.08, 0.22);
  const lines = plainText(units).filter((unit) => unit.kind !== 'block');
  const chosen = chooseUnits([...lines, ...units.filter((unit) => unit.kind === 'block')], target, random, [
    'line',
    'block',
  ]);
  const wordings: string[] = [];
  const touched = chosen.map((unit) => {
    const box = roomAround(ink, unit.box, random.integer(2, 8));
    const paper = paperAround(picture, ink, box);
    ground === 'denoised' ? denoise(page, scene, box, paper) : lay(page, box, paper, ground, random);
    const members = unit.kind === 'block' ? rowsWithin(scene, lines, unit) : [unit];
    return union([box, ...members.map((line) => setAnew(scene, line, paper, ground, softness, wordings))]);
  });
  Object.assign(parameters, { ground, softness, wording: wordings.join(' | ') });
  return touched;
};

/** The block's lines where their words are known and no ink is left over; else the block as one picture. */
function rowsWithin({ ink }: Scene, lines: readonly Unit[], block: Unit): Unit[] {
  const { x, y, width, height } = block.box;
  const within = lines
    .filter(({ text, box }) => {
      const inside =
        box.x >= x && box.y >= y && box.x + box.width <= x + width && box.y + box.height <= y + height;
      return inside && text !== null;
    })
    .sort((a, b) => b.box.width - a.box.width);
  const rows: Unit[] = [];
  for (const line of within) if (!rows.some((row) => overlaps(row.box, line.box))) rows.push(line);
  const covered = rows.reduce((sum, row) => sum + ink.sum(row.box), 0);
  return covered > 0.9 * ink.sum(block.box) ? rows : [block];
}

/** The paper's plane, bare or with grain of its kind. */
function lay(page: Picture, box: Box, paper: Paper, ground: Ground, random: Random): void {
  const grain = ground === 'textured' ? paperNoise(paper, box, random) : null;
  for (let y = 0; y < box.height; y++) {
    for (let x = 0; x < box.width; x++) {
      const at = ((box.y + y) * page.width + box.x + x) * 3;
      for (let c = 0; c < 3; c++) {
        const value = paper.at(box.x + x, box.y + y, c) + (grain ? grain[y * box.width + x]! : 0);
        page.rgb[at + c] = clamp(Math.round(value), 0, 255);
      }
    }
  }
}

const REACH = 3;

/** Broad light kept and grain lost, as pictures come out of a generator: means of the blank paper about each pixel. */
function denoise(page: Picture, { picture, ink }: Scene, box: Box, paper: Paper): void {
  for (let y = box.y; y < box.y + box.height; y++) {
    for (let x = box.x; x < box.x + box.width; x++) {
      const sum = [0, 0, 0];
      let count = 0;
      const near = grow({ x, y, width: 1, height: 1 }, REACH, picture);
      for (let v = near.y; v < near.y + near.height; v++) {
        for (let u = near.x; u < near.x + near.width; u++) {
          if (ink.near(u, v, 1)) continue;
          count++;
          const i = (v * picture.width + u) * 3;
          for (let c = 0; c < 3; c++) sum[c]! += picture.rgb[i + c]!;
        }
      }
      const at = (y * page.width + x) * 3;
      // The plane holds the mean where little paper is seen between strokes.
      for (let c = 0; c < 3; c++)
        page.rgb[at + c] = clamp(Math.round((sum[c]! + 6 * paper.at(x, y, c)) / (count + 6)), 0, 255);
    }
  }
}

/** The line set again: with its old words or others where they are known, else in the shapes of its own ink. */
function setAnew(
  scene: Scene,
  { box, text }: Unit,
  paper: Paper,
  ground: Ground,
  softness: number,
  wordings: string[],
): Box {
  const { page, picture, ink, random, script } = scene;
  const [r, g, b] = inkColour(picture, ink, box) ?? [40, 40, 40];
  let letters: Lettering;
  if (text === null) letters = ownLetters(scene, box, paper, g);
  else {
    const wording = random.chance(0.4) ? text : otherWording(text, text.length, random, script);
    wordings.push(wording);
    const bold = ink.sum(box) / (box.width * box.height) > 0.42;
    const family = likelyFace(text, box.width, box.height, bold, script);
    letters = fullInk(soften(letter(wording, settingOf(text, family, box.width, box.height)), softness));
  }
  const left = box.x + letters.left;
  const top = box.y + letters.top;
  const grain = ground === 'textured' ? paperNoise(paper, letters, random) : null;
  blot(page, letters, left, top, [r, g, b], grain);
  return grow({ x: left, y: top, width: letters.width, height: letters.height }, 0, page);
}

/** How much of each pixel the old ink covered, evened out as a generator evens letters out. */
function ownLetters({ picture, random }: Scene, box: Box, paper: Paper, dark: number): Lettering {
  const { x: left, y: top, width, height } = grow(box, 1, picture);
  const light = paper.colour[1];
  const coverage = new Float32Array(width * height);
  for (let k = 0; k < coverage.length; k++) {
    const at = ((top + Math.floor(k / width)) * picture.width + left + (k % width)) * 3 + 1;
    coverage[k] = clamp((light - picture.rgb[at]!) / Math.max(24, light - dark), 0, 1);
  }
  const even = soften({ width, height, left: left - box.x, top: top - box.y, coverage }, 0.2);
  const steep = random.between(1.2, 2.2);
  return { ...even, coverage: even.coverage.map((value) => clamp((value - 0.5) * steep + 0.5, 0, 1)) };
}
