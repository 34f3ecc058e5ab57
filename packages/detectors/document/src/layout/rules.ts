/** Clears runs of ink longer than `longest` along rows and columns: ruled lines, table borders, filled bars. */
export function withoutRules(ink: Uint8Array, width: number, height: number, longest: number): Uint8Array {
  const out = ink.slice();
  for (let y = 0; y < height; y++) {
    let from = -1;
    for (let x = 0; x <= width; x++) {
      if (x < width && ink[y * width + x] === 1) {
        if (from < 0) from = x;
      } else if (from >= 0) {
        if (x - from > longest) out.fill(0, y * width + from, y * width + x);
        from = -1;
      }
    }
  }
  const run = new Int32Array(width);
  for (let y = 0; y <= height; y++) {
    for (let x = 0; x < width; x++) {
      if (y < height && ink[y * width + x] === 1) run[x]!++;
      else if (run[x] !== 0) {
        if (run[x]! > longest) for (let k = y - run[x]!; k < y; k++) out[k * width + x] = 0;
        run[x] = 0;
      }
    }
  }
  return out;
}
