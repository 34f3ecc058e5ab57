import type { ReadLine } from '../recognise/line.ts';
import type { Frame } from './frame.ts';
import { columnsUnder } from './grid.ts';
import type { Grid } from './grids.ts';

/** A line that lies across the white between two columns, and where: shares of its rectangle's width. */
export interface Crossing {
  readonly line: ReadLine;
  readonly from: number;
  readonly to: number;
}

/** Lines that detection may have joined from two cells. */
export function crossingsOf({ rows, columns }: Grid, frame: Frame): Crossing[] {
  return rows.flatMap(({ segments }) =>
    segments.flatMap((segment) => {
      const [first, last] = columnsUnder(segment, columns);
      const [topLeft, , , bottomLeft] = segment.line.line.polygon.map(frame.toFrame);
      const start = (topLeft.x + bottomLeft.x) / 2;
      const share = (x: number) => (x - start) / segment.line.rectangle.width;
      return columns.slice(first, last).map(({ right }, i) => ({
        line: segment.line,
        from: share(right),
        to: share(columns[first + i + 1].left),
      }));
    }),
  );
}
