import type { Segment } from './frame.ts';

/** Segments side by side, from the left. */
export interface Row {
  readonly segments: readonly Segment[];
  /** Middle of its height, mean over its segments. */
  readonly y: number;
  /** Median height of its segments. */
  readonly height: number;
}

/** Share of the smaller height by which two neighbours of a row must overlap. */
const OVERLAP = 0.5;
/** Share of the narrower one's width that neighbours may lie over each other. */
const MOST_COVERED = 0.3;

/** Segments of the same height on the page as rows from the top. A row may slope: each segment is held against the last one to its left. */
export function rowsOf(segments: readonly Segment[]): Row[] {
  const rows: Segment[][] = [];
  for (const segment of [...segments].sort((a, b) => a.left - b.left)) {
    let best: Segment[] | null = null;
    let most = OVERLAP;
    for (const row of rows) {
      const overlap = neighbourOverlap(row.at(-1)!, segment);
      if (overlap >= most) [best, most] = [row, overlap];
    }
    if (best) best.push(segment);
    else rows.push([segment]);
  }
  return rows.map(asRow).sort((a, b) => a.y - b.y);
}

/** Vertical overlap as a share of the smaller height; 0 for what lies over another. */
function neighbourOverlap(left: Segment, right: Segment): number {
  const covered = left.right - right.left;
  if (covered > MOST_COVERED * Math.min(left.right - left.left, right.right - right.left)) return 0;
  const distance = Math.abs(left.endY - right.startY);
  const overlap = (left.height + right.height) / 2 - distance;
  return Math.min(1, overlap / Math.min(left.height, right.height));
}

function asRow(segments: readonly Segment[]): Row {
  const heights = segments.map(({ height }) => height).sort((a, b) => a - b);
  const y = segments.reduce((sum, { startY, endY }) => sum + (startY + endY) / 2, 0) / segments.length;
  return { segments, y, height: heights[heights.length >> 1] };
}
