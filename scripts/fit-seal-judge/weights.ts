// How what the network says becomes a probability, and what words that differ take off it: log-likelihood ratios, at even odds.
import {
  ASKED_FROM,
  alignImprints,
  type Differing,
  type ImprintNetwork,
  imprintLogOdds,
  networkLogOdds,
  sameImprintByTrees,
  type Weights,
  wordsDiffer,
} from '@jianzhen/detector-seal';
import { SEALS_RELATED_FROM } from '@jianzhen/engine';
import { auc } from '@jianzhen/evaluate';
import { fitLogRatio } from '@jianzhen/learn';
import type { Pairing } from './pairs.ts';

/** Pull towards nothing: where a few hundred copies separate, weights would grow without end. */
const RIDGE = 1e-4;
/** Probabilities that are told of: by the second the service links. */
const REACHED = [0.9, SEALS_RELATED_FROM] as const;

const KINDS = ['copies', 'twins', 'redrawn', 'strangers'] as const;
type Kind = (typeof KINDS)[number];

/** A pair with what is known of it. */
interface Weighed {
  readonly kind: Kind;
  /** Log-odds by the network. */
  readonly said: number;
  /** By the trees. */
  readonly trees: number;
  readonly words: Differing | null;
}

/** @param pairings of seals that neither trees nor network were fitted on */
export async function fitWeights(pairings: readonly Pairing[], network: ImprintNetwork): Promise<Weights> {
  const asked: Weighed[] = [];
  for (const [a, b] of pairings) {
    const pair = [a.map, b.map] as const;
    const { features, laid } = alignImprints(...pair);
    const trees = imprintLogOdds(features);
    if (sameImprintByTrees(trees) < ASKED_FROM) continue;
    const [said] = await networkLogOdds([[laid, pair]], network);
    const words = a.words && b.words ? wordsDiffer(a.words, b.words) : null;
    asked.push({ kind: kindOf([a, b]), said: said!, trees, words });
  }
  const labels = asked.map(({ kind }) => (kind === 'copies' ? 1 : 0));
  const aucBy = (by: 'trees' | 'said') =>
    auc(
      asked.map((one) => one[by]),
      labels,
    ).toFixed(4);
  console.error(
    `asked of ${asked.length} pairs, ${labels.filter(Boolean).length} alike; AUC of trees ${aucBy('trees')}, network ${aucBy('said')}`,
  );
  const [weight, offset] = fitLogRatio(
    asked.map(({ said }) => [said, 1]),
    labels,
    { ridge: RIDGE },
  );
  const weights = {
    ...{ network: rounded(weight!), offset: rounded(offset!) },
    otherWords: { likely: rounded(logRatio('likely', asked)), surely: rounded(logRatio('surely', asked)) },
  };
  tellReached(pairings.map(kindOf), asked, weights);
  return weights;
}

function kindOf([a, b]: Pairing): Kind {
  if (a.imprint === b.imprint) return 'copies';
  if (a.group !== b.group) return 'strangers';
  return a.template === b.template ? 'twins' : 'redrawn';
}

/** Of words that differ so surely: half a pair more of either kind, so that what was not seen once is not held impossible (Jeffreys' prior). */
function logRatio(how: Differing, asked: readonly Weighed[]): number {
  const share = (name: string, pairs: readonly Weighed[]) => {
    const count = pairs.filter(({ words }) => words === how).length;
    console.error(`words ${how} differ in ${count} of ${pairs.length} pairs (${name})`);
    return (count + 0.5) / (pairs.length + 1);
  };
  const [alike, others] = [true, false].map((same) =>
    asked.filter(({ kind }) => (kind === 'copies') === same),
  );
  return Math.log(share('alike', alike!) / share('others', others!));
}

/** Prints how many pairs of each kind reach what the service asks for, and less. */
function tellReached(kinds: readonly Kind[], asked: readonly Weighed[], weights: Weights): void {
  const probability = ({ said, words }: Weighed) =>
    1 / (1 + Math.exp(-(weights.network * said + weights.offset + (words ? weights.otherWords[words] : 0))));
  for (const from of REACHED) {
    const counts = KINDS.map((kind) => {
      const reached = asked.filter((pair) => pair.kind === kind && probability(pair) >= from).length;
      return `${reached} of ${kinds.filter((own) => own === kind).length} pairs of ${kind}`;
    });
    console.error(`${from} is reached by ${counts.join(', ')}`);
  }
}

const rounded = (value: number): number => Number(value.toPrecision(4));
