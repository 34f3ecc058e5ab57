import type { RecognisedPage } from '../../text.ts';
import { pageSkew } from '../detect/skew.ts';
import { withinQuarter } from '../geometry/hull.ts';
import type { ReadLine } from '../recognise/line.ts';
import { blocksOf } from './columns.ts';
import { type Crossing, crossingsOf } from './crossings.ts';
import { lineSegment, readingFrame } from './frame.ts';
import { splitAtGaps } from './gaps.ts';
import { gridsOf } from './grids.ts';
import { rowsOf } from './rows.ts';
import { tableOf } from './tables.ts';

export interface Layout {
  readonly page: RecognisedPage;
  readonly crossings: readonly Crossing[];
}

/**
 * Lines in reading order, and tables. Text on a page that lies askew, on its side or upside down is put in the order of who holds
 * the page upright.
 *
 * @param quarters quarter turns clockwise by which the page's text is turned
 */
export function layOut(
  lines: readonly ReadLine[],
  quarters: number,
  { width, height }: { width: number; height: number },
): Layout {
  const directions = lines.map(({ rectangle }) => ({ ...rectangle, angle: withinQuarter(rectangle.angle) }));
  const direction = (quarters * Math.PI) / 2 + pageSkew(directions);
  const frame = readingFrame(direction);
  const blocks = blocksOf(lines.map((line) => lineSegment(line, frame)));
  const read = blocks.flatMap((block) => rowsOf(block).flatMap(({ segments }) => segments));
  const grids = blocks.flatMap((block) => {
    return gridsOf(rowsOf(block.flatMap((segment) => splitAtGaps(segment, frame))));
  });
  const tables = grids.map((grid) => tableOf(grid, frame, { width, height }));
  return {
    page: { width, height, direction, lines: read.map(({ line }) => line.line), tables },
    crossings: grids.flatMap((grid) => crossingsOf(grid, frame)),
  };
}
