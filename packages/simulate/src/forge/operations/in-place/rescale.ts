import type { Random } from '../../../random.ts';
import { roomAround } from '../../ink.ts';
import type { Edit } from '../scene.ts';
import { relay } from './redo.ts';

/** Print stretched, squeezed or turned a little where it stands. */
export const rescale: Edit = (scene) => {
  const { ink, random, parameters } = scene;
  const [wide, high] = [drawScale(random), drawScale(random)];
  const feather = random.pick([0, 0, 1.5]);
  Object.assign(parameters, { wide, high, feather });
  return relay(scene, ['amount', 'word', 'line'], ({ box }) => {
    const room = roomAround(ink, box, 6);
    return {
      scaleX: Math.min(wide, room.width / box.width),
      scaleY: Math.min(high, room.height / box.height),
      angle: box.width < 4 * box.height ? random.between(-3, 3) : random.between(-0.4, 0.4),
      feather,
    };
  });
};

/** Far enough from 1 to be a change. */
const drawScale = (random: Random): number =>
  random.chance(0.5) ? random.between(0.8, 0.95) : random.between(1.05, 1.25);
