import type { RecognisedCharacter, RecognisedTable, TableCell } from '../../text.ts';
import { regionOver } from '../geometry/rectangle.ts';
import { confidenceOf } from '../recognise/line.ts';
import { type Frame, regionOnPage, type Segment } from './frame.ts';
import { type Column, columnsUnder } from './grid.ts';
import type { Grid } from './grids.ts';
import type { Row } from './rows.ts';

/** Where a cell lies in the reading frame. */
interface Place {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A grid's cells with their text. */
export function tableOf(
  { rows, columns }: Grid,
  frame: Frame,
  page: { width: number; height: number },
): RecognisedTable {
  const cells = rows.map((row, i) => {
    const [top, bottom] = band(rows, i);
    return cellsOf(row, columns).map(({ from, to, segments }): TableCell => {
      const place = { left: columns[from].left, right: columns[to].right, top, bottom };
      return { ...textOf(segments, place, frame, page), row: i, column: from, ...spanning(from, to) };
    });
  });
  return { region: regionOver(cells.flat().map(({ region }) => region)), rows: cells };
}

const spanning = (from: number, to: number) => (to > from ? { columnSpan: to - from + 1 } : {});

/** Top and bottom of a row: half way to its neighbours. */
function band(rows: readonly Row[], i: number): [number, number] {
  const { y, height } = rows[i];
  const top = i > 0 ? (rows[i - 1].y + y) / 2 : y - height / 2;
  const bottom = i + 1 < rows.length ? (y + rows[i + 1].y) / 2 : y + height / 2;
  return [top, bottom];
}

/** A row's cells from the left, each with the columns it covers; segments that cover a column in common share a cell. */
function cellsOf({ segments }: Row, columns: readonly Column[]) {
  const spans = segments.map((segment) => ({ segment, span: columnsUnder(segment, columns) }));
  const cells: { from: number; to: number; segments: Segment[] }[] = [];
  for (let from = 0; from < columns.length; ) {
    let to = from;
    for (const { span } of spans) if (span[0] >= from && span[0] <= to) to = Math.max(to, span[1]);
    const within = spans.filter(({ span }) => span[0] >= from && span[0] <= to);
    cells.push({ from, to, segments: within.map(({ segment }) => segment) });
    from = to + 1;
  }
  return cells;
}

function textOf(
  segments: readonly Segment[],
  place: Place,
  frame: Frame,
  page: { width: number; height: number },
) {
  const characters = segments.flatMap((segment, i): RecognisedCharacter[] => {
    if (i === 0) return [...segment.characters];
    const gap = { ...place, left: segments[i - 1].right, right: segment.left };
    const space = { text: ' ', confidence: 1, region: regionOnPage(gap, frame, page) };
    return [space, ...segment.characters];
  });
  return {
    text: characters.map(({ text }) => text).join(''),
    confidence: confidenceOf(characters),
    region:
      characters.length > 0
        ? regionOver(characters.map(({ region }) => region))
        : regionOnPage(place, frame, page),
    characters,
  };
}
