import type { SealPatch } from '../types.ts';
import type { Affine } from './affine.ts';
import type { InkMap } from './ink.ts';
import type { PageSeal } from './page-seal.ts';
import { sampled } from './sampled.ts';

/**
 * Draws a seal's ink into a square: the ellipse becomes the inscribed circle (what perspective does beyond that stays), turned not at
 * all; a square seal's sides, turned by at most 45°, become the patch's.
 *
 * @param size side of the patch in pixels
 */
export function rectifySeal({ inked }: PageSeal, size = 320): SealPatch {
  const parted = inked();
  if (!parted) return { size, ink: new Float32Array(size * size), seen: new Uint8Array(size * size) };
  return drawPatch(parted.map, parted.cut.frame, size);
}

function drawPatch(map: InkMap, frame: Affine, size: number): SealPatch {
  const { width, height, ink } = map;
  const patch = { size, ink: new Float32Array(size * size), seen: new Uint8Array(size * size) };
  const { xx, xy, x0, yx, yy, y0 } = frame;
  const step = 2 / size;
  // Where the patch is the smaller, each of its pixels is the mean of what it covers.
  const samples = Math.max(
    1,
    Math.min(4, Math.round(step * Math.max(Math.hypot(xx, yx), Math.hypot(xy, yy)))),
  );
  for (let row = 0, at = 0; row < size; row++) {
    for (let column = 0; column < size; column++, at++) {
      let sum = 0;
      let seen = 0;
      for (let k = 0; k < samples * samples; k++) {
        const u = (column + ((k % samples) + 0.5) / samples) * step - 1;
        const v = (row + (Math.floor(k / samples) + 0.5) / samples) * step - 1;
        const x = xx * u + xy * v + x0;
        const y = yx * u + yy * v + y0;
        if (x < 0 || y < 0 || x > width || y > height) continue;
        seen++;
        sum += sampled(ink, width, height, x, y);
      }
      if (2 * seen < samples * samples) continue;
      patch.seen[at] = 1;
      patch.ink[at] = sum / seen;
    }
  }
  return patch;
}
