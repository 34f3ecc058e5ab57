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

/** One search for former tables. */
export interface Search {
  /** Noise levels to try, likeliest first. */
  readonly noises: readonly ArrayLike<number>[];
  /** Fit below which a former table is an accident. */
  readonly leastFit: number;
}

export interface LayerOptions {
  /** For the save before the present one. */
  readonly last: Search;
  /** For saves before that, seen through its error; null where these are not looked for. */
  readonly earlier: Search | null;
}

/**
 * The former quantisation against which something on the page stands out most; null where the page has none. An edit
 * breaks only the quantisations before it, so each save of the page's past is tested on its own: where the last one is
 * plain it is peeled off, where it is not what came before may still show through it.
 */
export function judgeLayers(
  evidence: Evidence,
  { last, earlier }: LayerOptions,
  width: number,
  height: number,
): Layer | null {
  const layers: Layer[] = [];
  const judge = (present: Evidence, { noises, leastFit }: Search): Primary | null => {
    const primaries = findPrimaries(present, noises).filter((primary) => primary.fit >= leastFit);
    for (const primary of unlike(primaries)) {
      const map = cellsOfBlocks(present.set, blockRatios(present, primary), width, height);
      layers.push({ primary, map, scan: scanRectangles(map) });
    }
    return primaries[0] ?? null;
  };
  const first = judge(evidence, last);
  if (earlier) {
    if (first && first.fit >= PEELABLE_FIT) judge(peel(evidence, first), last);
    else judge(evidence, earlier);
  }
  return layers.reduce<Layer | null>((a, b) => (a && a.scan.score >= b.scan.score ? a : b), null);
}

/** The best table and the next that is not its neighbour. */
function unlike(primaries: readonly Primary[]): Primary[] {
  const first = primaries[0];
  if (!first) return [];
  const second = primaries.find((p) => p.family !== first.family || Math.abs(p.quality - first.quality) > 4);
  return second ? [first, second] : [first];
}
