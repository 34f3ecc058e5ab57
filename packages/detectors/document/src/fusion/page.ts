import { connectedRegions, maskWhere } from '@jianzhen/raster';
import type { SignalResult } from '../signal.ts';
import { boxMean } from './cells.ts';

/** Log-odds above which a cell counts as flagged in the page's statistics. */
const FLAGGED = 0;

/** Groups of flagged cells, heaviest first: how many cells and how much log-odds each holds. */
function groups(scores: Float32Array, columns: number): { cells: number; weight: number }[] {
  const { labels, regions } = connectedRegions(
    maskWhere(scores, (score) => score > FLAGGED),
    columns,
  );
  const weights = new Float64Array(regions.length + 1);
  labels.forEach((label, cell) => {
    weights[label]! += scores[cell]!;
  });
  return regions
    .map(({ area, label }) => ({ cells: area, weight: weights[label]! }))
    .sort((a, b) => b.weight - a.weight);
}

/** What the fused cell map says of the page as a whole. */
export function cellStatistics(scores: Float32Array, columns: number, rows: number): Record<string, number> {
  const near = boxMean(scores, columns, rows, 1);
  const around = boxMean(scores, columns, rows, 2);
  const sorted = Float32Array.from(near).sort();
  const fromTop = (share: number) =>
    sorted[Math.max(0, sorted.length - 1 - Math.round(share * sorted.length))] ?? 0;
  const found = groups(near, columns);
  const flagged = found.reduce((sum, group) => sum + group.cells, 0);
  return {
    'cells.peak': scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
    'cells.max': near.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
    'cells.max-around': around.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
    'cells.top-0.1%': fromTop(0.001),
    'cells.top-0.5%': fromTop(0.005),
    'cells.top-2%': fromTop(0.02),
    'cells.top-10%': fromTop(0.1),
    'cells.median': fromTop(0.5),
    'cells.group': Math.sqrt(found[0]?.weight ?? 0),
    'cells.group-size': Math.sqrt(found[0]?.cells ?? 0),
    'cells.group-share': flagged > 0 ? (found[0]?.cells ?? 0) / flagged : 0,
    'cells.second-group': Math.sqrt(found[1]?.weight ?? 0),
    'cells.flagged-share': flagged / scores.length,
  };
}

/** All statistics of all signals by `signal.name`. */
export function signalStatistics(results: ReadonlyMap<string, SignalResult>): Record<string, number> {
  const all: Record<string, number> = {};
  for (const [id, { statistics }] of results) {
    for (const [name, value] of Object.entries(statistics))
      all[`${id}.${name}`] = Number.isFinite(value) ? value : 0;
  }
  return all;
}
