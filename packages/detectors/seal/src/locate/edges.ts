import type { InkMap } from './maps.ts';

/** Places where ink begins, thinned to one pixel, in the working scale. */
export interface Edges {
  readonly count: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Unit vector into the ink. */
  readonly nx: Float32Array;
  readonly ny: Float32Array;
}

/** Most edge points that are kept of one map, the strongest. */
const MOST = 24_000;

/** Maxima of the gradient across its own direction (Canny 1986), from `least` up, with the place to a fraction of a pixel. */
export function findEdges(map: InkMap, least: number): Edges {
  const { width, height } = map;
  const data = smoothed(map);
  const gx = new Float32Array(data.length);
  const gy = new Float32Array(data.length);
  const magnitude = new Float32Array(data.length);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
      const dx = (data[i + 1]! - data[i - 1]!) / 2;
      const dy = (data[i + width]! - data[i - width]!) / 2;
      gx[i] = dx;
      gy[i] = dy;
      magnitude[i] = Math.sqrt(dx * dx + dy * dy);
    }
  }
  const found: number[] = [];
  for (let y = 2; y < height - 2; y++) {
    for (let x = 2, i = y * width + 2; x < width - 2; x++, i++) {
      const own = magnitude[i]!;
      if (own < least) continue;
      const ax = Math.abs(gx[i]!);
      const ay = Math.abs(gy[i]!);
      const step =
        ax > 2.414 * ay ? 1 : ay > 2.414 * ax ? width : gx[i]! * gy[i]! > 0 ? width + 1 : width - 1;
      if (own > magnitude[i - step]! && own >= magnitude[i + step]!) found.push(i);
    }
  }
  const kept =
    found.length <= MOST ? found : found.sort((a, b) => magnitude[b]! - magnitude[a]!).slice(0, MOST);
  const out = {
    count: kept.length,
    x: new Float32Array(kept.length),
    y: new Float32Array(kept.length),
    nx: new Float32Array(kept.length),
    ny: new Float32Array(kept.length),
  };
  kept.forEach((i, k) => {
    const size = magnitude[i]!;
    const [nx, ny] = [gx[i]! / size, gy[i]! / size];
    const step =
      Math.abs(nx) > 2.414 * Math.abs(ny)
        ? 1
        : Math.abs(ny) > 2.414 * Math.abs(nx)
          ? width
          : nx * ny > 0
            ? width + 1
            : width - 1;
    const [before, after] = [magnitude[i - step]!, magnitude[i + step]!];
    const bend = before + after - 2 * size;
    const shift = bend < -1e-9 ? Math.max(-0.5, Math.min(0.5, (before - after) / (2 * bend))) : 0;
    const [sx, sy] = step === 1 ? [1, 0] : step === width ? [0, 1] : step > width ? [1, 1] : [-1, 1];
    out.x[k] = (i % width) + shift * sx;
    out.y[k] = Math.floor(i / width) + shift * sy;
    out.nx[k] = nx;
    out.ny[k] = ny;
  });
  return out;
}

/** [1 2 1] / 4 along both axes. */
function smoothed({ width, height, data }: InkMap): Float32Array {
  const across = new Float32Array(data.length);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    across[row] = data[row]!;
    across[row + width - 1] = data[row + width - 1]!;
    for (let i = row + 1; i < row + width - 1; i++)
      across[i] = 0.25 * (data[i - 1]! + data[i + 1]!) + 0.5 * data[i]!;
  }
  const out = Float32Array.from(across);
  for (let i = width; i < data.length - width; i++)
    out[i] = 0.25 * (across[i - width]! + across[i + width]!) + 0.5 * across[i]!;
  return out;
}
