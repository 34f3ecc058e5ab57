import { type CellFeature, type CellMeasures, PROXIMITIES } from './cells.ts';
import { windowSum } from './windows.ts';

/** Differences that count for nothing, in the feature's unit. */
const FLOORS: Readonly<Record<CellFeature, number>> = {
  fine: 0.08,
  coarse: 0.08,
  range: 0.08,
  chroma: 0.08,
  equal: 0.03,
  correlation: 0.03,
};
const BRIGHTNESS_STEP = 8;
const BRIGHTNESS_BINS = 32;
/** Cells that a group's own median and spread are shrunk by towards its proximity's. */
const PRIOR = 20;
const LEAST_CELLS = 60;
const LARGEST = 5;

/** At most this many members, evenly spaced, make a group's median and spread. */
const SAMPLE = 600;

/** Cells to each side of a place's surroundings: crumpled or shaded paper is rough over a wide area. */
const SURROUNDINGS = 20;
const LEAST_SURROUNDINGS = 100;

/**
 * Each cell against the page's cells of like brightness and like nearness to print, in robust standard deviations, less the
 * mean of its surroundings; 0 where it could not be measured.
 *
 * @param known 1 where the feature was measured
 * @param surroundings of surroundingCounts
 */
export function cellDeviations(
  measures: CellMeasures,
  feature: CellFeature,
  known: Float32Array,
  surroundings: Float32Array,
): Float32Array {
  const deviations = pageDeviations(measures, feature);
  const sum = windowSum(deviations, measures, SURROUNDINGS, SURROUNDINGS);
  for (let i = 0; i < deviations.length; i++) {
    if (known[i] !== 0) deviations[i]! -= sum[i]! / Math.max(LEAST_SURROUNDINGS, surroundings[i]!);
  }
  return deviations;
}

/** How many cells of each place's surroundings were measured. */
export function surroundingCounts(known: Float32Array, measures: CellMeasures): Float32Array {
  return windowSum(known, measures, SURROUNDINGS, SURROUNDINGS);
}

function pageDeviations(measures: CellMeasures, feature: CellFeature): Float32Array {
  const values = measures.values[feature];
  const out = new Float32Array(values.length);
  const { members, starts } = grouped(values, measures);
  if (members.length < LEAST_CELLS) return out;
  for (let p = 0; p < PROXIMITIES; p++) {
    const first = p * BRIGHTNESS_BINS;
    const from = starts[first]!;
    const to = starts[first + BRIGHTNESS_BINS]!;
    if (to - from < PRIOR) continue;
    const common = centreAndSpread(values, members, from, to);
    for (let bin = first; bin < first + BRIGHTNESS_BINS; bin++) {
      const start = starts[bin]!;
      const end = starts[bin + 1]!;
      if (end === start) continue;
      const own = centreAndSpread(values, members, start, end);
      const share = (end - start) / (end - start + PRIOR);
      const centre = share * own.centre + (1 - share) * common.centre;
      const scale = share * own.spread + (1 - share) * common.spread + FLOORS[feature];
      for (let k = start; k < end; k++) {
        const z = (values[members[k]!]! - centre) / scale;
        out[members[k]!] = Math.max(-LARGEST, Math.min(LARGEST, z));
      }
    }
  }
  return out;
}

/** Cells with a value, by proximity and brightness: group g is members[starts[g]] … members[starts[g + 1] − 1]. */
function grouped(values: Float32Array, { brightness, proximity }: CellMeasures) {
  const groups = PROXIMITIES * BRIGHTNESS_BINS;
  const groupOf = new Int16Array(values.length).fill(-1);
  const starts = new Int32Array(groups + 1);
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i]!)) continue;
    const bin = Math.min(BRIGHTNESS_BINS - 1, Math.max(0, Math.floor(brightness[i]! / BRIGHTNESS_STEP)));
    groupOf[i] = proximity[i]! * BRIGHTNESS_BINS + bin;
    starts[groupOf[i]! + 1]!++;
  }
  for (let g = 0; g < groups; g++) starts[g + 1]! += starts[g]!;
  const next = starts.slice();
  const members = new Int32Array(starts[groups]!);
  for (let i = 0; i < values.length; i++) if (groupOf[i]! >= 0) members[next[groupOf[i]!]!++] = i;
  return { members, starts };
}

function centreAndSpread(values: Float32Array, members: Int32Array, from: number, to: number) {
  const stride = Math.max(1, Math.floor((to - from) / SAMPLE));
  const count = Math.ceil((to - from) / stride);
  const sorted = new Float32Array(count);
  for (let k = 0; k < count; k++) sorted[k] = values[members[from + k * stride]!]!;
  sorted.sort();
  const centre = sorted[count >> 1]!;
  for (let k = 0; k < count; k++) sorted[k] = Math.abs(sorted[k]! - centre);
  sorted.sort();
  return { centre, spread: 1.4826 * sorted[count >> 1]! };
}
