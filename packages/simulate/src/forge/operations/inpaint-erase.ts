import { type Box, clamp, grow, type Picture } from '../../picture.ts';
import { chooseUnits } from '../choose.ts';
import { fillByExample } from '../exemplar.ts';
import { type Hole, holeOf, offset } from '../hole.ts';
import { roomAround } from '../ink.ts';
import { paperAround, paperNoise } from '../paper.ts';
import { fillByMarching } from '../telea.ts';
import type { Edit, Scene } from './scene.ts';

/** Text made to vanish by an inpainting program: texture laid from patches of blank paper, or marched in from the rim. */
export const inpaintErase: Edit = (scene) => {
  const { units, text, random, target, parameters } = scene;
  const method = random.weighted({ exemplar: 0.6, marching: 0.4 });
  const strokesOnly = random.chance(0.5);
  // Marching leaves no grain; a careful forger adds the paper's.
  const grain = method === 'marching' && random.chance(0.6);
  Object.assign(parameters, { method, strokesOnly, grain });
  const chosen = chooseUnits(units, strokesOnly ? target * 1.5 : target, random);
  return chosen.map((unit) => {
    const box = roomAround(text, unit.box, random.integer(2, 4));
    fill(scene, box, { method, strokes: strokesOnly ? 3 : null, grain });
    return box;
  });
};

interface Inpainting {
  readonly method: 'exemplar' | 'marching';
  /** Strokes alone, widened by so many pixels; null fills the whole box. */
  readonly strokes: number | null;
  readonly grain: boolean;
}

/** Fills the box in place; marching stands in for patches where no blank ones are near. */
function fill({ page, ink, text, random }: Scene, box: Box, how: Inpainting): void {
  const zone = grow(box, Math.round(clamp(box.height * 1.5, 24, 60)), page);
  const hole = holeOf(ink, text, box, zone, how.strokes);
  const paper = paperAround(page, ink, box);
  if (how.method === 'exemplar' && fillByExample(page, ink, hole, random)) return;
  fillByMarching(page, ink, paper, hole);
  if (how.grain) addGrain(page, hole, paperNoise(paper, zone, random));
}

function addGrain(page: Picture, { zone, open }: Hole, grain: Float32Array): void {
  for (let k = 0; k < open.length; k++) {
    if (!open[k]) continue;
    const at = offset(page, zone, k);
    for (let c = 0; c < 3; c++) page.rgb[at + c] = clamp(Math.round(page.rgb[at + c]! + grain[k]!), 0, 255);
  }
}
