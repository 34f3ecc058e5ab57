// After G. Nagy, S. Seth, "Hierarchical representation of optically scanned documents" (ICPR 1984): white space that runs through cuts
// the page. A vertical cut is made only between columns of running text: cells of a table are read along their rows.

import type { Segment } from './frame.ts';

/** Lines on either side that a cut needs. */
const LEAST_LINES = 4;
/** Running text fills its column: median width of its lines as a share of the widest. */
const FILLED = 0.75;

const middle = ({ startY, endY }: Segment) => (startY + endY) / 2;

/** Blocks in reading order: columns of running text each on its own, all else as it stands. */
export function blocksOf(segments: readonly Segment[]): Segment[][] {
  const cut = gutter(segments);
  if (cut === null) return [[...segments]];
  const across = segments
    .filter(({ left, right }) => left < cut && right > cut)
    .sort((a, b) => middle(a) - middle(b));
  const rest = segments.filter((segment) => !across.includes(segment));
  const blocks: Segment[][] = [];
  let from = -Infinity;
  for (const bar of [...across, null]) {
    const to = bar ? middle(bar) : Infinity;
    const between = rest.filter((segment) => middle(segment) > from && middle(segment) <= to);
    const sides = [between.filter(({ right }) => right <= cut), between.filter(({ left }) => left >= cut)];
    blocks.push(...sides.filter((side) => side.length > 0), ...(bar ? [[bar]] : []));
    from = to;
  }
  return blocks;
}

/** Where two columns of running text part; null where the page has none. A few headings may cross it. */
function gutter(segments: readonly Segment[]): number | null {
  if (segments.length < 2 * LEAST_LINES) return null;
  const left = Math.min(...segments.map((segment) => segment.left));
  const right = Math.max(...segments.map((segment) => segment.right));
  for (const share of [0.5, 0.45, 0.55, 0.4, 0.6]) {
    const cut = left + share * (right - left);
    const before = segments.filter((segment) => segment.right <= cut);
    const after = segments.filter((segment) => segment.left >= cut);
    const across = segments.length - before.length - after.length;
    if (across <= 0.1 * segments.length && isRunningText(before) && isRunningText(after)) return cut;
  }
  return null;
}

function isRunningText(side: readonly Segment[]): boolean {
  if (side.length < LEAST_LINES) return false;
  const widths = side.map(({ left, right }) => right - left).sort((a, b) => a - b);
  const extent = Math.max(...side.map(({ right }) => right)) - Math.min(...side.map(({ left }) => left));
  return widths[widths.length >> 1] >= FILLED * extent;
}
