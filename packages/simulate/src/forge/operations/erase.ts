import { grow } from '../../picture.ts';
import { chooseUnits } from '../choose.ts';
import { type Eraser, erase } from '../inpaint.ts';
import type { Edit } from './scene.ts';

const WEIGHTS: Record<Eraser, number> = { flat: 0.15, noise: 0.3, diffusion: 0.3, clone: 0.25 };

/** Text made to vanish. */
export const eraseText: Edit = ({ page, ink, units, random, target, parameters }) => {
  const eraser = random.weighted(WEIGHTS);
  // Diffusion alters strokes alone, about half of a box.
  const chosen = chooseUnits(units, eraser === 'diffusion' ? target * 1.6 : target, random);
  const used = new Set<Eraser>();
  const boxes = chosen.map((unit) => {
    const box = grow(unit.box, random.integer(2, 4), page);
    used.add(erase(page, ink, box, eraser, random));
    return box;
  });
  parameters.eraser = [...used].join('+');
  return boxes;
};
