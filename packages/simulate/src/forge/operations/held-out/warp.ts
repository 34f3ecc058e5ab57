/** A. Gustafsson, "Interactive Image Warping" (1993), §4.4.2: the pull of a round brush, here by its backward map. */
import { type Box, clamp, grow, type Picture } from '../../../picture.ts';
import { chooseUnits } from '../../choose.ts';
import type { Edit } from '../scene.ts';

/** Print pulled into another shape where it stands: no pixel comes from elsewhere. */
export const warp: Edit = ({ page, picture, units, random, target, parameters }) => {
  const strength = random.between(0.2, 0.4);
  parameters.strength = strength;
  return chooseUnits(units, target, random, ['amount', 'word', 'line']).flatMap(({ box }) => {
    const pulls = Math.max(1, Math.round(box.width / (box.height * random.between(1.2, 1.8))));
    // Brushes touch but do not overlap: each takes from the page as it was.
    const radius = Math.max(box.height / 2, box.width / pulls / 2);
    return Array.from({ length: pulls }, (_, i) => {
      const angle = random.between(0, 2 * Math.PI);
      return pull(page, picture, {
        x: box.x + ((i + 0.5) * box.width) / pulls,
        y: box.y + box.height / 2,
        radius,
        dx: Math.cos(angle) * strength * radius,
        dy: Math.sin(angle) * strength * radius,
      });
    });
  });
};

interface Pull {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly dx: number;
  readonly dy: number;
}

/** Takes what lies `dx`, `dy` before each pixel, less towards the brush's rim; bilinear. */
function pull(page: Picture, from: Picture, { x: cx, y: cy, radius, dx, dy }: Pull): Box {
  const box = grow({ x: cx, y: cy, width: 0, height: 0 }, radius, page);
  for (let y = box.y; y < box.y + box.height; y++) {
    for (let x = box.x; x < box.x + box.width; x++) {
      const share = ((x - cx) ** 2 + (y - cy) ** 2) / radius ** 2;
      if (share >= 1) continue;
      const weight = (1 - share) ** 2;
      const sx = clamp(x - dx * weight, 0, from.width - 1.001);
      const sy = clamp(y - dy * weight, 0, from.height - 1.001);
      const [left, top] = [Math.floor(sx), Math.floor(sy)];
      const [fx, fy] = [sx - left, sy - top];
      const at = (top * from.width + left) * 3;
      for (let c = 0; c < 3; c++) {
        const upper = from.rgb[at + c]! * (1 - fx) + from.rgb[at + c + 3]! * fx;
        const below = at + c + from.width * 3;
        const lower = from.rgb[below]! * (1 - fx) + from.rgb[below + 3]! * fx;
        page.rgb[(y * page.width + x) * 3 + c] = Math.round(upper * (1 - fy) + lower * fy);
      }
    }
  }
  return box;
}
