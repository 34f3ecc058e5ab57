/**
 * How far a pair of places agrees, cell by cell: the region grows from the matched places over connected cells that one
 * map explains (the part of the dense linear fit and its size rules in Cozzolino, Poggi, Verdoliva 2015, section IV).
 */
import type { Plane } from '@jianzhen/raster';
import { CELL } from '../../signal.ts';
import { cubic, type Registered } from './registration.ts';
import { mapX, mapY } from './similarity.ts';

/** Cells (of 8 × 8 pixels of the working plane) of the first side that agree with the second. */
export interface Agreement {
  /** Cells of print, numbers row × columns + column. */
  readonly print: readonly number[];
  /** log10 of residual over variance, of the cells of print. */
  readonly logRatio: readonly number[];
  /** Empty paper and straight rules in and around the print that agree too. */
  readonly paper: readonly number[];
}

export interface Grower {
  readonly columns: number;
  readonly rows: number;
  /** Grows until nothing agrees any more, or until `enough` cells of print are found. */
  grow(
    pair: Registered,
    seeds: readonly { readonly x: number; readonly y: number }[],
    enough?: number,
  ): Agreement;
}

/** Residual over variance above which a cell of print does not agree. */
const MAX_RATIO = 0.2;
/** Ratio below which two cells are simply the same. */
const EXACT = 1e-4;
/** Variance of grey (smoothed) from which a cell holds print. */
const PRINT_VARIANCE = 30;
/** Least share of gradient energy across a cell's main direction: a straight rule matches itself anywhere along itself. */
const MIN_CROSS_SHARE = 0.06;
/** Mean squared residual up to which paper beside paper agrees. */
const PAPER_RESIDUAL = 30;
/** Cells of paper that the region may bridge. */
const BRIDGE = 2;

const DIFFERS = 0;
const PRINT = 1;
const PAPER = 2;

const NEVER = 255;

const PAD = 2;
const SIDE = CELL + 2 * PAD;

/** `smoothed` is `smooth(plane)`; the buffers are shared by all calls. */
export function grower(plane: Plane, smoothed: Plane): Grower {
  const columns = Math.floor(plane.width / CELL);
  const rows = Math.floor(plane.height / CELL);
  const visited = new Int32Array(columns * rows);
  const kind = new Uint8Array(columns * rows);
  const gap = new Uint8Array(columns * rows);
  const compare = cellComparison(plane, smoothed);
  let run = 0;
  const grow: Grower['grow'] = (pair, seeds, enough = Number.POSITIVE_INFINITY) => {
    run++;
    const print: number[] = [];
    const logRatio: number[] = [];
    const paper: number[] = [];
    const queue: number[] = [];
    const visit = (column: number, row: number, depth: number) => {
      if (column < 0 || row < 0 || column >= columns || row >= rows) return;
      const cell = row * columns + column;
      if (visited[cell] !== run) {
        visited[cell] = run;
        gap[cell] = NEVER;
        const seen = compare(pair, column, row);
        kind[cell] = seen.kind;
        if (seen.kind === PRINT) {
          print.push(cell);
          logRatio.push(Math.log10(Math.max(EXACT, seen.ratio)));
          gap[cell] = 0;
          queue.push(cell);
        }
      }
      if (kind[cell] !== PAPER || depth > BRIDGE || gap[cell] <= depth) return;
      if (gap[cell] === NEVER) paper.push(cell);
      gap[cell] = depth;
      queue.push(cell);
    };
    for (const { x, y } of seeds) visit(Math.floor(x / CELL), Math.floor(y / CELL), 1);
    for (let head = 0; head < queue.length && print.length < enough; head++) {
      const column = queue[head] % columns;
      const row = (queue[head] - column) / columns;
      const depth = gap[queue[head]] + 1;
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) visit(column + dx, row + dy, depth);
      }
    }
    return { print, logRatio, paper };
  };
  return { columns, rows, grow };
}

