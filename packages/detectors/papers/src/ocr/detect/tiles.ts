/** Pixels that a page is brought to for detection: an A4 page at about 110 dpi, its print 12 pixels high or more. */
const WORKING_AREA = 1_150_000;
/** Least width of a long page (receipt, long screenshot), whatever its length. */
const LEAST_SIDE = 736;
/** Above this, a long page is made smaller all the same: time grows with the area. */
const MOST_AREA = 6_000_000;
/** Enlarging beyond this shows nothing new. */
const MOST_ENLARGED = 1.5;

/** Longest side of one run of the network. */
const LONGEST = 1408;
/** Pixels that a tile sees beyond what it answers for: some lines of print. */
const MARGIN = 64;

/** Factor from page pixels to those that detection works on. */
export function workingScale(width: number, height: number): number {
  const area = width * height;
  const wanted = Math.max(Math.sqrt(WORKING_AREA / area), LEAST_SIDE / Math.min(width, height));
  return Math.min(wanted, MOST_ENLARGED, Math.sqrt(MOST_AREA / area));
}

/** A span of pixels that a tile answers for (`from` to `to`, exclusive) and the wider one that it sees. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
}

export interface Tile {
  readonly across: Span;
  readonly down: Span;
}

function spans(length: number): Span[] {
  const parts = length <= LONGEST ? 1 : Math.ceil(length / (LONGEST - 2 * MARGIN));
  return Array.from({ length: parts }, (_, i) => {
    const from = Math.floor((i * length) / parts);
    const to = Math.floor(((i + 1) * length) / parts);
    return { from, to, first: Math.max(0, from - MARGIN), last: Math.min(length, to + MARGIN) };
  });
}

/** Tiles that cover a picture; one where it is small enough. */
export function tiles(width: number, height: number): Tile[] {
  return spans(height).flatMap((down) => spans(width).map((across) => ({ across, down })));
}
