import { lengthOf } from '../../length.ts';
import type { Layers } from '../layers.ts';
import { moments, quantiles, regress } from '../statistics.ts';

const ANGLES = 240;
/** Radii between which the rim's outer edge is sought, and samples there. */
const FROM = 0.88;
const TO = 1.1;
const SAMPLES = 64;

/** Edges of strokes and of the rim: a drawn edge is as sharp everywhere; ink frays and bleeds, here more, there less. */
export function edges(layers: Layers): Record<string, number> {
  const { ink, density, away, coloured } = layers;
  const own = steepness(layers, ink, 0.5);
  const bare = new Float32Array(ink.length);
  for (let i = 0; i < bare.length; i++) if (ink[i]! < 0.1 && away[i]! > 2) bare[i] = grey(density, i);
  const dark = quantiles(
    bare.filter((value) => value > 0.3),
    [0.8],
  )[0]!;
  for (let i = 0; i < bare.length; i++) bare[i] = Math.min(1, bare[i]! / dark);
  const other = coloured && dark > 0 ? steepness(layers, bare, 0.5) : null;
  const known = other !== null && other.count > 60;
  return {
    steep: own.mean,
    steepSpread: own.mean > 0 ? own.deviation / own.mean : 0,
    steepOfPrint: known ? Math.log((own.mean + 0.01) / (other.mean + 0.01)) : 0,
    printEdges: known ? 1 : 0,
    ...rim(layers),
  };
}

const grey = (density: Float32Array, i: number): number =>
  0.299 * density[3 * i]! + 0.587 * density[3 * i + 1]! + 0.114 * density[3 * i + 2]!;

/** Steepest change of a field across its level, in shares a pixel. */
function steepness({ width, height }: Layers, field: Float32Array, level: number) {
  const found: number[] = [];
  for (let y = 1; y + 1 < height; y++)
    for (let x = 1; x + 1 < width; x++) {
      const i = y * width + x;
      if (field[i]! <= level) continue;
      const isInner =
        field[i - 1]! > level &&
        field[i + 1]! > level &&
        field[i - width]! > level &&
        field[i + width]! > level;
      if (isInner) continue;
      found.push(lengthOf(field[i + 1]! - field[i - 1]!, field[i + width]! - field[i - width]!) / 2);
    }
  return moments(found);
}

function rim({ ink, width, height, u, v, radius }: Layers): Record<string, number> {
  // The frame's map to pixels, from three pixels' places.
  const at = (i: number) => [u[i]!, v[i]!] as const;
  const [o, right, below] = [at(0), at(1), at(width)];
  const [a, b, c, d] = [right[0] - o[0], below[0] - o[0], right[1] - o[1], below[1] - o[1]];
  const determinant = a * d - b * c;
  const sample = (p: number, q: number): number => {
    const x = ((p - o[0]) * d - (q - o[1]) * b) / determinant;
    const y = ((q - o[1]) * a - (p - o[0]) * c) / determinant;
    const x0 = Math.floor(x);
    const y0 = Math.floor(y);
    if (x0 < 0 || y0 < 0 || x0 + 1 >= width || y0 + 1 >= height) return Number.NaN;
    const fx = x - x0;
    const fy = y - y0;
    const i = y0 * width + x0;
    return (
      (ink[i]! * (1 - fx) + ink[i + 1]! * fx) * (1 - fy) +
      (ink[i + width]! * (1 - fx) + ink[i + width + 1]! * fx) * fy
    );
  };
  const places: number[] = [];
  const widths: number[] = [];
  const peaks: number[] = [];
  const rows: number[][] = [];
  const profile = new Float64Array(SAMPLES);
  let seen = 0;
  for (let k = 0; k < ANGLES; k++) {
    const angle = (2 * Math.PI * k) / ANGLES;
    const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
    let peak = 0;
    for (let n = 0; n < SAMPLES; n++) {
      const r = TO + ((FROM - TO) * n) / (SAMPLES - 1);
      profile[n] = sample(r * sin, r * cos);
      // NaN stays.
      peak = Math.max(peak, profile[n]!);
    }
    if (Number.isNaN(peak)) continue;
    seen++;
    peaks.push(peak);
    if (peak < 0.25) continue;
    const cross = (share: number): number => {
      const n = profile.findIndex((value) => value >= share * peak);
      const before = n === 0 ? 0 : profile[n - 1]!;
      const part = n === 0 ? 0 : (share * peak - before) / Math.max(1e-6, profile[n]! - before);
      return ((n - 1 + part) * (TO - FROM)) / (SAMPLES - 1);
    };
    places.push(cross(0.5));
    widths.push(Math.max(0, cross(0.75) - cross(0.25)) * radius);
    rows.push([
      1,
      sin,
      cos,
      Math.sin(2 * angle),
      Math.cos(2 * angle),
      Math.sin(3 * angle),
      Math.cos(3 * angle),
    ]);
  }
  if (places.length < 40)
    return {
      rimKnown: 0,
      rimRough: 0,
      rimRoughMost: 0,
      rimWidth: 0,
      rimWidthSpread: 0,
      rimBroken: 0,
      rimUneven: 0,
      rimSlow: 0,
      rimQuick: 0,
    };
  const smooth = regress(rows, places);
  const off = places.map(
    (place, k) => (place - rows[k]!.reduce((sum, x, j) => sum + x * smooth[j]!, 0)) * radius,
  );
  const width_ = moments(widths);
  const strength = moments(peaks);
  return {
    rimKnown: 1,
    rimRough: moments(off).deviation,
    rimRoughMost: quantiles(Float32Array.from(off, Math.abs), [0.9])[0]!,
    rimWidth: width_.mean,
    rimWidthSpread: width_.deviation / Math.max(0.2, width_.mean),
    rimBroken: 1 - places.length / Math.max(1, seen),
    rimUneven: strength.deviation,
    ...slowAndQuick(peaks),
  };
}

/** Deviation of the rim's strength over twelfths of a turn, by their medians, and within them, by the middle of its absolute values. */
function slowAndQuick(peaks: readonly number[]): { rimSlow: number; rimQuick: number } {
  const part = ANGLES / 12;
  const middles: number[] = [];
  const rest: number[] = [];
  for (let from = 0; from + part <= peaks.length; from += part) {
    const values = peaks.slice(from, from + part);
    const middle = quantiles(Float32Array.from(values), [0.5])[0]!;
    middles.push(middle);
    for (const value of values) rest.push(Math.abs(value - middle));
  }
  const mean = Math.max(0.1, moments(middles).mean);
  return {
    rimSlow: moments(middles).deviation / mean,
    rimQuick: quantiles(Float32Array.from(rest), [0.5])[0]! / mean,
  };
}
