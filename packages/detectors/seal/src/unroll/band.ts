import { COLUMNS, columnAt, depthOf, type RingSheet, rowAt } from './sheet.ts';

/** Depths of a ring's characters: their tops and feet where the ring stands upright. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** Turns on each side of the top within which every title has characters. */
const ABOUT_TOP = 0.14;
/** Heights of characters in the seal's unit. */
const HEIGHT = { least: 0.12, most: 0.46, usual: 0.27 } as const;
/** Shares of the band's strongest row at which characters begin, are in full, and end. */
const EDGE = 0.2;
const FULL = 0.5;
/** Empty rows that end a band: strokes within characters leave fewer. */
const EMPTY_ROWS = 3;

/** Finds the band of a ring's text below the rim, from the rows of its upper part. */
export function textBand(sheet: RingSheet, rim: number, up: number): Band {
  const first = rowAt(sheet, rim);
  const last = rowAt(sheet, rim + HEIGHT.most + 0.12);
  const profile = rowProfile(sheet, up);
  const most = Math.max(...profile.subarray(first + 1, rowAt(sheet, rim + 0.4)));
  const full = profile.findIndex((value, row) => row > first && value > FULL * most);
  if (full < 0) return { top: rim + 0.05, bottom: rim + 0.05 + HEIGHT.usual };
  let valley = full;
  for (let row = full; row >= first; row--) if (profile[row] < profile[valley]) valley = row;
  const edge = profile[valley] + EDGE * (most - profile[valley]);
  let top = full;
  while (top > valley && profile[top - 1] > edge) top--;
  let bottom = top + Math.round(HEIGHT.least / (depthOf(1) - depthOf(0)));
  let empty = 0;
  for (let row = bottom; row < last && empty < EMPTY_ROWS; row++) {
    if (profile[row] > EDGE * most) [bottom, empty] = [row + 1, 0];
    else empty++;
  }
  return { top: depthOf(top), bottom: depthOf(bottom) };
}

function rowProfile({ ink, rows }: RingSheet, up: number): Float32Array {
  const reach = Math.round(ABOUT_TOP * COLUMNS);
  const middle = columnAt(up);
  return Float32Array.from({ length: rows }, (_, row) => {
    let sum = 0;
    for (let k = -reach; k <= reach; k++) sum += ink[row * COLUMNS + ((middle + k + COLUMNS) % COLUMNS)];
    return sum / (2 * reach + 1);
  });
}
