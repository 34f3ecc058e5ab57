import { type Column, columnsOf, columnsUnder } from './grid.ts';
import type { Row } from './rows.ts';

/** Rows that share their columns: a table's frame. */
export interface Grid {
  readonly rows: readonly Row[];
  /** From the left; two or more. */
  readonly columns: readonly Column[];
}

/** Rows of a table of three columns or more; one of two columns needs `LEAST_PAIRS`. */
const LEAST_ROWS = 3;
const LEAST_PAIRS = 4;
/** Distance between rows of one table, in heights of a row; and of its last row, in the median distance. */
const MOST_LEADING = 3.2;
const LAST_LEADING = 1.5;
/** Share of the columns that a row's own cells must fill to open a table. */
const OPENS = 0.6;
/** Share of a table's cells that hold text. */
const LEAST_FILLED = 0.4;
/** Share of a form's cells that begin with a label: such is no table. */
const MOST_LABELLED = 0.4;
/** Rows above and below a table that may be mistaken for its own. */
const MOST_STRANGERS = 4;

/** Tables' frames among rows, from the top. */
export function gridsOf(rows: readonly Row[]): Grid[] {
  return runsOf(rows).flatMap((run) => {
    const grid = bestGrid(run);
    return grid && isTable(grid) ? [grid] : [];
  });
}

/** Runs of rows with two segments or more; one with a single segment, a wrapped cell, does not end a run that goes on after it. */
function runsOf(rows: readonly Row[]): Row[][] {
  const runs: Row[][] = [];
  let run: Row[] = [];
  const close = () => {
    while (run.length > 0 && run.at(-1)!.segments.length < 2) run.pop();
    if (run.length > 0) runs.push(run);
    run = [];
  };
  for (const row of rows) {
    const last = run.at(-1);
    if (last && row.y - last.y > MOST_LEADING * Math.max(last.height, row.height)) close();
    const alone = row.segments.length < 2;
    if (alone && last && last.segments.length < 2) close();
    if (!alone || run.length > 0) run.push(row);
  }
  close();
  return runs;
}

/** The part of a run that has the most gaps between columns times rows, without rows above and below that do not keep to them. */
function bestGrid(run: readonly Row[]): Grid | null {
  let best: Grid | null = null;
  for (let below = 0; below <= MOST_STRANGERS; below++) {
    for (let above = 0; above <= MOST_STRANGERS; above++) {
      const rows = run.slice(above, run.length - below);
      if (rows.length < LEAST_ROWS) continue;
      const grid = { rows, columns: columnsOf(rows) };
      if (gaps(grid) > (best ? gaps(best) : 0)) best = grid;
    }
  }
  return best && trimmed(best);
}

const gaps = ({ rows, columns }: Grid) => (columns.length - 1) * rows.length;

function trimmed({ rows, columns }: Grid): Grid | null {
  const first = rows.findIndex((row) => ownCells(row, columns) >= OPENS * columns.length);
  if (first < 0) return null;
  const kept = rows.slice(first);
  const leadings = kept.slice(1).map((row, i) => row.y - kept[i].y);
  const usual = [...leadings].sort((a, b) => a - b)[leadings.length >> 1] ?? 0;
  while (kept.length > 1) {
    const leading = kept.at(-1)!.y - kept.at(-2)!.y;
    const strange = ownCells(kept.at(-1)!, columns) < OPENS * columns.length;
    if (!strange || leading <= LAST_LEADING * usual) break;
    kept.pop();
  }
  return { rows: kept, columns };
}

/** Columns in which a row has text that lies in no other. */
function ownCells({ segments }: Row, columns: readonly Column[]): number {
  const own = segments.map((segment) => columnsUnder(segment, columns)).filter(([from, to]) => from === to);
  return new Set(own.map(([from]) => from)).size;
}

function isTable({ rows, columns }: Grid): boolean {
  if (rows.length < (columns.length > 2 ? LEAST_ROWS : LEAST_PAIRS)) return false;
  const segments = rows.flatMap((row) => row.segments);
  const labelled = segments.filter(({ characters }) =>
    /^[^\d\x20-\x7e]{1,12}[:：]/u.test(characters.map(({ text }) => text).join('')),
  );
  if (labelled.length > MOST_LABELLED * segments.length) return false;
  const filled = rows.reduce((sum, row) => sum + filledCells(row, columns), 0);
  return filled >= LEAST_FILLED * rows.length * columns.length;
}

function filledCells({ segments }: Row, columns: readonly Column[]): number {
  const under = segments.map((segment) => columnsUnder(segment, columns));
  return columns.filter((_, i) => under.some(([from, to]) => from <= i && to >= i)).length;
}
