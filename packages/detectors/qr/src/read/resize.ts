import { fitWithin, resizePlane } from '@jianzhen/raster';
import { mapQuad, type Quad } from './geometry.ts';
import type { Gray } from './gray.ts';

/** Made smaller by a whole factor: each pixel the mean of a square. What does not fill a square falls away. */
export function shrink({ width, height, data }: Gray, factor: number): Gray {
  const w = Math.floor(width / factor);
  const h = Math.floor(height / factor);
  const out = new Uint8Array(w * h);
  const sums = new Uint32Array(w);
  for (let y = 0; y < h; y++) {
    sums.fill(0);
    for (let dy = 0; dy < factor; dy++) {
      let i = (y * factor + dy) * width;
      for (let x = 0; x < w; x++) for (let dx = 0; dx < factor; dx++) sums[x]! += data[i++]!;
    }
    for (let x = 0; x < w; x++) out[y * w + x] = sums[x]! / (factor * factor);
  }
  return { width: w, height: h, data: out };
}

/** Made larger by a whole factor, linear between the middles of pixels. */
export function enlarge({ width, height, data }: Gray, factor: number): Gray {
  const [w, h] = [width * factor, height * factor];
  const out = new Uint8Array(w * h);
  const at = (i: number, length: number) => {
    const place = Math.max(0, Math.min(length - 1, (i + 0.5) / factor - 0.5));
    const low = Math.min(length - 1, Math.floor(place));
    return { low, high: Math.min(length - 1, low + 1), share: place - low };
  };
  const columns = Array.from({ length: w }, (_, x) => at(x, width));
  for (let y = 0; y < h; y++) {
    const row = at(y, height);
    const [top, bottom] = [row.low * width, row.high * width];
    for (let x = 0; x < w; x++) {
      const { low, high, share } = columns[x]!;
      const a = data[top + low]! * (1 - share) + data[top + high]! * share;
      const b = data[bottom + low]! * (1 - share) + data[bottom + high]! * share;
      out[y * w + x] = a * (1 - row.share) + b * row.share + 0.5;
    }
  }
  return { width: w, height: h, data: out };
}

/** The same picture at several sizes: `scale` pixels of the original a pixel. */
export interface Level {
  readonly image: Gray;
  readonly scale: number;
}

/** Corners on a level as corners on the original. */
export const onOriginal = (quad: Quad, { scale }: Pick<Level, 'scale'>): Quad =>
  mapQuad(quad, ([x, y]) => [x * scale, y * scale]);

/** Halved and halved again, down to the least edge that still shows a code. */
export function pyramid(level: Level, levels: number, least = 120): Level[] {
  const out = [level];
  while (out.length < levels) {
    const { image, scale } = out.at(-1)!;
    if (Math.min(image.width, image.height) < 2 * least) break;
    out.push({ image: shrink(image, 2), scale: 2 * scale });
  }
  return out;
}

/** Made smaller by any factor, so that the longer edge is at most `edge`. */
export function fitted({ image, scale }: Level, edge: number): Level {
  const { width, height } = fitWithin(image.width, image.height, edge);
  if (width === image.width) return { image, scale };
  const { data } = resizePlane({ ...image, data: Float32Array.from(image.data) }, width, height);
  return {
    image: { width, height, data: Uint8Array.from(data, Math.round) },
    scale: (scale * image.width) / width,
  };
}
