import type { InkMap } from '../rectify/ink.ts';
import type { SealPlane } from './ring.ts';
import { drawRing } from './strips.ts';

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
