import type { RecognisedTable, TableCell } from '../../text.ts';
import { regionOver } from '../geometry/rectangle.ts';
import { confidenceOf } from '../recognise/line.ts';
import { type Frame, regionOnPage } from './frame.ts';
import { type Column, columnsOf, columnsUnder } from './grid.ts';
import type { Row } from './rows.ts';

/** Rows of a table of three columns or more; one of two columns needs `LEAST_PAIRS`. */
const LEAST_ROWS = 3;
const LEAST_PAIRS = 4;
/** Distance between rows of one table, in heights of a row. */
const MOST_LEADING = 3.2;
/** Share of a table's cells that hold text. */
const LEAST_FILLED = 0.5;

/** Tables among the rows, from the top: rows of several cells each that share their columns. */
export function tablesOf(
  rows: readonly Row[],
  frame: Frame,
  page: { width: number; height: number },
): RecognisedTable[] {
  return runsOf(rows).flatMap((run) => {
    const columns = columnsOf(run);
    const least = columns.length > 2 ? LEAST_ROWS : LEAST_PAIRS;
    if (columns.length < 2 || run.length < least) return [];
    const cells = run.map((row, i) => cellsOf(row, i, columns, bands(run)[i], frame, page));
    const filled = cells.flat().filter(({ text }) => text !== '').length;
    if (filled < LEAST_FILLED * run.length * columns.length) return [];
    return [{ region: regionOver(cells.flat().map(({ region }) => region)), rows: cells }];
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

/** Top and bottom of each row: half way to its neighbours. */
function bands(rows: readonly Row[]): { top: number; bottom: number }[] {
  return rows.map(({ y, height }, i) => {
    const above = rows[i - 1];
    const below = rows[i + 1];
    return { top: above ? (above.y + y) / 2 : y - height / 2, bottom: below ? (y + below.y) / 2 : y + height / 2 };
  });
}

function cellsOf(
  { segments }: Row,
  row: number,
  columns: readonly Column[],
  band: { top: number; bottom: number },
  frame: Frame,
  page: { width: number; height: number },
): TableCell[] {
  const spans = segments.map((segment) => ({ segment, span: columnsUnder(segment, columns) }));
  const cells: TableCell[] = [];
  for (let column = 0; column < columns.length; ) {
    const starting = spans.filter(({ span }) => span[0] === column);
    const end = Math.max(column, ...starting.map(({ span }) => span[1]));
    const within = spans.filter(({ span }) => span[0] >= column && span[0] <= end);
    const characters = within.flatMap(({ segment }) => segment.characters);
    const place = { left: columns[column].left, right: columns[end].right, ...band };
    cells.push({
      text: characters.map(({ text }) => text).join(''),
      confidence: confidenceOf(characters),
      region:
        characters.length > 0
          ? regionOver(characters.map(({ region }) => region))
          : regionOnPage(place, frame, page),
      characters,
      row,
      column,
      ...(end > column ? { columnSpan: end - column + 1 } : {}),
    });
    column = end + 1;
  }
  return cells;
}
