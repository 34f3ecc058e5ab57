import type { CellMeasures } from './cells.ts';
import { cellDeviations } from './deviations.ts';
import type { CellGroup } from './groups.ts';
import { median } from './robust.ts';

/** A group's grain in percent of that of the page's other paper at like nearness to print; `cleaner`: lower, given its brightness too. */
export function grainPercent(
  group: CellGroup,
  measures: CellMeasures,
): { percent: number; cleaner: boolean } {
  const { fine } = measures.values;
  const deviations = cellDeviations(measures, 'fine');
  const inside: number[] = [];
  for (let y = group.top; y < group.bottom; y++) {
    for (let x = group.left; x < group.right; x++) inside.push(y * measures.columns + x);
  }
  const members = new Set(inside);
  const near = new Set(inside.map((i) => measures.proximity[i]!));
  const others = fine.filter((_, i) => !members.has(i) && near.has(measures.proximity[i]!));
  const ratio = Math.exp(median(inside.map((i) => fine[i]!)) - median(others));
  const percent = Number.isFinite(ratio) ? Math.round(100 * ratio) : 100;
  return { percent, cleaner: percent < 90 && median(inside.map((i) => deviations[i]!)) < 0 };
}
