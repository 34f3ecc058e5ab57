import type { CodeModules } from '@jianzhen/simulate';
import type { CodeImage } from '../src/index.ts';

/** Modules in a quiet zone. */
const QUIET = 4;

/** A symbol as it is printed, `scale` pixels a module. */
export function sheetOf({ width, height, dark }: CodeModules, scale: number): CodeImage {
  const [w, h] = [(width + 2 * QUIET) * scale, (height + 2 * QUIET) * scale];
  const rgb = new Uint8Array(w * h * 3).fill(255);
  for (let y = 0; y < height * scale; y++)
    for (let x = 0; x < width * scale; x++) {
      if (!dark[Math.floor(y / scale) * width + Math.floor(x / scale)]) continue;
      const i = ((y + QUIET * scale) * w + x + QUIET * scale) * 3;
      rgb.fill(0, i, i + 3);
    }
  return { width: w, height: h, rgb };
}
