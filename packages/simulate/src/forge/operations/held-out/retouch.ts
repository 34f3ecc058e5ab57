import { type Box, clamp, type Picture } from '../../../picture.ts';
import { chooseUnits } from '../../choose.ts';
import { roomAround } from '../../ink.ts';
import { type Paper, paperAround } from '../../paper.ts';
import type { Edit } from '../scene.ts';

/** Pixels over which the brush loses its strength. */
const SOFT = 4;

/** Print bleached until it is hardly read, or faint print burnt in, by a brush of the light: grain and shapes stay. */
export const retouch: Edit = ({ page, picture, ink, units, random, target, parameters }) => {
  const contrast = random.chance(0.6) ? random.between(0.2, 0.5) : random.between(1.4, 2);
  parameters.contrast = contrast;
  // Strokes alone change, about half of a box.
  return chooseUnits(units, target * 1.6, random).map((unit) => {
    const box = roomAround(ink, unit.box, SOFT);
    brush(page, box, paperAround(picture, ink, box), contrast);
    return box;
  });
};

function brush(page: Picture, box: Box, paper: Paper, contrast: number): void {
  for (let y = 0; y < box.height; y++) {
    for (let x = 0; x < box.width; x++) {
      const inside = 1 + Math.min(x, y, box.width - 1 - x, box.height - 1 - y);
      const factor = 1 + (contrast - 1) * Math.min(1, inside / SOFT);
      const at = ((box.y + y) * page.width + box.x + x) * 3;
      for (let c = 0; c < 3; c++) {
        const blank = paper.at(box.x + x, box.y + y, c);
        page.rgb[at + c] = clamp(Math.round(blank + (page.rgb[at + c]! - blank) * factor), 0, 255);
      }
    }
  }
}
