// Pairs of copies of seals, and the trees that weigh how they agree.
import { createHash } from 'node:crypto';
import {
  alignImprints,
  compareGeometry,
  createSealIndex,
  type PairModel,
  type PolarMap,
  type ReadWords,
} from '@jianzhen/detector-seal';
import { auc } from '@jianzhen/evaluate';
import { type Ensemble, logOdds } from '@jianzhen/evidence';
import { boost, fitBeta, seeded } from '@jianzhen/learn';

export interface FittingSeal {
  readonly imprint: string;
  readonly template: string;
  /** The same for seals that were drawn together: of one template, or one after the other. */
  readonly group: string;
  /** Seals of one shape are compared; others are told apart before. */
  readonly shape: string;
  readonly map: PolarMap;
  readonly geometry: Float32Array;
  /** For the likeliest ways up: those that are kept, and those that a search asks for. */
  readonly codes: readonly Uint32Array[];
  readonly asked: readonly Uint32Array[];
  /** What was read of it, where that is asked for. */
  readonly words?: ReadWords;
}

export type Pairing = readonly [FittingSeal, FittingSeal];

export interface Pair {
  /** Template of the first: what folds go by. */
  readonly group: string;
  readonly label: 0 | 1;
  readonly features: Readonly<Record<string, number>>;
}

const FOLDS = 5;
/** Strangers of its shape for each seal. */
const STRANGERS = { imprint: 2, network: 1, template: 12 } as const;
/** Codes that are nearest each of a seal's, whose seals are what a search would compare it with. */
const NEAREST = 4;

/** Copies of one imprint against twins of their group, the strangers that a search brings up, and others of their shape. */
export function imprintPairs(seals: readonly FittingSeal[]): Pair[] {
  const make = (a: FittingSeal, b: FittingSeal): Pair => {
    const label = a.imprint === b.imprint ? 1 : 0;
    return { group: a.template, label, features: { ...alignImprints(a.map, b.map).features } };
  };
  const near = nearest(seals, ({ codes }) => codes);
  return [...pairs(seals, STRANGERS.imprint, make), ...near.map(([a, b]) => make(a, b))];
}

/** The same sorts of pairs for the network, of strangers those that a search by all ways up brings up. */
export const networkPairings = (seals: readonly FittingSeal[]): Pairing[] => [
  ...pairs(seals, STRANGERS.network, (a, b): Pairing => [a, b]),
  ...nearest(seals, ({ asked }) => asked),
];

/** Seals of different groups whose codes are nearest, each pair once. */
function nearest(
  seals: readonly FittingSeal[],
  sought: (seal: FittingSeal) => readonly Uint32Array[],
): Pairing[] {
  const owners = seals.flatMap((seal) => seal.codes.map(() => seal));
  const index = createSealIndex();
  for (const { codes } of seals) for (const code of codes) index.add(code);
  const met = new Map(seals.map((seal) => [seal, new Set<FittingSeal>()]));
  return seals.flatMap((a) =>
    sought(a)
      .flatMap((code) => index.search(code, NEAREST))
      .flatMap(({ number }) => {
        const b = owners[number]!;
        if (b.group === a.group || met.get(a)!.has(b)) return [];
        met.get(a)!.add(b);
        met.get(b)!.add(a);
        return [[a, b] as const];
      }),
  );
}

/** Seals of one template under different names against strangers of their shape; copies of one imprint are left out. */
export function templatePairs(seals: readonly FittingSeal[]): Pair[] {
  return pairs(seals, STRANGERS.template, (a, b) => {
    if (a.imprint === b.imprint) return null;
    const label = a.template === b.template ? 1 : 0;
    return { group: a.template, label, features: compareGeometry(a.geometry, b.geometry) };
  });
}

function pairs<T>(
  seals: readonly FittingSeal[],
  strangers: number,
  make: (a: FittingSeal, b: FittingSeal) => T | null,
): T[] {
  const random = seeded(11);
  const out: T[] = [];
  for (const [i, a] of seals.entries()) {
    const add = (b: FittingSeal) => {
      const pair = make(a, b);
      if (pair) out.push(pair);
    };
    for (const b of seals.slice(i + 1)) if (b.group === a.group) add(b);
    const others = seals.filter((b) => b.group !== a.group && b.shape === a.shape);
    for (let k = 0; k < strangers && others.length > 0; k++)
      add(others[Math.floor(random() * others.length)]!);
  }
  return out;
}

/** Trees on all pairs; calibration, at even odds, from cross-validation by template. */
export function fitPairs(pairs: readonly Pair[], name: string): PairModel {
  const foldOf = ({ group }: Pair) => createHash('sha1').update(group).digest()[0]! % FOLDS;
  const scores: number[] = [];
  const labels: number[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const trees = fitTrees(pairs.filter((pair) => foldOf(pair) !== fold));
    for (const pair of pairs) {
      if (foldOf(pair) !== fold) continue;
      scores.push(logOdds(trees, pair.features));
      labels.push(pair.label);
    }
  }
  const same = labels.filter(Boolean).length;
  console.error(
    `${name}: ${same} pairs alike of ${labels.length}, held-out AUC ${auc(scores, labels).toFixed(4)}`,
  );
  const { low, high, offset } = fitBeta(scores, labels);
  const calibration = { low, high, offset: offset - Math.log(same / (labels.length - same)) };
  return { trees: fitTrees(pairs), calibration };
}

function fitTrees(pairs: readonly Pair[]): Ensemble {
  const features = Object.keys(pairs[0]!.features);
  const matrix = new Float32Array(pairs.length * features.length);
  for (const [i, pair] of pairs.entries())
    for (const [j, name] of features.entries()) matrix[i * features.length + j] = pair.features[name]!;
  const options = {
    rounds: 160,
    depth: 4,
    rate: 0.1,
    lambda: 3,
    minWeight: 3,
    columns: 0.6,
    rows: 0.7,
    seed: 1,
  };
  const { bias, trees } = boost({ matrix, labels: Uint8Array.from(pairs, ({ label }) => label) }, options);
  return { features, bias: rounded(bias), trees: trees.map(shortened) };
}

const rounded = (value: number): number => Number(value.toPrecision(5));

/** A tree with its numbers to five digits: the file is read at every start. */
export const shortened = (tree: Ensemble['trees'][number]): Ensemble['trees'][number] => ({
  ...tree,
  threshold: tree.threshold.map(rounded),
  value: tree.value.map(rounded),
});
