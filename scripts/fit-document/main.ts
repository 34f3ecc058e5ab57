// Fits models/document/classical.json: signals' maps and statistics → cell and page log-odds, calibration, operating points.
// node scripts/fit-document/main.ts --train DIR/manifest.csv --validation DIR/manifest.csv --cache DIR [--out FILE]
// Trees learn from all sources that the network has not seen, of the train and of the validation split; what is calibrated, thresholded
// and printed are validation pages by trees that did not see their source. No test page is read.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import {
  type DocumentModel,
  LEARNED,
  type ModelTrack,
  STRUCTURAL,
  type TrackModel,
} from '@jianzhen/detector-document';
import { auc, tprAtFpr } from '@jianzhen/evaluate';
import { calibrated } from '@jianzhen/evidence';
import { expectedCalibrationError, fitBeta, operatingPoints } from '@jianzhen/learn';
import { cellFeatures, fitCells, type Left } from './cells.ts';
import { crossFitted } from './cross.ts';
import type { Work } from './extract.ts';
import { fitMask } from './mask.ts';
import { fitPages, pageFeatures, pageScores, type ScoredPage, scorePages } from './pages.ts';
import { extractedOf, type FitSample, heldFromNetwork, samplesOf } from './samples.ts';

const { values } = parseArgs({
  options: {
    // Each may be given several times.
    train: { type: 'string', multiple: true, default: [] },
    validation: { type: 'string', multiple: true, default: [] },
    cache: { type: 'string' },
    out: {
      type: 'string',
      default: new URL('../../models/document/classical.json', import.meta.url).pathname,
    },
    without: { type: 'string', default: '' },
    // Operations whose forged pages are kept from fitting, to learn how an unknown way of forging would fare.
    'leave-out': { type: 'string', default: '' },
    // Its word goes in, and trees learn from sources only that it has not seen; `none` for the classical signals alone.
    network: {
      type: 'string',
      default: new URL('../../models/document/learned.onnx', import.meta.url).pathname,
    },
    jobs: { type: 'string', default: String(availableParallelism()) },
  },
});
if (values.train.length === 0 || values.validation.length === 0 || !values.cache) {
  console.error(
    'usage: node scripts/fit-document/main.ts --train MANIFEST --validation MANIFEST --cache DIR [--network ONNX] [--out FILE] [--without signal,…]',
  );
  process.exit(2);
}

async function extractAll(
  samples: readonly FitSample[],
  network: Work['network'],
  jobs: number,
): Promise<void> {
  let done = 0;
  await Promise.all(
    Array.from(
      { length: jobs },
      (_, job) =>
        new Promise<void>((resolve, reject) => {
          const worker = new Worker(new URL('./extract.ts', import.meta.url), {
            workerData: { samples: samples.filter((_, i) => i % jobs === job), network } satisfies Work,
          });
          worker.on(
            'message',
            () => ++done % 100 === 0 && console.error(`  extracted ${done}/${samples.length}`),
          );
          worker.on('error', reject);
          worker.on('exit', (status) =>
            status === 0 ? resolve() : reject(new Error(`extraction ended with ${status}`)),
          );
        }),
    ),
  );
}

/** A track's model but for the mask, which waits for the operating points, and what it says of validation pages. */
interface Fitted {
  readonly model: Omit<TrackModel, 'mask'>;
  readonly held: readonly ScoredPage[];
  readonly probabilities: number[];
  readonly labels: number[];
}

function fitTrack(
  samples: readonly FitSample[],
  isJudged: (sample: FitSample) => boolean,
  left: Left,
): Fitted {
  const features = cellFeatures(samples, left);
  const cells = crossFitted(
    samples,
    (learned, held) => fitCells(learned, features, held),
    (held, ensemble) => scorePages(held, ensemble),
  );
  const scored = cells.answers;
  const statistics = pageFeatures(scored, left);
  const pages = crossFitted(
    scored,
    (learned, held) => fitPages(learned, statistics, held),
    (held, ensemble) => [...pageScores(held, ensemble)],
  );
  const { ensemble: cell } = fitCells(samples, features, cells.rounds);
  const { ensemble: page } = fitPages(scored, statistics, pages.rounds);
  const judgedAt = scored.flatMap(({ sample }, i) => (isJudged(sample) ? [i] : []));
  const held = judgedAt.map((i) => scored[i]!);
  const scores = judgedAt.map((i) => pages.answers[i]!);
  const labels = held.map(({ sample }) => sample.label as number);
  const calibration = fitBeta(scores, labels);
  return {
    model: { cell, page, calibration },
    held,
    labels,
    probabilities: scores.map((score) => calibrated(calibration, score)),
  };
}

const { cache } = values;
mkdirSync(cache, { recursive: true });
const network =
  values.network === 'none'
    ? null
    : {
        file: values.network,
        sha256: createHash('sha256').update(readFileSync(values.network)).digest('hex'),
      };
const leftOut = new Set(values['leave-out'].split(','));
const known = (sample: FitSample) => !sample.label || !leftOut.has(sample.op);
const train = values.train
  .flatMap((manifest) => samplesOf(manifest, cache))
  .filter((sample) => heldFromNetwork(sample) && known(sample));
const validation = values.validation.flatMap((manifest) => samplesOf(manifest, cache)).filter(known);
const forJudging: ReadonlySet<FitSample> = new Set(validation);
await extractAll([...train, ...validation], network, Number(values.jobs));
const left: Left = new Set([
  ...STRUCTURAL,
  ...values.without.split(','),
  // What the cache may still hold of a network is not to be read.
  ...(network ? [] : [LEARNED]),
]);
const fitted = Object.fromEntries(
  (['jpeg', 'pixel'] as const).map((track): [ModelTrack, Fitted] => {
    const of = (samples: readonly FitSample[]) =>
      samples.filter((sample) => extractedOf(sample).track === track);
    console.error(
      `${track}: ${of(train).length} pages of the train split, ${of(validation).length} of validation`,
    );
    const result = fitTrack([...of(train), ...of(validation)], (sample) => forJudging.has(sample), left);
    console.error(
      `  validation: AUC ${auc(result.probabilities, result.labels).toFixed(4)}, TPR at 1% FPR ` +
        `${tprAtFpr(result.probabilities, result.labels, 0.01).toFixed(4)}, ECE ${expectedCalibrationError(result.probabilities, result.labels).toFixed(4)}`,
    );
    return [track, result];
  }),
) as Record<ModelTrack, Fitted>;
const all = Object.values(fitted);
const probabilities = all.flatMap((f) => f.probabilities);
const labels = all.flatMap((f) => f.labels);
const points = operatingPoints(probabilities, labels);
console.error(
  `all: AUC ${auc(probabilities, labels).toFixed(4)}, TPR at 1% FPR ${tprAtFpr(probabilities, labels, 0.01).toFixed(4)}, points ${JSON.stringify(points)}`,
);
const withMask = ({ model: { cell, page, calibration }, held, probabilities }: Fitted): TrackModel => ({
  cell,
  page,
  calibration,
  mask: fitMask(held, probabilities, points.suspicious),
});
const tracks = { jpeg: withMask(fitted.jpeg), pixel: withMask(fitted.pixel) };
const answer = { network: network?.sha256 ?? null, tracks, operatingPoints: points };
const version = createHash('sha256').update(JSON.stringify(answer)).digest('hex').slice(0, 12);
const model: DocumentModel = { version, ...answer };
writeFileSync(values.out, `${JSON.stringify(model)}\n`);
console.error(`written: ${values.out}, version ${version}`);
