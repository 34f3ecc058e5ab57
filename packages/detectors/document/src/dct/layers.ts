import type { CellMap } from '../signal.ts';
import { cellsOfBlocks } from './cells.ts';
import { blockRatios, type Evidence } from './hypothesis.ts';
import { peel } from './peel.ts';
import { findPrimaries, type Primary } from './primary.ts';
import { type Scan, scanRectangles } from './scan.ts';

/** One former quantisation of the page, and which blocks do not show it. */
export interface Layer {
  readonly primary: Primary;
  readonly map: CellMap;
  readonly scan: Scan;
}

/** A former table as plain as this may be peeled off. */
const PEELABLE_FIT = 2.5;

export interface LayerOptions {
  /** Noise levels to try, likeliest first. */
  readonly noises: readonly ArrayLike<number>[];
  /** Fit below which a former table is an accident. */
  readonly leastFit: number;
  /** Saves that are looked back through. */
  readonly depth: number;
}

/**
 * The former quantisation against which something on the page stands out most; null where the page has none. An edit
 * breaks only the quantisations before it, so each save of the page's past is tested on its own.
 */
export function judgeLayers(
  evidence: Evidence,
  { noises, leastFit, depth }: LayerOptions,
  width: number,
  height: number,
): Layer | null {
  let best: Layer | null = null;
  let present = evidence;
  for (let save = 0; save < depth; save++) {
    const primaries = findPrimaries(present, noises).filter((primary) => primary.fit >= leastFit);
    for (const primary of unlike(primaries)) {
      const map = cellsOfBlocks(present.set, blockRatios(present, primary), width, height);
      const scan = scanRectangles(map);
      if (!best || scan.score > best.scan.score) best = { primary, map, scan };
    }
    const last = primaries[0];
    if (!last || last.fit < PEELABLE_FIT) break;
    present = peel(present, last);
  }
  return best;
}

/** The best table and the next that is not its neighbour. */
function unlike(primaries: readonly Primary[]): Primary[] {
  const first = primaries[0];
  if (!first) return [];
  const second = primaries.find((p) => p.family !== first.family || Math.abs(p.quality - first.quality) > 4);
  return second ? [first, second] : [first];
}
