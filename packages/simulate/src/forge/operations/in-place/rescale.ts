import { cut, grow, union } from '../../../picture.ts';
import type { Random } from '../../../random.ts';
import { chooseUnits } from '../../choose.ts';
import { roomAround } from '../../ink.ts';
import { erase } from '../../inpaint.ts';
import { paste } from '../../paste.ts';
import type { Edit } from '../scene.ts';
import { laidBack } from './redo.ts';

/** Print stretched, squeezed or turned a little where it stands. */
export const rescale: Edit = ({ page, picture, ink, units, random, target, parameters }) => {
  const [wide, high] = [drawScale(random), drawScale(random)];
  const feather = random.pick([0, 0, 1.5]);
  Object.assign(parameters, { wide, high, feather });
  return chooseUnits(units, target, random, ['amount', 'word', 'line']).map(({ box }) => {
    const piece = grow(box, 2, picture);
    erase(page, ink, piece, random.pick(['noise', 'clone', 'flat']), random);
    const room = roomAround(ink, box, 6);
    const laid = paste(page, cut(picture, piece), {
      ...laidBack(piece),
      scaleX: Math.min(wide, room.width / box.width),
      scaleY: Math.min(high, room.height / box.height),
      angle: box.width < 4 * box.height ? random.between(-3, 3) : random.between(-0.4, 0.4),
      feather,
    });
    return union([piece, laid]);
  });
};

/** Far enough from 1 to be a change. */
const drawScale = (random: Random): number =>
  random.chance(0.5) ? random.between(0.8, 0.95) : random.between(1.05, 1.25);
