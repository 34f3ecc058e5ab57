import {
  equalErrorRate,
  minDcf,
  sortTrials,
  speakerIntervals,
  verificationMetrics,
} from '@jianzhen/evaluate';
import { seeded } from '@jianzhen/learn';
import type { VoiceSystem } from './systems.ts';

/** A recording that was heard. */
export interface HeardPrint<Print> {
  readonly corpus: string;
  readonly speaker: string;
  readonly print: Print;
}

export interface ScoredPairs {
  readonly scores: number[];
  readonly labels: number[];
  readonly enrol: string[];
  readonly test: string[];
}

const GROUP = 5;
const DRAWS = 5;

const noPairs = (): ScoredPairs => ({ scores: [], labels: [], enrol: [], test: [] });

/** All pairs within a corpus: between corpora, rooms and microphones would tell speakers apart. */
function addPairs<P, R>(
  { scores, labels, enrol, test }: ScoredPairs,
  system: VoiceSystem<P, R>,
  heard: readonly HeardPrint<P>[],
): void {
  const ready = heard.map(({ print }) => system.ready(print));
  heard.forEach((a, i) => {
    for (let j = 0; j < i; j++) {
      const b = heard[j]!;
      if (a.corpus !== b.corpus) continue;
      scores.push(system.score(ready[i]!, ready[j]!));
      labels.push(a.speaker === b.speaker ? 1 : 0);
      enrol.push(a.speaker);
      test.push(b.speaker);
    }
  });
}

export function oneAgainstOne<P, R>(system: VoiceSystem<P, R>, heard: readonly HeardPrint<P>[]): ScoredPairs {
  const pairs = noPairs();
  addPairs(pairs, system, heard);
  return pairs;
}

/** Each speaker's recordings in disjoint groups of five, five times anew; pairs are made within a draw. */
export function fiveAgainstFive<P, R>(
  system: VoiceSystem<P, R>,
  heard: readonly HeardPrint<P>[],
  seed: number,
): ScoredPairs {
  const pairs = noPairs();
  for (let draw = 0; draw < DRAWS; draw++)
    addPairs(pairs, system, groupsOf(system, heard, seed * DRAWS + draw));
  return pairs;
}

export function groupsOf<P, R>(
  system: Pick<VoiceSystem<P, R>, 'join'>,
  heard: readonly HeardPrint<P>[],
  seed: number,
): HeardPrint<P>[] {
  const random = seeded(seed);
  const speakers = Map.groupBy(heard, ({ speaker }) => speaker);
  return [...speakers.values()].flatMap((own) => {
    const order = own
      .map((each) => ({ each, key: random() }))
      .sort((a, b) => a.key - b.key)
      .map(({ each }) => each);
    return Array.from({ length: Math.floor(order.length / GROUP) }, (_, g) => {
      const [first, ...rest] = order.slice(g * GROUP, (g + 1) * GROUP);
      return { ...first!, print: system.join([first!.print, ...rest.map(({ print }) => print)]) };
    });
  });
}

/** Error rates with 95% intervals over speakers. */
export function measure({ scores, labels, enrol, test }: ScoredPairs, seed: number) {
  const trials = sortTrials(scores, labels);
  const intervals = speakerIntervals(
    trials,
    { enrol, test },
    { eer: equalErrorRate, minDcf: (sorted, weights) => minDcf(sorted, 0.01, weights) },
    { seed },
  );
  return { ...verificationMetrics(scores, labels), intervals };
}

export type Measured = ReturnType<typeof measure>;
