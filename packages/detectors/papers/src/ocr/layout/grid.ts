import type { Segment } from './frame.ts';
import type { Row } from './rows.ts';

/** A column of a table along the frame. */
export interface Column {
  readonly left: number;
  readonly right: number;
}

/** Share of the rows whose text may lie across a gap between columns: headings, merged cells. */
const MOST_ACROSS = 0.12;
/** With fewer rows than this, none may. */
const FEW_ROWS = 4;
/** Width of a gap in heights of a row. */
const LEAST_GAP = 0.25;
/** Share of its rows that a column fills at least; what does less is a straggler within another. */
const LEAST_FILLED = 0.25;

/** Columns from white space that runs through the rows, from the left. */
export function columnsOf(rows: readonly Row[]): Column[] {
  const segments = rows.flatMap((row) => row.segments);
  const most = rows.length < FEW_ROWS ? 0 : Math.max(1, Math.floor(MOST_ACROSS * rows.length));
  const least = LEAST_GAP * Math.min(...rows.map((row) => row.height));
  const edges = segments
    .flatMap(({ left, right }) => [
      { at: left, step: 1 },
      { at: right, step: -1 },
    ])
    .sort((a, b) => a.at - b.at || b.step - a.step);
  const columns: { left: number; right: number }[] = [];
  let depth = 0;
  for (const { at, step } of edges) {
    const before = depth;
    depth += step;
    if (before <= most && depth > most) {
      const last = columns.at(-1);
      if (!last || at - last.right >= least) columns.push({ left: at, right: at });
    } else if (before > most && depth <= most) columns.at(-1)!.right = at;
  }
  return joined(columns, rows).filter((column) => filled(column, rows) >= LEAST_FILLED * rows.length);
}

/** A heading is often set apart from the figures below it: with columns that no row fills both, where one holds a single cell, as one. */
function joined(columns: readonly Column[], rows: readonly Row[]): Column[] {
  const out: Column[] = [];
  for (const column of columns) {
    const last = out.at(-1);
    const both = last && { left: last.left, right: column.right };
    const single = last && Math.min(filled(last, rows), filled(column, rows)) <= 1;
    const apart = last && !rows.some((row) => fills(row, last) && fills(row, column));
    if (both && single && apart) out.splice(-1, 1, both);
    else out.push(column);
  }
  return out;
}

const fills = ({ segments }: Row, column: Column) => segments.some((segment) => covers(segment, column));

const filled = (column: Column, rows: readonly Row[]) => rows.filter((row) => fills(row, column)).length;

const covers = (segment: Segment, { left, right }: Column) => segment.left < right && segment.right > left;

/** First and last column that a segment lies in: those it covers, or else the nearest one. */
export function columnsUnder(segment: Segment, columns: readonly Column[]): [number, number] {
  const under = columns.flatMap((column, i) => (covers(segment, column) ? [i] : []));
  if (under.length > 0) return [under[0], under.at(-1)!];
  const centre = (segment.left + segment.right) / 2;
  const away = columns.map(({ left, right }) => Math.max(left - centre, centre - right));
  const nearest = away.indexOf(Math.min(...away));
  return [nearest, nearest];
}
