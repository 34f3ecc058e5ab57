import { maskWhere } from '@jianzhen/raster';
import type { PageSeal } from '../rectify/page-seal.ts';

/** A seal cut out of its page and parted into what covers each pixel; fields are row-major. */
export interface Layers {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
  /** Corner of the cut on the page; the cut is the page's pixels times `scale`. */
  readonly left: number;
  readonly top: number;
  readonly scale: number;
  /** Mean half axis in pixels of the cut. */
  readonly radius: number;
  /** Seal ink, 0–1 of its full strength. */
  readonly ink: Float32Array;
  /** Optical density against the paper, interleaved RGB. */
  readonly density: Float32Array;
  /** Density of black print, where the ink has colour; else 0. */
  readonly print: Float32Array;
  /** Channels by how much the ink absorbs, most first; for grey ink 1, 1, 1. */
  readonly channels: readonly [high: number, middle: number, low: number];
  readonly coloured: boolean;
  /** Place in the seal's frame: the rim's outer edge is the unit circle. */
  readonly u: Float32Array;
  readonly v: Float32Array;
  /** Pixels from the nearest stroke; 0 on strokes. */
  readonly away: Float32Array;
  /** 1 on strokes; 1 well within strokes and free of print; 1 on bare paper. */
  readonly stroke: Uint8Array;
  readonly core: Uint8Array;
  readonly paper: Uint8Array;
}

const STROKE = 0.5;
const BARE = 0.08;
const PRINTED = 0.3;
/** Least difference of absorption between channels that parts ink from print. */
const COLOURED = 0.12;

/** Null where the seal lies beyond the page. */
export function sealLayers({ seal, inked }: PageSeal): Layers | null {
  const parted = inked();
  if (!parted) return null;
  const {
    cut: { picture, frame, left, top, scale },
    density,
    map: { ink },
  } = parted;
  const { width, height, rgb } = picture;
  const count = width * height;
  const stroke = maskWhere(ink, (value) => value > STROKE);
  const away = distances(stroke, width, height);
  const radius = (Math.hypot(frame.xx, frame.yx) + Math.hypot(frame.xy, frame.yy)) / 2;
  const absorbed = [0, 1, 2].map((channel) => meanWhere(stroke, (i) => density[3 * i + channel]!));
  const order = [0, 1, 2].sort((a, b) => absorbed[b]! - absorbed[a]!);
  const [high, middle, low] = order as [number, number, number];
  const most = Math.max(0.02, absorbed[high]!);
  const coloured = seal.colour !== 'grey' && (absorbed[high]! - absorbed[low]!) / most > COLOURED;
  const share = absorbed[low]! / most;
  const print = new Float32Array(count);
  if (coloured)
    for (let i = 0; i < count; i++)
      print[i] = Math.max(0, (density[3 * i + low]! - share * density[3 * i + high]!) / (1 - share));
  const [u, v] = places(width, height, frame);
  const within = eroded(stroke, width, height, radius < 80 ? NEAR : FARTHER);
  const core = maskWhere(within, (value, i) => value === 1 && print[i]! < PRINTED);
  const grey = (i: number) =>
    0.299 * density[3 * i]! + 0.587 * density[3 * i + 1]! + 0.114 * density[3 * i + 2]!;
  const paper = maskWhere(
    ink,
    (value, i) => value < BARE && away[i]! > 2 && print[i]! < 0.06 && grey(i) < 0.08,
  );
  return {
    width,
    height,
    rgb,
    left,
    top,
    scale,
    radius,
    ink,
    density,
    print,
    channels: coloured ? [high, middle, low] : [1, 1, 1],
    coloured,
    u,
    v,
    away,
    stroke,
    core,
    paper,
  };
}

/** Offsets to pixels whose chamfer distance is under 1.5, and under 2.5. */
export const NEAR = offsetsUnder(1.5);
export const FARTHER = offsetsUnder(2.5);

function offsetsUnder(distance: number): readonly (readonly [dx: number, dy: number])[] {
  const found: [number, number][] = [];
  for (let dy = -2; dy <= 2; dy++)
    for (let dx = -2; dx <= 2; dx++) {
      const [least, most] = [Math.min(Math.abs(dx), Math.abs(dy)), Math.max(Math.abs(dx), Math.abs(dy))];
      const length = most - least + least * Math.SQRT2;
      if (length > 0 && length < distance) found.push([dx, dy]);
    }
  return found;
}

/** Set pixels all of whose neighbours at these offsets are set; beyond the picture all are. */
export function eroded(mask: Uint8Array, width: number, height: number, offsets: typeof NEAR): Uint8Array {
  const out = new Uint8Array(mask.length);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      if (mask[i] === 0) continue;
      let inner = 1;
      for (let k = 0; k < offsets.length && inner === 1; k++) {
        const [dx, dy] = offsets[k]!;
        const [u, v] = [x + dx, y + dy];
        if (u >= 0 && v >= 0 && u < width && v < height && mask[v * width + u] === 0) inner = 0;
      }
      out[i] = inner;
    }
  return out;
}

function places(
  width: number,
  height: number,
  { xx, xy, x0, yx, yy, y0 }: { xx: number; xy: number; x0: number; yx: number; yy: number; y0: number },
): [Float32Array, Float32Array] {
  const [u, v] = [new Float32Array(width * height), new Float32Array(width * height)];
  const determinant = xx * yy - xy * yx;
  for (let y = 0, i = 0; y < height; y++) {
    const dy = y + 0.5 - y0;
    for (let x = 0; x < width; x++, i++) {
      const dx = x + 0.5 - x0;
      u[i] = (dx * yy - dy * xy) / determinant;
      v[i] = (dy * xx - dx * yx) / determinant;
    }
  }
  return [u, v];
}

/** Chamfer distance (Borgefors 1986, weights 1 and √2) to the nearest set pixel. */
export function distances(mask: Uint8Array, width: number, height: number): Float32Array {
  // A border that is far from everything spares the tests for edges.
  const line = width + 2;
  const far = new Float32Array(line * (height + 2)).fill(1e6);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) if (mask[y * width + x]) far[(y + 1) * line + x + 1] = 0;
  for (const step of [1, -1]) {
    const row = step * line;
    for (let n = 1; n <= height; n++) {
      let i = step > 0 ? n * line + 1 : (height + 1 - n) * line + width;
      for (let x = 0; x < width; x++, i += step) {
        let best = far[i]!;
        if (best === 0) continue;
        const beside = far[i - step]! + 1;
        const above = far[i - row]! + 1;
        const left = far[i - row - step]! + Math.SQRT2;
        const right = far[i - row + step]! + Math.SQRT2;
        if (beside < best) best = beside;
        if (above < best) best = above;
        if (left < best) best = left;
        if (right < best) best = right;
        far[i] = best;
      }
    }
  }
  const out = new Float32Array(width * height);
  for (let y = 0; y < height; y++)
    out.set(far.subarray((y + 1) * line + 1, (y + 1) * line + 1 + width), y * width);
  return out;
}

export function meanWhere(mask: Uint8Array, value: (i: number) => number): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] === 0) continue;
    sum += value(i);
    count++;
  }
  return count === 0 ? 0 : sum / count;
}
