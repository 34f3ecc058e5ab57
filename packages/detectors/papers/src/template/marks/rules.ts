import type { Plane } from '@jianzhen/raster';
import type { TemplateRule } from '../types.ts';
import { darkness } from './ink.ts';

/** Grey levels by which a line is darker than its paper. */
const DARK = 22;
/** Shortest run of dark pixels in a row, and shortest line, in shares of the longer edge; strokes of characters are shorter. */
const RUN = 0.019;
const SHORTEST = 0.05;
/** Thickest line, pixels of a page of 1,000. */
const THICKEST = 5;
/** Difference in grey of the two sides of an edge of the page, which is no line. */
const EDGE = 28;
const MOST_RULES = 80;

interface Run {
  readonly y: number;
  readonly from: number;
  readonly to: number;
}

/** Straight lines of print, nearly level or upright, longest first. @param page luma with its longer edge at about 1,000 pixels */
export function rulesOf(page: Plane): TemplateRule[] {
  const unit = Math.max(page.width, page.height);
  const level = linesAcross(page, unit);
  const upright = linesAcross(transposed(page), unit).map(({ x1, y1, x2, y2 }) => ({
    x1: y1,
    y1: x1,
    x2: y2,
    y2: x2,
  }));
  const length = ({ x1, y1, x2, y2 }: TemplateRule) => Math.hypot(x2 - x1, y2 - y1);
  return [...level, ...upright].sort((a, b) => length(b) - length(a)).slice(0, MOST_RULES);
}

function transposed({ width, height, data }: Plane): Plane {
  const out = new Float32Array(data.length);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) out[x * height + y] = data[y * width + x]!;
  return { width: height, height: width, data: out };
}

function linesAcross(page: Plane, unit: number): TemplateRule[] {
  const groups = linked(runsOf(page, RUN * unit));
  return groups.flatMap((runs) => {
    const [first, last] = [
      runs.reduce((a, b) => (b.from < a.from ? b : a)),
      runs.reduce((a, b) => (b.to > a.to ? b : a)),
    ];
    const length = last.to - first.from;
    const area = runs.reduce((sum, { from, to }) => sum + to - from, 0);
    if (length < SHORTEST * unit || area / length > THICKEST) return [];
    if (isEdge(page, first, last)) return [];
    return [{ x1: first.from / unit, y1: first.y / unit, x2: last.to / unit, y2: last.y / unit }];
  });
}

function runsOf(page: Plane, shortest: number): Run[] {
  const { width, height, data } = darkness(page, 12);
  const runs: Run[] = [];
  for (let y = 0; y < height; y++) {
    let from = -1;
    for (let x = 0; x <= width; x++) {
      const dark = x < width && data[y * width + x]! > DARK;
      if (dark && from < 0) from = x;
      if (!dark && from >= 0) {
        if (x - from >= shortest) runs.push({ y, from, to: x });
        from = -1;
      }
    }
  }
  return runs;
}

/** Gap along a line and rows between its runs that do not end it. */
const GAP = 8;
const ROWS = 2;

/** Runs that touch or nearly touch, together: one line, be it sloped. */
function linked(runs: readonly Run[]): Run[][] {
  const parent = runs.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  };
  for (let i = 0; i < runs.length; i++)
    for (let j = i + 1; j < runs.length && runs[j]!.y - runs[i]!.y <= ROWS; j++) {
      const [a, b] = [runs[i]!, runs[j]!];
      if (b.from <= a.to + GAP && a.from <= b.to + GAP) parent[root(j)] = root(i);
    }
  return [...Map.groupBy(runs, (_, i) => root(i)).values()];
}

/** Whether what lies above differs from what lies below, as at the edge of a sheet. */
function isEdge({ width, height, data }: Plane, first: Run, last: Run): boolean {
  const differences: number[] = [];
  for (let step = 1; step < 8; step++) {
    const x = Math.round(first.from + ((last.to - first.from) * step) / 8);
    const y = Math.round(first.y + ((last.y - first.y) * step) / 8);
    const [above, below] = [y - 9, y + 9];
    if (above < 0 || below >= height || x >= width) return true;
    differences.push(Math.abs(data[above * width + x]! - data[below * width + x]!));
  }
  return differences.sort((a, b) => a - b)[3]! > EDGE;
}
