import { type Box, cut, grow, type Picture } from '../../../picture.ts';
import { chooseUnits } from '../../choose.ts';
import { type Placement, paste } from '../../paste.ts';
import type { Scene } from '../scene.ts';

/** Pixels whose edge is soft where a piece is laid back. */
const FEATHERS = [0, 0, 1.5, 3];

/** Takes pieces of the page through `process`, which keeps their size, and lays them back where they were. */
export async function redo(
  { page, picture, units, random, target, parameters }: Scene,
  process: (piece: Picture) => Promise<Picture>,
): Promise<Box[]> {
  const feather = random.pick(FEATHERS);
  parameters.feather = feather;
  const touched: Box[] = [];
  // Blank paper between strokes hardly changes.
  for (const unit of chooseUnits(units, target * 1.6, random)) {
    const box = grow(unit.box, random.integer(2, 6), picture);
    touched.push(paste(page, await process(cut(picture, box)), { ...laidBack(box), feather }));
  }
  return touched;
}

/** A piece where it was, as it was. */
export const laidBack = (box: Box): Placement => ({
  centreX: box.x + box.width / 2,
  centreY: box.y + box.height / 2,
  scaleX: 1,
  scaleY: 1,
  angle: 0,
  feather: 0,
  gain: [1, 1, 1],
  blend: 'cover',
});
