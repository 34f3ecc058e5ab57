// How what the network says becomes a probability, and what words that differ take off it: log-likelihood ratios, at even odds.
import {
  alignImprints,
  type Differing,
  type ImprintNetwork,
  imprintLogOdds,
  networkLogOdds,
  type Weights,
  wordsDiffer,
} from '@jianzhen/detector-seal';
import { SEALS_RELATED_FROM } from '@jianzhen/engine';
import { auc } from '@jianzhen/evaluate';
import { fitLogRatio } from '@jianzhen/learn';
import type { FittingSeal, Pairing } from './pairs.ts';

/** Pull towards nothing: where a few hundred copies separate, weights would grow without end. */
const RIDGE = 1e-4;
/** Probabilities that are told of: by the second the service links. */
const REACHED = [0.9, SEALS_RELATED_FROM] as const;

/** @param pairings of seals that neither trees nor network were fitted on */
export async function fitWeights(pairings: readonly Pairing[], network: ImprintNetwork): Promise<Weights> {
  const kinds: string[] = [];
  const asked: number[] = [];
  const rows: [network: number, one: number][] = [];
  const trees: number[] = [];
  const labels: number[] = [];
  const differ: (Differing | null)[] = [];
  for (const [a, b] of pairings) {
    const pair = [a.map, b.map] as const;
    const agreement = alignImprints(...pair);
    const said = (await networkLogOdds([pair], [agreement], network)).get(0);
    kinds.push(kindOf(a, b));
    if (said === undefined) continue;
    asked.push(kinds.length - 1);
    rows.push([said, 1]);
    trees.push(imprintLogOdds(agreement.features));
    labels.push(a.imprint === b.imprint ? 1 : 0);
    differ.push(a.words && b.words ? wordsDiffer(a.words, b.words) : null);
  }
  const [weight, offset] = fitLogRatio(rows, labels, { ridge: RIDGE });
  const told = [trees, rows.map(([said]) => said)].map((scores) => auc(scores, labels).toFixed(4));
  console.error(
    `asked of ${labels.length} pairs, ${labels.filter(Boolean).length} alike; AUC of trees ${told[0]}, network ${told[1]}`,
  );
  const [alike, others] = [1, 0].map((label) => differ.filter((_, i) => labels[i] === label));
  const ratio = (how: Differing) => rounded(logRatio(how, alike!, others!));
  const weights = {
    ...{ network: rounded(weight!), offset: rounded(offset!) },
    otherWords: { likely: ratio('likely'), surely: ratio('surely') },
  };
  const logOdds = rows.map(([said], i) => {
    const how = differ[i];
    return weights.network * said + weights.offset + (how ? weights.otherWords[how] : 0);
  });
  tellReached(
    kinds,
    asked.map((pair, i): [string, number] => [kinds[pair]!, 1 / (1 + Math.exp(-logOdds[i]!))]),
  );
  return weights;
}

const kindOf = (a: FittingSeal, b: FittingSeal): string =>
  a.imprint === b.imprint ? 'copies' : a.template === b.template ? 'twins' : 'strangers';

/** Prints how many pairs of each kind reach what the service asks for, and less. */
function tellReached(kinds: readonly string[], told: readonly (readonly [string, number])[]): void {
  for (const from of REACHED) {
    const counts = ['copies', 'twins', 'strangers'].map((kind) => {
      const reached = told.filter(([own, probability]) => own === kind && probability >= from).length;
      return `${reached} of ${kinds.filter((own) => own === kind).length} pairs of ${kind}`;
    });
    console.error(`${from} is reached by ${counts.join(', ')}`);
  }
}

type Told = readonly (Differing | null)[];

/** Of words that differ so surely: half a pair more of either kind, so that what was not seen once is not held impossible (Jeffreys' prior). */
function logRatio(how: Differing, alike: Told, others: Told): number {
  const count = (pairs: Told) => pairs.filter((one) => one === how).length;
  for (const [name, pairs] of Object.entries({ alike, others }))
    console.error(`words ${how} differ in ${count(pairs)} of ${pairs.length} pairs (${name})`);
  const share = (pairs: Told) => (count(pairs) + 0.5) / (pairs.length + 1);
  return Math.log(share(alike) / share(others));
}

const rounded = (value: number): number => Number(value.toPrecision(4));
