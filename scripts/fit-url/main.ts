// Fits what links are judged by: models/url/model.json.
// node scripts/fit-url/main.ts --urls DIR [--bits N] [--seed N] [--out FILE]
// Deceits up to 2023 and ordinary hosts of buckets 0–2 are fitted on; epochs, rounds, calibration and levels come from the first half of 2024
// and bucket 3. The test part is not read here.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { FEATURES, type TextModel, type UrlModelFile } from '@jianzhen/detector-qr';
import { calibrated } from '@jianzhen/evidence';
import { type FtrlOptions, fitBeta, fitFtrl, type Linear, operatingPoints } from '@jianzhen/learn';
import { readUrlSets } from '../../apps/cli/src/commands/eval-url/data.ts';
import { rowsOf } from '../../apps/cli/src/commands/eval-url/sparse.ts';
import { folds } from './folds.ts';
import { fitNames } from './names.ts';
import { featureMatrix, fitTrees } from './trees.ts';
import { chosen, weighed } from './weigh.ts';

const { values } = parseArgs({
  options: {
    urls: { type: 'string' },
    bits: { type: 'string', default: '19' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string', default: new URL('../../models/url/model.json', import.meta.url).pathname },
  },
});
if (!values.urls) {
  console.error('usage: node scripts/fit-url/main.ts --urls DIR [--bits N] [--seed N] [--out FILE]');
  process.exit(2);
}

const FOLDS = 4;
/** Links of each source on which the trees are fitted. */
const TREE_LINKS = { phishing: 45_000, scam: 6_000, benign: 20_000, served: 15_000 };
/** Phishing before this would weigh less than a fiftieth of the newest. */
const OLDEST = '2021';
const EVERY_SERVED = 3;
const seed = Number(values.seed);
const bits = Number(values.bits);
const WEIGHING = { halfLife: 0.5, served: 0.15, bare: 0.3 };
const ftrl: FtrlOptions = { bits, seed, alpha: 0.1, beta: 1, l1: 0.1, l2: 0, epochs: 4 };
const started = performance.now();
const say = (text: string) =>
  console.error(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${text}`);

const sets = readUrlSets(values.urls);
const names = fitNames(sets.train);
const train = weighed(
  sets.train.filter(({ source, date }, i) =>
    source === 'phishing' ? date >= OLDEST : source !== 'served' || i % EVERY_SERVED === 0,
  ),
  WEIGHING,
);
// Of validation every link counts as it is: no copies, no ages.
const held = weighed(sets.validation, { halfLife: Number.POSITIVE_INFINITY, served: 0, bare: 0 });
say(`${train.length} rows of training, ${held.length} of validation`);

const rows = rowsOf(train, bits);
const heldRows = rowsOf(held, bits);
const everything = Uint32Array.from(train.keys());
const whole = fitFtrl(rows, everything, ftrl, heldRows);
say(`text: ${whole.epochs} epochs, loss ${whole.loss.toFixed(4)} on validation`);
const text = quantised(whole);

const fold = folds(
  train.map(({ group }) => group),
  FOLDS,
);
const without = Array.from({ length: FOLDS }, (_, k) => {
  const others = everything.filter((r) => fold[r] !== k);
  const model = quantised(fitFtrl(rows, others, { ...ftrl, epochs: whole.epochs }));
  say(`text without fold ${k}`);
  return model;
});
const picked = chosen(train, TREE_LINKS, seed);
const matrix = featureMatrix(
  picked.map(({ sample }) => sample),
  (i) => ({ text: without[fold[picked[i]!.row]!]!, names }),
);
const heldMatrix = featureMatrix(held, () => ({ text, names }));
say(`${picked.length} rows for the trees`);
const { bias, trees, validationLoss } = fitTrees(matrix, heldMatrix, { seed });
say(`${trees.length} trees, loss ${validationLoss[trees.length - 1]!.toFixed(4)} on validation`);

const ensemble = { features: FEATURES, bias, trees: trees.map(rounded) };
const scores = held.map((_, i) => scoreOf(i));
const labels = held.map(({ label }) => label);
const fitted = fitBeta(scores, labels);
// Fitted at the set's odds, told at even odds: a shift by the logarithm of the set's odds, exactly (Saerens, Latinne, Decaestecker 2002).
const positives = labels.filter(Boolean).length;
const calibration = { ...fitted, offset: fitted.offset - Math.log(positives / (labels.length - positives)) };
const points = operatingPoints(
  scores.map((score) => calibrated(calibration, score)),
  labels,
);
const file: UrlModelFile = {
  version: '1',
  text: { bias: text.bias, scale: text.scale, weights: base64(text.weights) },
  names: { trigrams: base64(names.trigrams), words: [...names.words].join(' ') },
  trees: ensemble,
  calibration,
  levels: { caution: points.suspicious, danger: points.forged },
  typical: medians(),
};
mkdirSync(dirname(values.out), { recursive: true });
writeFileSync(values.out, `${JSON.stringify(file)}\n`);
say(`caution from ${points.suspicious.toFixed(3)}, danger from ${points.forged.toFixed(3)}; ${values.out}`);

function base64({ buffer }: Int8Array): string {
  return Buffer.from(buffer).toString('base64');
}

/** Weights as bytes: the largest few thousandths are cut, so that the others keep their steps. */
function quantised({ bias, weights }: Linear): TextModel {
  const sizes = weights
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort();
  const most = sizes[Math.floor(0.999 * sizes.length)] ?? 1;
  const scale = most / 127;
  const bytes = Int8Array.from(weights, (weight) =>
    Math.max(-127, Math.min(127, Math.round(weight / scale))),
  );
  return { bias, scale, weights: bytes };
}

function rounded<T extends { readonly threshold: number[]; readonly value: number[] }>(tree: T): T {
  const round = (value: number) => Number(value.toPrecision(5));
  return {
    ...tree,
    threshold: tree.threshold.map((value) => Number(value.toPrecision(7))),
    value: tree.value.map(round),
  };
}

function scoreOf(i: number): number {
  const at = i * FEATURES.length;
  let sum = bias;
  for (const tree of ensemble.trees) {
    let node = 0;
    while (tree.feature[node]! >= 0) {
      const value = heldMatrix.matrix[at + tree.feature[node]!]!;
      node = value <= tree.threshold[node]! ? tree.left[node]! : tree.right[node]!;
    }
    sum += tree.value[node]!;
  }
  return sum;
}

/** Of the inputs over ordinary links, unvetted hosts and copies left out. */
function medians(): Record<string, number> {
  const at = picked.flatMap(({ sample }, i) => (sample.source === 'benign' && !sample.copy ? [i] : []));
  return Object.fromEntries(
    FEATURES.map((name, f) => {
      const column = at.map((i) => matrix.matrix[i * FEATURES.length + f]!).sort((a, b) => a - b);
      return [name, Number((column[column.length >> 1] ?? 0).toPrecision(4))];
    }),
  );
}
