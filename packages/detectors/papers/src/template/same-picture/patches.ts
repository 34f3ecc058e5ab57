import type { PagePicture } from '../types.ts';

/** Pixels of a patch, and ink that it must hold on either page to be compared. */
const PATCH = 12;
const LEAST_INK = 60;

interface Levels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** How the small pictures of two aligned pages agree in patches with ink: median and lower quartile of correlation, and that of their red. */
export function correlations(
  a: PagePicture,
  b: PagePicture,
  toSecond: (x: number, y: number) => { x: number; y: number },
): { ink: number; inkLow: number; red: number } {
  const ink = patches(
    { width: a.width, height: a.height, data: a.ink },
    { width: b.width, height: b.height, data: b.ink },
    toSecond,
  ).sort((x, y) => x - y);
  const half = (picture: PagePicture): Levels => ({
    width: Math.round(picture.width / 2),
    height: Math.round(picture.height / 2),
    data: picture.red,
  });
  const red = patches(half(a), half(b), toSecond).sort((x, y) => x - y);
  const at = (values: number[], share: number) => values[Math.floor(share * values.length)] ?? 0;
  return { ink: at(ink, 0.5), inkLow: at(ink, 0.25), red: at(red, 0.5) };
}

/** Correlation of each patch with the other page's, the best of nine shifts by a pixel. */
function patches(
  a: Levels,
  b: Levels,
  toSecond: (x: number, y: number) => { x: number; y: number },
): number[] {
  const [unitA, unitB] = [Math.max(a.width, a.height), Math.max(b.width, b.height)];
  const out: number[] = [];
  for (let top = 0; top + PATCH <= a.height; top += PATCH)
    for (let left = 0; left + PATCH <= a.width; left += PATCH) {
      const own = new Float32Array(PATCH * PATCH);
      const places: { x: number; y: number }[] = [];
      for (let i = 0; i < own.length; i++) {
        const [x, y] = [left + (i % PATCH), top + Math.floor(i / PATCH)];
        own[i] = a.data[y * a.width + x]!;
        const at = toSecond((x + 0.5) / unitA, (y + 0.5) / unitA);
        places.push({ x: at.x * unitB - 0.5, y: at.y * unitB - 0.5 });
      }
      let [best, inked] = [-1, sum(own)];
      for (let dy = -1; dy <= 1; dy++)
        for (let dx = -1; dx <= 1; dx++) {
          const other = Float32Array.from(places, ({ x, y }) => sample(b, x + dx, y + dy));
          if (dx === 0 && dy === 0) inked = Math.max(inked, sum(other));
          best = Math.max(best, correlation(own, other));
        }
      if (inked >= LEAST_INK) out.push(best);
    }
  return out;
}

const sum = (values: Float32Array): number => values.reduce((total, value) => total + value, 0);

/** Bilinear; 0 beyond the edges. */
function sample({ width, height, data }: Levels, x: number, y: number): number {
  const [x0, y0] = [Math.floor(x), Math.floor(y)];
  if (x0 < 0 || y0 < 0 || x0 + 1 >= width || y0 + 1 >= height) return 0;
  const [fx, fy] = [x - x0, y - y0];
  const at = y0 * width + x0;
  const top = data[at]! * (1 - fx) + data[at + 1]! * fx;
  const bottom = data[at + width]! * (1 - fx) + data[at + width + 1]! * fx;
  return top * (1 - fy) + bottom * fy;
}

/** Pearson's; 0 where one side is flat. */
function correlation(a: Float32Array, b: Float32Array): number {
  const [meanA, meanB] = [sum(a) / a.length, sum(b) / b.length];
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i]! - meanA, b[i]! - meanB];
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  return aa * bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
}
