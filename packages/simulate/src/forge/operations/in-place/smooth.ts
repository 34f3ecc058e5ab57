import { drain, pipe } from '../../../codec.ts';
import type { Edit } from '../scene.ts';
import { redo } from './redo.ts';

/** A piece under an editor's brush for blur, specks or sharpness. */
export const smooth: Edit = (scene) => {
  const { random, parameters } = scene;
  const brush = random.weighted({ blur: 0.4, median: 0.2, sharpen: 0.4 });
  const strength = random.between(0.6, 1.4);
  Object.assign(parameters, { brush, strength });
  return redo(scene, (piece) => {
    const picture = pipe(piece);
    if (brush === 'blur') return drain(picture.blur(strength));
    if (brush === 'median') return drain(picture.median(3));
    return drain(picture.sharpen({ sigma: strength, m1: strength, m2: 3 * strength }));
  });
};
