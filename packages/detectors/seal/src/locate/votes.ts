/**
 * Circles by the direction of edges: every edge point votes, for each of a ladder of radii, for the centre that lies so far on its inked
 * side. C. Kimme, D. Ballard and J. Sklansky, "Finding Circles by an Array of Accumulators" (1975); P. V. C. Hough (1962).
 */
import type { Edges } from './edges.ts';

export interface Seed {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Height as a share of the width. */
  readonly aspect: number;
  /** Votes as a share of a whole circle's. */
  readonly share: number;
}

/** Ratio of neighbouring radii, for circles and for ellipses, whose peaks are broad anyway. */
const STEP = 1.13;
const WIDE_STEP = 1.2;
/**
 * The strongest centres, in the working scale. `aspect` below 1 finds lying ellipses: they are circles once the picture is stretched
 * upwards. Other ellipses make weaker and broader peaks than circles do.
 */
export function voteCircles(
  edges: Edges,
  size: { width: number; height: number },
  radii: { least: number; most: number },
  aspect: number,
  least: number,
  limit: number,
): Seed[] {
  const seen = aspect === 1 ? edges : stretched(edges, aspect);
  const height = size.height / aspect;
  const seeds: Seed[] = [];
  // Room for the accumulators of all radii, one after the other.
  const cells = Math.ceil((size.width + 2 * radii.most) * (height + 2 * radii.most));
  const room = [new Float32Array(cells >> 2), new Float32Array(cells >> 2)] as const;
  for (let radius = radii.least; radius <= radii.most; radius *= aspect === 1 ? STEP : WIDE_STEP)
    for (const seed of peaks(seen, { width: size.width, height }, radius, least, room))
      seeds.push({ ...seed, y: seed.y * aspect, aspect });
  return seeds.sort((a, b) => b.share - a.share).slice(0, limit);
}

function stretched(edges: Edges, aspect: number): Edges {
  const { count, x } = edges;
  const y = edges.y.map((value) => value / aspect);
  const nx = new Float32Array(count);
  const ny = new Float32Array(count);
  for (let k = 0; k < count; k++) {
    // Normals go by the inverse transpose.
    const [u, v] = [edges.nx[k]!, edges.ny[k]! * aspect];
    const size = Math.sqrt(u * u + v * v);
    nx[k] = u / size;
    ny[k] = v / size;
  }
  return { count, x, y, nx, ny };
}

/** Peaks for one radius; the accumulator's cells, and what counts as one place, grow with it. */
function peaks(
  edges: Edges,
  size: { width: number; height: number },
  radius: number,
  least: number,
  room: readonly [Float32Array, Float32Array],
): Omit<Seed, 'aspect'>[] {
  const cell = radius < 34 ? 2 : radius < 80 ? 4 : 8;
  const reach = Math.max(1, Math.round((radius * 0.06) / cell));
  // Centres may lie beyond the page: seals are cut by its edge.
  const margin = Math.ceil(radius * 0.35);
  const columns = Math.ceil((size.width + 2 * margin) / cell);
  const rows = Math.ceil((size.height + 2 * margin) / cell);
  const raw = room[0].fill(0, 0, columns * rows);
  // Large circles have votes to spare.
  const stride = radius < 34 ? 1 : 2;
  for (let k = 0; k < edges.count; k += stride) {
    const u = (edges.x[k]! + edges.nx[k]! * radius + margin) / cell;
    const v = (edges.y[k]! + edges.ny[k]! * radius + margin) / cell;
    if (u >= 0 && v >= 0 && u < columns && v < rows) raw[(v | 0) * columns + (u | 0)]! += 1;
  }
  const votes = boxed(raw, columns, rows, reach, room[1]);
  const whole = (2 * Math.PI * radius) / stride;
  const seeds: Omit<Seed, 'aspect'>[] = [];
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

/** Sums over squares of 2 · reach + 1 cells a side; the accumulator is used up. */
function boxed(
  raw: Float32Array,
  columns: number,
  rows: number,
  reach: number,
  across: Float32Array,
): Float32Array {
  for (let row = 0; row < rows; row++) {
    const start = row * columns;
    let sum = 0;
    for (let k = 0; k < Math.min(reach, columns); k++) sum += raw[start + k]!;
    for (let k = 0; k < columns; k++) {
      if (k + reach < columns) sum += raw[start + k + reach]!;
      if (k > reach) sum -= raw[start + k - reach - 1]!;
      across[start + k] = sum;
    }
  }
  // Row by row: memory is walked along, not across.
  const sums = new Float32Array(columns);
  const add = (row: number, sign: number) => {
    if (row < 0 || row >= rows) return;
    for (let k = 0, i = row * columns; k < columns; k++, i++) sums[k]! += sign * across[i]!;
  };
  for (let row = 0; row < reach; row++) add(row, 1);
  for (let row = 0; row < rows; row++) {
    add(row + reach, 1);
    add(row - reach - 1, -1);
    raw.set(sums, row * columns);
  }
  return raw;
}
