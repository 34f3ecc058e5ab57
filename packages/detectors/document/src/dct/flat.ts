import type { Plane } from '@jianzhen/raster';

/**
 * How many 8 × 8 windows are of one value, for each of the 64 grid origins (index 8·y + x). A decoder leaves ringing in
 * every block that print touches, up to the block's border and no farther, so on white paper the former grid has more
 * bare windows than any other origin.
 */
export function countFlatWindows(luma: Plane): Uint32Array {
  const { width, height, data } = luma;
  const counts = new Uint32Array(64);
  const runs = new Int32Array(width);
  for (let y = height - 1; y >= 0; y--) {
    let run = 0;
    for (let x = width - 1; x >= 0; x--) {
      const at = y * width + x;
      run = x < width - 1 && data[at] === data[at + 1] ? run + 1 : 1;
      if (run < 8) runs[x] = 0;
      else if (y < height - 1 && runs[x]! > 0 && data[at] === data[at + width]) runs[x] = runs[x]! + 1;
      else runs[x] = 1;
      if (runs[x]! >= 8) {
        const origin = 8 * (y & 7) + (x & 7);
        counts[origin] = counts[origin]! + 1;
      }
    }
  }
  return counts;
}
