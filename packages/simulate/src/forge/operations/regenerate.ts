import { type Box, clamp, grow, type Picture, union } from '../../picture.ts';
import type { Random } from '../../random.ts';
import { chooseUnits } from '../choose.ts';
import { fullInk, letter, likelyFace, settingOf, soften } from '../lettering.ts';
import { inkColour, type Paper, paperAround, paperNoise } from '../paper.ts';
import { blot } from '../rewrite.ts';
import type { Unit } from '../units.ts';
import { otherWording } from '../wording.ts';
import { plainText } from './retype.ts';
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
    const box = grow(unit.box, random.integer(3, 8), page);
    const paper = paperAround(picture, ink, box);
    ground === 'denoised' ? denoise(page, scene, box, paper) : lay(page, box, paper, ground, random);
    const members = unit.kind === 'block' ? rowsWithin(lines, box) : [unit];
    return union([box, ...members.map((line) => setAnew(scene, line, paper, ground, softness, wordings))]);
  });
  Object.assign(parameters, { ground, softness, wording: wordings.join(' | ') });
  return touched;
};

const rowsWithin = (lines: readonly Unit[], box: Box): Unit[] =>
  lines.filter(
    (line) =>
      line.kind === 'line' &&
      line.box.x >= box.x &&
      line.box.y >= box.y &&
      line.box.x + line.box.width <= box.x + box.width &&
      line.box.y + line.box.height <= box.y + box.height,
  );

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

function setAnew(
  scene: Scene,
  { box, text }: Unit,
  paper: Paper,
  ground: Ground,
  softness: number,
  wordings: string[],
): Box {
  const { page, picture, ink, random, script } = scene;
  const characters = Math.round(box.width / (box.height * (script === 'latin' ? 0.72 : 1)));
  const wording = text && random.chance(0.4) ? text : otherWording(text, characters, random, script);
  wordings.push(wording);
  const density = ink.sum(box) / (box.width * box.height);
  const family = likelyFace(text ?? wording, box.width, box.height, density > 0.42, script);
  const letters = fullInk(
    soften(letter(wording, settingOf(text ?? wording, family, box.width, box.height)), softness),
  );
  const [r, g, b] = inkColour(picture, ink, box) ?? [40, 40, 40];
  const left = box.x + letters.left;
  const top = box.y + letters.top;
  blot(
    page,
    letters,
    left,
    top,
    [r, g, b],
    ground === 'textured' ? paperNoise(paper, letters, random) : null,
  );
  return grow({ x: left, y: top, width: letters.width, height: letters.height }, 0, page);
}
