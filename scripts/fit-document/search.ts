// Does a search over forging settings that the detector fails on harden training? An experiment, run apart from the fit:
// node scripts/fit-document/search.ts --train MANIFEST … --validation MANIFEST … --cache DIR [--seeds 10] [--budget 320]
//
// Page trees are fitted in rounds on a growing set of forged pages. Both arms get the same first pages and the same number of pages a round;
// one draws them uniformly, the other by two adversarial bandits (Exp3; Auer, Cesa-Bianchi, Freund and Schapire 2002, "The nonstochastic
// multiarmed bandit problem"), one over operations, one over pipelines, whose reward is the detector's loss on the page drawn. A family of
// forgery is left out in turn; recall at 1% false alarms on validation pages of that family is compared. Statistics of the classical
// signals only: the network has seen every family.
import { parseArgs } from 'node:util';
import { LEARNED, STRUCTURAL, score } from '@jianzhen/detector-document';
import { tprAtFpr } from '@jianzhen/evaluate';
import { type BoostOptions, boost, seeded } from '@jianzhen/learn';
import { toEnsemble } from './cells.ts';
import { extractedOf, type FitSample, heldFromNetwork, samplesOf } from './samples.ts';

const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  erase: ['erase', 'inpaint-erase'],
  'copy-move': ['copy-move'],
  paste: ['splice', 'seal-paste', 'signature-paste'],
  type: ['retype', 'digit-substitution'],
  regenerate: ['regenerate'],
};
const TREES: BoostOptions = {
  rounds: 120,
  depth: 3,
  rate: 0.1,
  lambda: 6,
  minWeight: 4,
  columns: 0.4,
  rows: 0.7,
  seed: 1,
};
const ROUND = 40;
/** Share of draws that stay uniform, and the bandits' step. */
const EXPLORE = 0.2;
const STEP = 0.3;

const { values } = parseArgs({
  options: {
    train: { type: 'string', multiple: true, default: [] },
    validation: { type: 'string', multiple: true, default: [] },
    cache: { type: 'string', default: '' },
    seeds: { type: 'string', default: '10' },
    budget: { type: 'string', default: '320' },
  },
});

if (values.train.length === 0 || values.validation.length === 0 || !values.cache) {
  console.error(
    'usage: node scripts/fit-document/search.ts --train MANIFEST --validation MANIFEST --cache DIR [--seeds 10] [--budget 320]\n' +
      'The cache is what scripts/fit-document/main.ts left of the same manifests.',
  );
  process.exit(2);
}

interface Item {
  readonly sample: FitSample;
  readonly row: Float32Array;
}

let features: string[] = [];
function itemsOf(manifests: readonly string[], keep: (sample: FitSample) => boolean): Item[] {
  const samples = manifests.flatMap((manifest) => samplesOf(manifest, values.cache)).filter(keep);
  const known = samples.map((sample) => ({ sample, extracted: extractedOf(sample) }));
  if (features.length === 0)
    features = Object.keys(known[0]!.extracted.statistics)
      .filter((name) => !STRUCTURAL.has(name.split('.')[0]!) && !name.startsWith(LEARNED))
      .sort();
  return known
    .filter(({ extracted }) => extracted.track === 'jpeg')
    .map(({ sample, extracted }) => ({
      sample,
      row: Float32Array.from(features, (name) => extracted.statistics[name] ?? 0),
    }));
}

function detectorOf(items: readonly Item[]): (others: readonly Item[]) => number[] {
  const forged = items.filter(({ sample }) => sample.label).length;
  const weight = [items.length / (2 * (items.length - forged)), items.length / (2 * forged)];
  const matrix = new Float32Array(items.length * features.length);
  items.forEach(({ row }, i) => {
    matrix.set(row, i * features.length);
  });
  const labels = Uint8Array.from(items, ({ sample }) => sample.label);
  const weights = Float32Array.from(items, ({ sample }) => weight[sample.label]!);
  const ensemble = toEnsemble(boost({ matrix, labels, weights }, TREES), features);
  return (others) => {
    const planes = features.map((_, f) => Float32Array.from(others, ({ row }) => row[f]!));
    return [...score(ensemble, planes, others.length)];
  };
}

