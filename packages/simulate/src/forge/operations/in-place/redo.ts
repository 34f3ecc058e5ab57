import { type Box, cut, grow, type Picture, union } from '../../../picture.ts';
import { chooseUnits } from '../../choose.ts';
import { erase } from '../../inpaint.ts';
import { type Placement, paste } from '../../paste.ts';
import type { Unit } from '../../units.ts';
import type { Scene } from '../scene.ts';

export type Kinds = readonly Unit['kind'][];

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

/** Takes pieces off the page and lays them back turned or at another size. */
export function relay(
  { page, picture, ink, units, random, target }: Scene,
  kinds: Kinds,
  placement: (unit: Unit) => Pick<Placement, 'scaleX' | 'scaleY' | 'angle' | 'feather'>,
): Box[] {
  return chooseUnits(units, target, random, kinds).map((unit) => {
    const box = grow(unit.box, 2, picture);
    erase(page, ink, box, random.pick(['noise', 'clone', 'flat']), random);
    return union([box, paste(page, cut(picture, box), { ...laidBack(box), ...placement(unit) })]);
  });
}

const laidBack = (box: Box): Placement => ({
  centreX: box.x + box.width / 2,
  centreY: box.y + box.height / 2,
  scaleX: 1,
  scaleY: 1,
  angle: 0,
  feather: 0,
  gain: [1, 1, 1],
  blend: 'cover',
});
