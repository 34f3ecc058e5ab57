import { logBinomialTail } from '../../dct/binomial.ts';
import { NO_VOTE, SPACING, type Votes } from '../../dct/votes.ts';

export interface ForeignRegion {
  /** Grid origin 8·y + x that its pixels vote for. */
  readonly origin: number;
  /** Bounding box in voters, right and bottom exclusive. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly votes: number;
  readonly logNfa: number;
}

/** How far apart two voters of one region may be, in voters: ZERO's 9 pixels, on our lattice. */
const REACH = 2;
/** Voters that one independent 8 × 8 block holds. */
const VOTERS_A_BLOCK = 64 / SPACING ** 2;

/**
 * Regions whose pixels agree on another origin than the page's, meaningful in the a contrario sense (ZERO, section 2.3):
 * grown from each voter, tested on the bounding box at one chance in 64 an independent block.
 */
export function foreignRegions(votes: Votes, main: number): ForeignRegion[] {
  const { columns, rows, origins } = votes;
  const seen = new Uint8Array(origins.length);
  const blocks = (columns * rows) / VOTERS_A_BLOCK;
  const logTests = Math.log10(64 * blocks ** 1.5);
  const found: ForeignRegion[] = [];
  const stack: number[] = [];
  for (let seed = 0; seed < origins.length; seed++) {
    const origin = origins[seed]!;
    if (seen[seed] || origin === NO_VOTE || origin === main) continue;
    let left = columns;
    let right = 0;
    let top = rows;
    let bottom = 0;
    let count = 0;
    seen[seed] = 1;
    stack.push(seed);
    while (stack.length > 0) {
      const at = stack.pop()!;
      const x = at % columns;
      const y = (at - x) / columns;
      count++;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
      for (let j = Math.max(0, y - REACH); j <= Math.min(rows - 1, y + REACH); j++) {
        for (let i = Math.max(0, x - REACH); i <= Math.min(columns - 1, x + REACH); i++) {
          const next = j * columns + i;
          if (seen[next] || origins[next] !== origin) continue;
          seen[next] = 1;
          stack.push(next);
        }
      }
    }
    const size = ((right - left) * (bottom - top)) / VOTERS_A_BLOCK;
    const logNfa = logTests + logBinomialTail(Math.floor(size), Math.floor(count / VOTERS_A_BLOCK), 1 / 64);
    if (logNfa < 0) found.push({ origin, left, top, right, bottom, votes: count, logNfa });
  }
  return found.sort((a, b) => a.logNfa - b.logNfa);
}
