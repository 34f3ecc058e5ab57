/**
 * Circles by the direction of edges: every edge point votes, for each of a ladder of radii, for the centre that lies so far on its inked
 * side. C. Kimme, D. Ballard and J. Sklansky, "Finding Circles by an Array of Accumulators" (1975); P. V. C. Hough (1962).
 */
import type { Edges } from './edges.ts';

export interface Seed {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Votes as a share of a whole circle's. */
  readonly share: number;
}

/** Ratio of neighbouring radii. */
const STEP = 1.13;
/** The strongest centres, in the working scale; ellipses make weaker and broader peaks than circles do. */
export function voteCircles(
  edges: Edges,
  size: { width: number; height: number },
  radii: { least: number; most: number },
  least: number,
  limit: number,
): Seed[] {
  const seeds: Seed[] = [];
  for (let radius = radii.least; radius <= radii.most; radius *= STEP)
    seeds.push(...peaks(edges, size, radius, least));
  return seeds.sort((a, b) => b.share - a.share).slice(0, limit);
}

/** Peaks for one radius; the accumulator's cells, and what counts as one place, grow with it. */
function peaks(edges: Edges, size: { width: number; height: number }, radius: number, least: number): Seed[] {
  const cell = radius < 34 ? 2 : radius < 80 ? 4 : 8;
  const reach = Math.max(1, Math.round((radius * 0.06) / cell));
  // Centres may lie beyond the page: seals are cut by its edge.
  const margin = Math.ceil(radius * 0.35);
  const columns = Math.ceil((size.width + 2 * margin) / cell);
  const rows = Math.ceil((size.height + 2 * margin) / cell);
  const raw = new Float32Array(columns * rows);
  for (let k = 0; k < edges.count; k++) {
    const u = (edges.x[k]! + edges.nx[k]! * radius + margin) / cell;
    const v = (edges.y[k]! + edges.ny[k]! * radius + margin) / cell;
    if (u >= 0 && v >= 0 && u < columns && v < rows) raw[(v | 0) * columns + (u | 0)]! += 1;
  }
  const votes = boxed(boxed(raw, columns, rows, reach, 1), columns, rows, reach, columns);
  const whole = 2 * Math.PI * radius;
  const seeds: Seed[] = [];
  for (let v = 1; v < rows - 1; v++) {
    for (let u = 1, i = v * columns + 1; u < columns - 1; u++, i++) {
      const own = votes[i]!;
      if (own < least * whole) continue;
      if (own < votes[i - 1]! || own <= votes[i + 1]! || own < votes[i - columns]!) continue;
      if (own <= votes[i + columns]! || own < votes[i - columns - 1]! || own < votes[i - columns + 1]!)
        continue;
      seeds.push({
        x: (u + 0.5) * cell - margin,
        y: (v + 0.5) * cell - margin,
        radius,
        share: own / whole,
      });
    }
  }
  return seeds;
}

/** Sums over 2 · reach + 1 cells along one axis. */
function boxed(
  votes: Float32Array,
  columns: number,
  rows: number,
  reach: number,
  step: number,
): Float32Array {
  const out = new Float32Array(votes.length);
  const across = step === 1;
  const [lines, length, line] = across ? [rows, columns, columns] : [columns, rows, 1];
  for (let l = 0; l < lines; l++) {
    const start = l * line;
    let sum = 0;
    for (let k = 0; k < Math.min(reach, length); k++) sum += votes[start + k * step]!;
    for (let k = 0; k < length; k++) {
      if (k + reach < length) sum += votes[start + (k + reach) * step]!;
      if (k - reach - 1 >= 0) sum -= votes[start + (k - reach - 1) * step]!;
      out[start + k * step] = sum;
    }
  }
  return out;
}
