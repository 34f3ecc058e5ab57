import { seeded } from '@jianzhen/learn';
import { type Interval, middle95 } from '../metrics.ts';
import type { SortedTrials } from './trials.ts';

/** Who is on the two sides of each trial, in the order before sorting. */
export interface TrialSpeakers {
  readonly enrol: readonly string[];
  readonly test: readonly string[];
}

/**
 * 95% intervals by resampling speakers: a trial counts as often as both its speakers were drawn, one of a single speaker as often as that one
 * was. Trials of the same voices are no independent draws, so that intervals over trials would be far too narrow.
 */
export function speakerIntervals<K extends string>(
  trials: SortedTrials,
  { enrol, test }: TrialSpeakers,
  statistics: Readonly<Record<K, (trials: SortedTrials, weights: Float64Array) => number>>,
  { seed = 1, rounds = 200 } = {},
): Record<K, Interval> {
  const random = seeded(seed);
  const speakers = [...new Set([...enrol, ...test])];
  const place = new Map(speakers.map((speaker, i) => [speaker, i]));
  const left = Uint32Array.from(enrol, (speaker) => place.get(speaker)!);
  const right = Uint32Array.from(test, (speaker) => place.get(speaker)!);
  const names = Object.keys(statistics) as K[];
  const values = new Map(names.map((name): [K, number[]] => [name, []]));
  for (let round = 0; round < rounds; round++) {
    const drawn = new Float64Array(speakers.length);
    for (let i = 0; i < speakers.length; i++) drawn[Math.floor(random() * speakers.length)]!++;
    const weights = Float64Array.from(left, (a, i) => {
      const b = right[i]!;
      return a === b ? drawn[a]! : drawn[a]! * drawn[b]!;
    });
    for (const name of names) {
      const value = statistics[name](trials, weights);
      if (Number.isFinite(value)) values.get(name)!.push(value);
    }
  }
  return Object.fromEntries(names.map((name) => [name, middle95(values.get(name)!)])) as Record<K, Interval>;
}