class Exp3 {
  readonly #weights = new Map<string, number>();
  constructor(arms: readonly string[]) {
    for (const arm of arms) this.#weights.set(arm, 0);
  }
  probability(arm: string): number {
    const most = Math.max(...this.#weights.values());
    const total = [...this.#weights.values()].reduce((sum, w) => sum + Math.exp(w - most), 0);
    const share = Math.exp(this.#weights.get(arm)! - most) / total;
    return (1 - EXPLORE) * share + EXPLORE / this.#weights.size;
  }
  arms(): string[] {
    return [...this.#weights.keys()];
  }
  /** @param reward 0–1 */
  learn(arm: string, reward: number): void {
    const estimate = reward / this.probability(arm) / this.#weights.size;
    this.#weights.set(arm, this.#weights.get(arm)! + STEP * estimate);
  }
}

type Draw = (pool: readonly Item[], random: () => number) => number;
const uniformly: Draw = (pool, random) => Math.floor(random() * pool.length);

/** A page in proportion to what both bandits give its setting, over how many pages of the pool share it. */
const byBandits =
  (ops: Exp3, pipelines: Exp3): Draw =>
  (pool, random) => {
    const setting = ({ sample }: Item) => `${sample.op} ${sample.pipeline}`;
    const counts = new Map<string, number>();
    for (const item of pool) counts.set(setting(item), (counts.get(setting(item)) ?? 0) + 1);
    const mass = pool.map(
      (item) =>
        (ops.probability(item.sample.op) * pipelines.probability(item.sample.pipeline)) /
        counts.get(setting(item))!,
    );
    let left = random() * mass.reduce((a, b) => a + b, 0);
    for (let i = 0; i < mass.length; i++) {
      left -= mass[i]!;
      if (left <= 0) return i;
    }
    return pool.length - 1;
  };

/** How probable each setting was when the bandits were done, summed over runs. */
const liked = new Map<string, number>();

function run(genuine: readonly Item[], forged: readonly Item[], seed: number, hard: boolean) {
  const random = seeded(seed);
  const pool = [...forged];
  const ops = new Exp3([...new Set(forged.map(({ sample }) => sample.op))]);
  const pipelines = new Exp3([...new Set(forged.map(({ sample }) => sample.pipeline))]);
  const chosen: Item[] = [];
  const take = (count: number, draw: Draw) => {
    const drawn: Item[] = [];
    while (drawn.length < count && pool.length > 0) drawn.push(pool.splice(draw(pool, random), 1)[0]!);
    chosen.push(...drawn);
    return drawn;
  };
  take(2 * ROUND, uniformly);
  let detector = detectorOf([...genuine, ...chosen]);
  while (chosen.length < Number(values.budget) && pool.length > 0) {
    const drawn = take(ROUND, hard ? byBandits(ops, pipelines) : uniformly);
    detector(drawn).forEach((logOdds, i) => {
      const reward = Math.min(1, Math.log1p(Math.exp(-logOdds)) / 3);
      ops.learn(drawn[i]!.sample.op, reward);
      pipelines.learn(drawn[i]!.sample.pipeline, reward);
    });
    detector = detectorOf([...genuine, ...chosen]);
  }
  if (hard)
    for (const bandit of [ops, pipelines])
      for (const arm of bandit.arms())
        liked.set(arm, (liked.get(arm) ?? 0) + bandit.probability(arm) * bandit.arms().length);
  return detector;
}

const train = itemsOf(values.train, heldFromNetwork);
const validation = itemsOf(values.validation, () => true);
const genuine = train.filter(({ sample }) => !sample.label);
const honest = validation.filter(({ sample }) => !sample.label);
const gains: number[] = [];
console.log('| Left out | Pages | Uniform: recall % at 1% false alarms | Bandits | Difference |');
console.log('|---|---:|---:|---:|---:|');
for (const [family, members] of Object.entries(FAMILIES)) {
  const seen = train.filter(({ sample }) => sample.label && !members.includes(sample.op));
  const unseen = validation.filter(({ sample }) => sample.label && members.includes(sample.op));
  const judged = [...honest, ...unseen];
  const labels = judged.map(({ sample }) => sample.label);
  const recalls = [false, true].map((hard) =>
    Array.from({ length: Number(values.seeds) }, (_, seed) =>
      tprAtFpr(run(genuine, seen, seed + 1, hard)(judged), labels, 0.01),
    ),
  );
  const differences = recalls[1]!.map((recall, i) => recall - recalls[0]![i]!);
  gains.push(...differences);
  const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length;
  const percent = (value: number) => (100 * value).toFixed(1);
  console.log(
    `| ${family} | ${unseen.length} | ${percent(mean(recalls[0]!))} | ${percent(mean(recalls[1]!))} | ${percent(mean(differences))} |`,
  );
}
const average = gains.reduce((a, b) => a + b, 0) / gains.length;
const spread = Math.sqrt(gains.reduce((sum, g) => sum + (g - average) ** 2, 0) / (gains.length - 1));
const half = (1.96 * spread) / Math.sqrt(gains.length);
console.log(
  `\nbandits against uniform: ${(100 * average).toFixed(1)} points ± ${(100 * half).toFixed(1)} (95%), ${gains.length} pairs`,
);
const runs = gains.length;
const order = [...liked].sort((a, b) => b[1] - a[1]);
console.log(
  `\nhow often the bandits ended up drawing a setting, against uniform: ${order.map(([arm, sum]) => `${arm} ${(sum / runs).toFixed(2)}`).join(', ')}`,
);
