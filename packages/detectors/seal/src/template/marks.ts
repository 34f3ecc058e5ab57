import { PARTS, type Part } from './geometry.ts';

/** Places read off a geometry's profiles, by name; in shares of the radius, of a turn for the pitch. NaN where there is none. */
export type Marks = Readonly<Record<string, number>>;

/** Values of one profile. */
function partOf(geometry: Float32Array, wanted: Part): Float32Array {
  let from = 0;
  for (const [name, count] of Object.entries(PARTS) as [Part, number][]) {
    if (name === wanted) return geometry.subarray(from, from + count);
    from += count;
  }
  throw new RangeError(wanted);
}

/** Rim, lettering, star, lower lines and pitch, measured to a fraction of a ring. */
export function marksOf(geometry: Float32Array): Marks {
  const common = partOf(geometry, 'common');
  const varying = partOf(geometry, 'varying');
  const star = partOf(geometry, 'star');
  const across = partOf(geometry, 'across');
  const pitch = partOf(geometry, 'pitch');
  const ring = 1 / 100;
  const rim = run(common, common.length - 1, -1, 0.8 * common.length, 0.5);
  const line = rim
    ? run(common, Math.floor(rim.end) - 1, -1, 0.8 * common.length, 0.5, 0.3 * rim.most)
    : null;
  const band = run(varying, Math.floor(0.93 * varying.length), -1, 0.45 * varying.length, 0.55);
  const points = run(star, star.length - 1, -1, 0, 0.3);
  const lower = run(across, across.length - 1, -1, Math.round(0.35 * across.length), 0.45);
  const outer = rim ? rim.start * ring : Number.NaN;
  return {
    rimWidth: rim ? (rim.start - rim.end) * ring : Number.NaN,
    rimLine: rim && line ? (rim.end - line.start) * ring : 0,
    bandTop: band ? outer - 2 * band.start * ring : Number.NaN,
    bandHeight: band ? 2 * (band.start - band.end) * ring : Number.NaN,
    star: points ? 2 * points.start * ring : 0,
    lowerBottom: lower ? lower.start * 0.024 : Number.NaN,
    lowerHeight: lower ? (lower.start - lower.end) * 0.024 : Number.NaN,
    pitch: firstPeak(pitch),
  };
}

interface Run {
  readonly start: number;
  readonly end: number;
  readonly most: number;
}

/** The first stretch, from a place on in a direction, above a share of the profile's most between there and `to`; its ends interpolated. */
function run(
  profile: Float32Array,
  from: number,
  step: -1,
  to: number,
  share: number,
  least = 0.05,
): Run | null {
  let most = 0;
  for (let k = from; k >= to; k += step) most = Math.max(most, profile[k]!);
  if (most < least) return null;
  const level = share * most;
  let start = from;
  while (start >= to && profile[start]! < level) start += step;
  if (start < to) return null;
  let end = start;
  while (end + step >= to && profile[end + step]! >= level) end += step;
  const fraction = (above: number, below: number): number =>
    below < 0 || below >= profile.length
      ? 0
      : (profile[above]! - level) / Math.max(1e-6, profile[above]! - profile[below]!);
  return { start: start + fraction(start, start + 1), end: end - fraction(end, end - 1), most };
}

/** Shift of the first peak beyond the first valley, interpolated by a parabola; 0 without one. */
function firstPeak(correlation: Float32Array): number {
  let k = 1;
  while (k + 1 < correlation.length && correlation[k + 1]! < correlation[k]!) k++;
  while (k + 1 < correlation.length && correlation[k + 1]! > correlation[k]!) k++;
  if (k + 1 >= correlation.length) return 0;
  const [a, b, c] = [correlation[k - 1]!, correlation[k]!, correlation[k + 1]!];
  const bend = a - 2 * b + c;
  return (k + (Math.abs(bend) < 1e-6 ? 0 : (0.5 * (a - c)) / bend)) / 240;
}
