// As in P. O'Neil, E. Cheng, D. Gawlick, E. O'Neil, "The log-structured merge-tree" (Acta Informatica 1996).

/** Items of consecutive numbers, `from` on and before `to`, sorted for a search. */
export interface Segment {
  readonly from: number;
  readonly to: number;
}

/** Newest items that are left unsorted, for a search to look at one by one. */
const NEWEST = 16_384;
/** A segment is joined with the one before while that is not so many times as large: few segments, and each item is sorted seldom. */
const LARGER = 4;

/**
 * The segments of an index that grows. Call the function with the number of items there are now: it sorts those that became too
 * many and returns all segments, oldest first; items from the last one's `to` on are not in any.
 * @param build sorts items
 */
export function growingSegments<S extends Segment>(
  build: (from: number, to: number) => S,
): (size: number) => readonly S[] {
  const segments: S[] = [];
  return (size) => {
    let from = segments.at(-1)?.to ?? 0;
    if (size - from > NEWEST) {
      while (segments.length > 0 && from - segments.at(-1)!.from < LARGER * (size - from))
        from = segments.pop()!.from;
      segments.push(build(from, size));
    }
    return segments;
  };
}
