import type { Box } from './components.ts';

/**
 * Clears runs of ink longer than `longest` along rows and columns: ruled lines, table borders, filled bars.
 *
 * @param boxes of the connected components; only a component that long can hold such a run
 */
export function withoutRules(
  ink: Uint8Array,
  width: number,
  boxes: readonly Box[],
  longest: number,
): Uint8Array {
  const out = ink.slice();
  for (const { left, top, right, bottom } of boxes) {
    if (right - left > longest) {
      for (let y = top; y < bottom; y++) {
        let from = -1;
        for (let x = left; x <= right; x++) {
          if (x < right && ink[y * width + x] === 1) {
            if (from < 0) from = x;
          } else if (from >= 0) {
            if (x - from > longest) out.fill(0, y * width + from, y * width + x);
            from = -1;
          }
        }
      }
    }
    if (bottom - top > longest) {
      const run = new Int32Array(right - left);
      for (let y = top; y <= bottom; y++) {
        for (let x = left; x < right; x++) {
          const length = run[x - left]!;
          if (y < bottom && ink[y * width + x] === 1) run[x - left] = length + 1;
          else if (length > 0) {
            if (length > longest) for (let k = y - length; k < y; k++) out[k * width + x] = 0;
            run[x - left] = 0;
          }
        }
      }
    }
  }
  return out;
}
