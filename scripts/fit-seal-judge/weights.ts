// How the network's word and the trees' become one probability: a log-likelihood ratio, linear in both, at even odds.
import {
  alignImprints,
  evidenceOf,
  type ImprintNetwork,
  type Weights,
  wordsDiffer,
} from '@jianzhen/detector-seal';
import { auc } from '@jianzhen/evaluate';
import { fitLogRatio } from '@jianzhen/learn';
import type { Pairing } from './pairs.ts';

/** Pull towards nothing: where a few hundred copies separate, weights would grow without end. */
const RIDGE = 1e-4;

/** @param pairings of seals that neither trees nor network were fitted on */
export async function fitWeights(pairings: readonly Pairing[], network: ImprintNetwork): Promise<Weights> {
  const rows: [trees: number, network: number, one: number][] = [];
  const labels: number[] = [];
  const differ: boolean[] = [];
  for (const [a, b] of pairings) {
    const pair = [a.map, b.map] as const;
    const told = (await evidenceOf([pair], [alignImprints(...pair)], network)).get(0);
    if (!told) continue;
    rows.push([told.trees, told.network, 1]);
    labels.push(a.imprint === b.imprint ? 1 : 0);
    differ.push(Boolean(a.words && b.words && wordsDiffer(a.words, b.words)));
  }
  const [trees, weight, offset] = fitLogRatio(rows, labels, { ridge: RIDGE });
  const scores = [
    rows.map(([score]) => score),
    rows.map(([, word]) => word),
    rows.map(([score, word]) => trees! * score + weight! * word),
  ];
  const told = scores.map((values) => auc(values, labels).toFixed(4));
  console.error(
    `asked of ${labels.length} pairs, ${labels.filter(Boolean).length} alike; AUC of trees ${told[0]}, network ${told[1]}, both ${told[2]}`,
  );
  const otherWords = logRatio(
    differ.filter((_, i) => labels[i] === 1),
    differ.filter((_, i) => labels[i] === 0),
  );
  return {
    ...{ trees: rounded(trees!), network: rounded(weight!), offset: rounded(offset!) },
    otherWords: rounded(otherWords),
  };
}

/** Of words that surely differ: half a pair more of either kind, so that what was not seen once is not held impossible (Jeffreys' prior). */
function logRatio(alike: readonly boolean[], others: readonly boolean[]): number {
  const share = (pairs: readonly boolean[]) => (pairs.filter(Boolean).length + 0.5) / (pairs.length + 1);
  for (const [name, pairs] of Object.entries({ alike, others }))
    console.error(
      `words surely differ in ${pairs.filter(Boolean).length} of ${pairs.length} pairs (${name})`,
    );
  return Math.log(share(alike) / share(others));
}

const rounded = (value: number): number => Number(value.toPrecision(4));
