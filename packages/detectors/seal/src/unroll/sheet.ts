import type { InkMap } from '../rectify/ink.ts';
import { ringPoint, type SealPlane } from './ring.ts';
import { drawRing, type Hidden } from './strips.ts';

/** All of a ring's ink unrolled from its top on, clockwise: row-major, columns by turn, rows by depth from `TOP` on. */
export interface RingSheet {
  readonly ink: Float32Array;
  readonly rows: number;
}

export const COLUMNS = 720;
/** Depth of the first row's upper edge: beyond the rim, since an ellipse is never fitted quite. */
export const TOP = -0.06;
/** Depth of a row. */
export const STEP = 0.0125;

/** @param bottom depth down to which the ring is unrolled */
export function ringSheet({ ink, width, height }: InkMap, plane: SealPlane, bottom: number): RingSheet {
  const rows = Math.round((bottom - TOP) / STEP);
  const source = { width, height, data: ink, channels: 1 } as const;
  const part = { from: 0, to: 1, top: TOP, bottom: TOP + rows * STEP };
  return { ink: drawRing(source, plane, part, COLUMNS, rows), rows };
}

/** Depth of a row's upper edge. */
export const depthOf = (row: number): number => TOP + row * STEP;

/** Row that holds a depth, within the sheet. */
export const rowAt = ({ rows }: RingSheet, depth: number): number =>
  Math.min(rows, Math.max(0, Math.round((depth - TOP) / STEP)));

/** Mean ink of each column between two rows. */
export function columnInk({ ink }: RingSheet, fromRow: number, toRow: number): Float32Array {
  const out = new Float32Array(COLUMNS);
  for (let row = fromRow; row < toRow; row++) {
    for (let x = 0; x < COLUMNS; x++) out[x] += ink[row * COLUMNS + x];
  }
  return out.map((value) => value / Math.max(1, toRow - fromRow));
}

/** Column at any number of turns. */
export const columnAt = (turn: number): number => {
  const x = Math.round(turn * COLUMNS) % COLUMNS;
  return x < 0 ? x + COLUMNS : x;
};

/** Mean of 2 · reach + 1 columns about each, around the ring. */
export function smoothed(values: Float32Array, reach: number): Float32Array {
  const out = new Float32Array(values.length);
  let sum = 0;
  for (let k = -reach; k <= reach; k++) sum += values[(k + COLUMNS) % COLUMNS];
  for (let x = 0; x < COLUMNS; x++) {
    out[x] = sum / (2 * reach + 1);
    sum += values[(x + reach + 1) % COLUMNS] - values[(x - reach + COLUMNS) % COLUMNS];
  }
  return out;
}

/** The sheet without the ink of what is hidden. */
export function blanked(sheet: RingSheet, plane: SealPlane, hidden: Hidden): RingSheet {
  const ink = sheet.ink.slice();
  for (let x = 0; x < COLUMNS; x++) {
    // Points of a column lie on a line, in step with their depth.
    const [edgeX, edgeY] = ringPoint(plane, (x + 0.5) / COLUMNS, 0);
    const [deepX, deepY] = ringPoint(plane, (x + 0.5) / COLUMNS, 1);
    for (let row = 0; row < sheet.rows; row++) {
      const at = row * COLUMNS + x;
      if (ink[at] <= 0) continue;
      const depth = depthOf(row) + STEP / 2;
      if (hidden(edgeX + depth * (deepX - edgeX), edgeY + depth * (deepY - edgeY))) ink[at] = 0;
    }
  }
  return { ...sheet, ink };
}
