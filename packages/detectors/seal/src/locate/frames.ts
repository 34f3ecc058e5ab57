/**
 * Square frames by the direction of edges: points of opposite sides vote for the line half way between them, and where the lines of both
 * pairs cross lies the middle. P. V. C. Hough (1962), with the direction of edges after C. Kimme, D. Ballard and J. Sklansky (1975).
 */
import type { Ellipse } from '@jianzhen/evidence';
import type { Edges } from './edges.ts';

/** Ratio of neighbouring half sides. */
const STEP = 1.2;
/** Ways in which squares are turned, in degrees, and the cosine of what an edge may stray from its side's direction. */
const TURNS = [-12, -4, 4, 12];
const STRAY = 0.985;
/** Cells a half side, and the least working pixels a cell. */
const CELLS = 8;
const FINEST = 2;
/** Least share of both pairs of sides that is there. */
const SIDES = 0.3;

interface Frame {
  readonly rectangle: Ellipse;
  readonly share: number;
}

/** The likeliest squares with half sides from `least` to `most`, in the working scale, as ellipses within. */
export function voteSquares(
  edges: Edges,
  size: { width: number; height: number },
  { least, most }: { least: number; most: number },
  limit: number,
): Ellipse[] {
  const frames: Frame[] = [];
  const side = Math.ceil(Math.hypot(size.width, size.height) / FINEST) + 1;
  const [level, upright] = [new Float32Array(side * side), new Float32Array(side * side)];
  for (const turn of TURNS) {
    const own = turned(edges, turn, size);
    for (let half = least; half <= most; half *= STEP) {
      const cell = Math.max(FINEST, half / CELLS);
      const [columns, rows] = [Math.ceil(own.width / cell) + 1, Math.ceil(own.height / cell) + 1];
      votes(own.level, rows, columns, half, cell, level);
      votes(own.upright, columns, rows, half, cell, upright);
      for (const { u, v, share } of peaks(level, upright, columns, rows)) {
        const [x, y] = own.back((u + 0.5) * cell, (v + 0.5) * cell);
        frames.push({ rectangle: { cx: x, cy: y, rx: half, ry: half, angle: turn }, share });
      }
    }
  }
  const kept: Ellipse[] = [];
  for (const { rectangle } of frames.sort((a, b) => b.share - a.share)) {
    if (kept.length === limit) break;
    const near = (other: Ellipse) =>
      Math.hypot(other.cx - rectangle.cx, other.cy - rectangle.cy) < 0.2 * rectangle.rx &&
      Math.abs(Math.log(other.rx / rectangle.rx)) < 0.2 &&
      Math.abs(other.angle - rectangle.angle) < 10;
    if (!kept.some(near)) kept.push(rectangle);
  }
  return kept;
}

/** Edges of sides of one pair: where they lie across and along their sides, and where the ink is, 1 or −1 across. */
interface SideEdges {
  count: number;
  readonly across: Float64Array;
  readonly along: Float64Array;
  readonly inwards: Int8Array;
}

const roomFor = (count: number): SideEdges => ({
  count: 0,
  across: new Float64Array(count),
  along: new Float64Array(count),
  inwards: new Int8Array(count),
});

/** Edges in a frame of axes turned clockwise, those of level and those of upright sides; the page lies within width × height. */
function turned(edges: Edges, degrees: number, size: { width: number; height: number }) {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const left = Math.min(0, size.height * sin);
  const top = Math.min(0, -size.width * sin);
  const level = roomFor(edges.count);
  const upright = roomFor(edges.count);
  for (let k = 0; k < edges.count; k++) {
    const nx = edges.nx[k]! * cos + edges.ny[k]! * sin;
    const ny = edges.ny[k]! * cos - edges.nx[k]! * sin;
    const isUpright = Math.abs(nx) > STRAY;
    if (!isUpright && Math.abs(ny) <= STRAY) continue;
    const x = edges.x[k]! * cos + edges.y[k]! * sin - left;
    const y = edges.y[k]! * cos - edges.x[k]! * sin - top;
    const to = isUpright ? upright : level;
    to.across[to.count] = isUpright ? x : y;
    to.along[to.count] = isUpright ? y : x;
    to.inwards[to.count++] = Math.sign(isUpright ? nx : ny);
  }
  return {
    level,
    upright,
    width: size.width * cos + size.height * Math.abs(sin),
    height: size.height * cos + size.width * Math.abs(sin),
    back: (x: number, y: number) =>
      [(x + left) * cos - (y + top) * sin, (y + top) * cos + (x + left) * sin] as const,
  };
}

/**
 * Share of two sides of a square about each cell that is there: line by line along the sides, so that level sides go row by row and
 * upright ones column by column.
 */
function votes(
  { count, across, along, inwards }: SideEdges,
  lines: number,
  length: number,
  half: number,
  cell: number,
  out: Float32Array,
): void {
  out.fill(0, 0, lines * length);
  for (let k = 0; k < count; k++) {
    const line = Math.floor((across[k]! + half * inwards[k]!) / cell);
    if (line < 0 || line >= lines) continue;
    out[line * length + Math.floor(along[k]! / cell)]! += 1;
  }
  // Sums over half a side either way.
  const reach = Math.round(half / cell);
  const whole = 1 / (4 * half);
  const sums = new Float32Array(length);
  for (let start = 0; start < lines * length; start += length) {
    let sum = 0;
    for (let k = 0; k < Math.min(reach, length); k++) sum += out[start + k]!;
    for (let k = 0; k < length; k++) {
      if (k + reach < length) sum += out[start + k + reach]!;
      if (k > reach) sum -= out[start + k - reach - 1]!;
      sums[k] = sum * whole;
    }
    out.set(sums, start);
  }
}

/** Cells where both pairs of sides are, and more than beside them; `level` row by row, `upright` column by column. */
function peaks(level: Float32Array, upright: Float32Array, columns: number, rows: number) {
  const found: { u: number; v: number; share: number }[] = [];
  // Half sides lie a step apart: votes stray into the next row or column.
  const rowsOf = (u: number, v: number) => {
    const i = v * columns + u;
    return level[i]! + level[i - columns]! + level[i + columns]!;
  };
  const columnsOf = (u: number, v: number) => {
    const i = u * rows + v;
    return upright[i]! + upright[i - rows]! + upright[i + rows]!;
  };
  const both = (u: number, v: number) => Math.min(rowsOf(u, v), columnsOf(u, v));
  for (let v = 2; v < rows - 2; v++)
    for (let u = 2; u < columns - 2; u++) {
      if (rowsOf(u, v) < SIDES) continue;
      const share = both(u, v);
      if (share < SIDES) continue;
      if (share < both(u - 1, v) || share <= both(u + 1, v)) continue;
      if (share < both(u, v - 1) || share <= both(u, v + 1)) continue;
      found.push({ u, v, share });
    }
  return found;
}
