import type { CellMeasures } from './cells.ts';
import type { CellGroup } from './groups.ts';
import { median } from './robust.ts';

/** Cells of the rest of the page that are compared with, at most, evenly spaced. */
const SAMPLE = 4000;

/** A group's grain in percent of that of the page's other paper at like nearness to print. */
export function grainPercent(group: CellGroup, { columns, values, proximity }: CellMeasures): number {
  const { fine } = values;
  const stride = Math.max(1, Math.floor(fine.length / SAMPLE));
  const inside: number[] = [];
  const near = new Set<number>();
  for (let y = group.top; y < group.bottom; y++) {
    for (let x = group.left; x < group.right; x++) {
      inside.push(fine[y * columns + x]!);
      near.add(proximity[y * columns + x]!);
    }
  }
  const others: number[] = [];
  for (let i = 0; i < fine.length; i += stride) {
    const x = i % columns;
    const y = Math.floor(i / columns);
    if (x >= group.left && x < group.right && y >= group.top && y < group.bottom) continue;
    if (near.has(proximity[i]!)) others.push(fine[i]!);
  }
  const ratio = Math.exp(median(inside) - median(others));
  return Number.isFinite(ratio) ? Math.round(100 * ratio) : 100;
}
