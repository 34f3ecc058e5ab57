import { type BlockMatch, matchBlocks, type Window } from './blocks.ts';
import type { Field } from './field.ts';
import { RINGS, SECTORS } from './polar.ts';

/** Windows of about a character, half as far apart as they are high, from the star out. */
const HIGH = 10;
const WIDE = 14;
const PLACES = 24;
const BANDS = { from: 20, step: 5, to: 50 } as const;
/** Bands whose windows make one place of the lettering. */
const LETTERING = { from: 25, to: 45 } as const;
/** Correlation below which two windows show different things, and from which they show the same. */
const UNLIKE = 0.3;
const ALIKE = 0.7;

/** What windows of a character's size tell once two seals lie over each other; correlations −1 to 1. */
export interface WindowFeatures {
  /** The worst windows by rank. */
  readonly least1: number;
  readonly least2: number;
  readonly least4: number;
  readonly least8: number;
  readonly least16: number;
  /** Correlation below which a share of the windows lies. */
  readonly below05: number;
  readonly below10: number;
  readonly below25: number;
  readonly below50: number;
  readonly below75: number;
  /** Shares of the windows. */
  readonly unlike: number;
  readonly alike: number;
  /** Places of the lettering, each the mean of its windows: the worst by rank, and the middle one. */
  readonly place1: number;
  readonly place2: number;
  readonly place4: number;
  readonly place8: number;
  readonly placeHalf: number;
  readonly places: number;
  /** How much windows show, and how many of those that show anything do on both sides. */
  readonly shown: number;
  readonly both: number;
}

const WINDOWS: readonly Window[] = Array.from(
  { length: (BANDS.to - BANDS.from) / BANDS.step + 1 },
  (_, band) => band,
).flatMap((band) =>
  Array.from({ length: PLACES }, (_, place) => ({
    ring: BANDS.from + band * BANDS.step,
    sector: (place * SECTORS) / PLACES,
    rings: Math.min(HIGH, RINGS - BANDS.from - band * BANDS.step),
    sectors: WIDE,
  })),
);

/** @param b laid over `a` */
export function windowFeatures(a: Field, b: Field): WindowFeatures {
  const matches = matchBlocks(a, b, WINDOWS, 0, 1, 1);
  const showing = matches.filter(({ weight }) => weight > 0);
  const seen = showing.filter(({ absent }) => !absent);
  const sorted = seen.map(({ correlation }) => correlation).sort((p, q) => p - q);
  const rank = (values: readonly number[], k: number) => values[Math.min(k, values.length) - 1] ?? 0;
  const share = (of: number) => rank(sorted, 1 + Math.floor(of * (sorted.length - 1)));
  const places = placesOf(matches);
  const count = Math.max(1, seen.length);
  return {
    least1: rank(sorted, 1),
    least2: rank(sorted, 2),
    least4: rank(sorted, 4),
    least8: rank(sorted, 8),
    least16: rank(sorted, 16),
    below05: share(0.05),
    below10: share(0.1),
    below25: share(0.25),
    below50: share(0.5),
    below75: share(0.75),
    unlike: sorted.filter((value) => value < UNLIKE).length / count,
    alike: sorted.filter((value) => value >= ALIKE).length / count,
    place1: rank(places, 1),
    place2: rank(places, 2),
    place4: rank(places, 4),
    place8: rank(places, 8),
    placeHalf: rank(places, Math.ceil(places.length / 2)),
    places: places.length,
    shown: seen.reduce((sum, { weight }) => sum + weight, 0) / count,
    both: seen.length / Math.max(1, showing.length),
  };
}

/** Mean correlation of the lettering's windows at each place that both sides show, least first. */
function placesOf(matches: readonly BlockMatch[]): number[] {
  const found: number[] = [];
  for (let place = 0; place < PLACES; place++) {
    let [sum, total] = [0, 0];
    for (let ring = LETTERING.from; ring <= LETTERING.to; ring += BANDS.step) {
      const { weight, absent, correlation } = matches[((ring - BANDS.from) / BANDS.step) * PLACES + place]!;
      if (absent) continue;
      sum += weight * correlation;
      total += weight;
    }
    if (total > 0) found.push(sum / total);
  }
  return found.sort((p, q) => p - q);
}