function cellComparison(plane: Plane, smoothed: Plane) {
  const warped = new Float64Array(SIDE * SIDE);
  const across = new Float64Array(CELL * SIDE);
  const first = new Float64Array(CELL * CELL);
  const result = { kind: DIFFERS, ratio: 1 };
  const { width } = plane;
  return (pair: Registered, column: number, row: number): { kind: number; ratio: number } => {
    const left = column * CELL;
    const top = row * CELL;
    result.kind = DIFFERS;
    result.ratio = 1;
    if (plainPaper(plane, smoothed, pair, left, top)) {
      result.kind = PAPER;
      return result;
    }
    for (let y = 0; y < SIDE; y++) {
      for (let x = 0; x < SIDE; x++) {
        const px = left + x - PAD;
        const py = top + y - PAD;
        const v = cubic(plane, mapX(pair.map, px, py), mapY(pair.map, px, py));
        if (Number.isNaN(v)) return result;
        warped[y * SIDE + x] = (v - pair.bias) / pair.gain;
      }
    }
    for (let y = 0; y < SIDE; y++) {
      for (let x = 0; x < CELL; x++) {
        const i = y * SIDE + x;
        across[y * CELL + x] =
          (warped[i] + warped[i + 4] + 4 * (warped[i + 1] + warped[i + 3]) + 6 * warped[i + 2]) / 16;
      }
    }
    let a = 0;
    let aa = 0;
    let b = 0;
    let bb = 0;
    let residual = 0;
    let xx = 0;
    let xy = 0;
    let yy = 0;
    for (let y = 0; y < CELL; y++) {
      for (let x = 0; x < CELL; x++) {
        const i = y * CELL + x;
        const u = smoothed.data[(top + y) * width + left + x];
        const v =
          (across[i] +
            across[i + 4 * CELL] +
            4 * (across[i + CELL] + across[i + 3 * CELL]) +
            6 * across[i + 2 * CELL]) /
          16;
        first[i] = u;
        a += u;
        aa += u * u;
        b += v;
        bb += v * v;
        residual += (u - v) * (u - v);
        if (x === 0 || y === 0) continue;
        const gx = u - first[i - 1];
        const gy = u - first[i - CELL];
        xx += gx * gx;
        xy += gx * gy;
        yy += gy * gy;
      }
    }
    const n = CELL * CELL;
    residual /= n;
    const variance = Math.max(aa / n - (a / n) ** 2, bb / n - (b / n) ** 2);
    if (variance < PRINT_VARIANCE) {
      if (residual <= PAPER_RESIDUAL) result.kind = PAPER;
      return result;
    }
    result.ratio = residual / variance;
    const crossShare = 0.5 * (1 - Math.hypot(xx - yy, 2 * xy) / Math.max(1e-9, xx + yy));
    if (result.ratio <= MAX_RATIO) result.kind = crossShare >= MIN_CROSS_SHARE ? PRINT : PAPER;
    return result;
  };
}

/** A cheap look at every other pixel, enough for most paper: both sides even and alike as they are, noise and all. */
function plainPaper(plane: Plane, smoothed: Plane, pair: Registered, left: number, top: number): boolean {
  const { width } = plane;
  let a = 0;
  let aa = 0;
  let b = 0;
  let bb = 0;
  let residual = 0;
  for (let y = 0; y < CELL; y += 2) {
    for (let x = 0; x < CELL; x += 2) {
      const u = smoothed.data[(top + y) * width + left + x];
      const warped = cubic(plane, mapX(pair.map, left + x, top + y), mapY(pair.map, left + x, top + y));
      const v = (warped - pair.bias) / pair.gain;
      a += u;
      aa += u * u;
      b += v;
      bb += v * v;
      residual += (u - v) * (u - v);
    }
    const seen = (y / 2 + 1) * (CELL / 2);
    if (
      !(aa / seen - (a / seen) ** 2 < PRINT_VARIANCE / 2 && bb / seen - (b / seen) ** 2 < PRINT_VARIANCE / 2)
    )
      return false;
  }
  return residual <= (PAPER_RESIDUAL * CELL * CELL) / 4;
}
