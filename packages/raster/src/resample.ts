import type { PageImage } from './page.ts';
import { type Plane, plane } from './plane.ts';

/**
 * `area`: each output sample is the mean of what it covers; for making smaller.
 * `bilinear`: linear between the two nearest sample centres; for making larger, or for small changes of size.
 */
export type ResampleKernel = 'area' | 'bilinear';

/** RGB pixels, interleaved, 8 bits. */
export type RgbImage = Pick<PageImage, 'width' | 'height' | 'rgb'>;

/** For each output sample of one axis: the first input sample and the weights from there on. */
interface AxisWeights {
  readonly first: Int32Array;
  /** `taps` weights an output sample, summing to 1. */
  readonly weights: Float32Array;
  readonly taps: number;
}

/** @throws RangeError for a size below 1 */
export function resizePlane(
  source: Plane,
  width: number,
  height: number,
  kernel: ResampleKernel = 'area',
): Plane {
  const data = resample(source.data, source.width, source.height, 1, width, height, kernel);
  return plane(width, height, data);
}

/** @throws RangeError for a size below 1 */
export function resizeRgb(
  source: RgbImage,
  width: number,
  height: number,
  kernel: ResampleKernel = 'area',
): RgbImage {
  const samples = resample(source.rgb, source.width, source.height, 3, width, height, kernel);
  const rgb = new Uint8Array(samples.length);
  for (let i = 0; i < rgb.length; i++) rgb[i] = Math.round(samples[i]!);
  return { width, height, rgb };
}

/** The largest size of the same shape whose longer edge is at most `maxEdge`; the size itself where it already is. */
export function fitWithin(width: number, height: number, maxEdge: number): { width: number; height: number } {
  const scale = Math.min(1, maxEdge / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

function resample(
  source: Float32Array | Uint8Array,
  width: number,
  height: number,
  channels: number,
  toWidth: number,
  toHeight: number,
  kernel: ResampleKernel,
): Float32Array<ArrayBuffer> {
  if (!(toWidth >= 1 && toHeight >= 1)) throw new RangeError(`cannot resample to ${toWidth}×${toHeight}`);
  const across = axisWeights(width, toWidth, kernel);
  const down = axisWeights(height, toHeight, kernel);
  const row = new Float32Array(width * channels);
  const result = new Float32Array(toWidth * toHeight * channels);
  for (let y = 0; y < toHeight; y++) {
    row.fill(0);
    for (let tap = 0; tap < down.taps; tap++) {
      const weight = down.weights[y * down.taps + tap]!;
      if (weight === 0) continue;
      const from = (down.first[y]! + tap) * row.length;
      for (let i = 0; i < row.length; i++) row[i] = row[i]! + weight * source[from + i]!;
    }
    shrinkRow(row, channels, across, result, y * toWidth * channels);
  }
  return result;
}

function shrinkRow(
  row: Float32Array,
  channels: number,
  axis: AxisWeights,
  result: Float32Array,
  at: number,
): void {
  const { first, weights, taps } = axis;
  for (let x = 0; x < first.length; x++) {
    for (let channel = 0; channel < channels; channel++, at++) {
      let sum = 0;
      for (let tap = 0, from = first[x]! * channels + channel; tap < taps; tap++, from += channels) {
        const weight = weights[x * taps + tap]!;
        if (weight !== 0) sum += weight * row[from]!;
      }
      result[at] = sum;
    }
  }
}

function axisWeights(from: number, to: number, kernel: ResampleKernel): AxisWeights {
  const scale = from / to;
  const taps = kernel === 'area' ? Math.ceil(scale) + 1 : 2;
  const first = new Int32Array(to);
  const weights = new Float32Array(to * taps);
  for (let i = 0; i < to; i++) {
    if (kernel === 'area') {
      const [start, end] = [i * scale, (i + 1) * scale];
      first[i] = Math.floor(start);
      for (let tap = 0; tap < taps; tap++) {
        const sample = first[i]! + tap;
        const overlap = Math.min(end, sample + 1) - Math.max(start, sample);
        if (overlap > 0 && sample < from) weights[i * taps + tap] = overlap / scale;
      }
    } else {
      const centre = Math.min(from - 1, Math.max(0, (i + 0.5) * scale - 0.5));
      first[i] = Math.floor(centre);
      weights[i * taps] = 1 - (centre - first[i]!);
      weights[i * taps + 1] = centre - first[i]!;
    }
  }
  return { first, weights, taps };
}
