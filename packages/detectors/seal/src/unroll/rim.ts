import { COLUMNS, depthOf, type RingSheet, rowAt } from './sheet.ts';

/** A rim, and a thinner line within it, ends above this depth. */
const DEEPEST = 0.2;
/** A row belongs to a rim where this share of its columns … */
const SHARE = 0.7;
/** … has at least this share of the rim's strongest row. */
const WEAK = 0.3;

/** Depth of the rim's inner edge, that of an inner line where there is one. */
export function rimEnd(sheet: RingSheet): number {
  const last = rowAt(sheet, DEEPEST);
  const common = Float32Array.from({ length: last }, (_, row) => {
    const values = sheet.ink.slice(row * COLUMNS, (row + 1) * COLUMNS).sort();
    return values[Math.floor((1 - SHARE) * COLUMNS)];
  });
  const strongest = common.indexOf(Math.max(...common.subarray(0, rowAt(sheet, 0.12))));
  const least = WEAK * common[strongest];
  const lowest = common.findLastIndex((value) => value >= least);
  return depthOf(Math.max(strongest, lowest) + 1);
}
