import type { RecognisedPage } from '../../text.ts';
import { withinQuarter } from '../geometry/hull.ts';
import { pageSkew } from '../detect/skew.ts';
import type { ReadLine } from '../recognise/line.ts';
import { blocksOf } from './columns.ts';
import { lineSegment, readingFrame } from './frame.ts';
import { splitAtGaps } from './gaps.ts';
import { rowsOf } from './rows.ts';
import { tablesOf } from './tables.ts';

/**
 * Lines in reading order, and tables. Text on a page that lies askew, on its side or upside down is put in the order of who holds
 * the page upright.
 *
 * @param quarters quarter turns clockwise by which the page's text is turned
 */
export function layOut(
  lines: readonly ReadLine[],
  quarters: number,
  page: { width: number; height: number },
): RecognisedPage {
  const skew = pageSkew(lines.map(({ rectangle }) => ({ ...rectangle, angle: withinQuarter(rectangle.angle) })));
  const frame = readingFrame((quarters * Math.PI) / 2 + skew);
  const blocks = blocksOf(lines.map((line) => lineSegment(line, frame)));
  const read = blocks.flatMap((block) => rowsOf(block).flatMap(({ segments }) => segments));
  const tables = blocks.flatMap((block) => {
    const rows = rowsOf(block.flatMap((segment) => splitAtGaps(segment, frame)));
    return tablesOf(rows, frame, page);
  });
  return { width: page.width, height: page.height, lines: read.map(({ line }) => line.line), tables };
}
