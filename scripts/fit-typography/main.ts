// Fits packages/detectors/papers/src/typography/model.json: the calibration of a page's score, the highest log-odds of a digit on it by
// models/papers/typography.onnx, and the score from which digits are shown.
// JIANZHEN_DATA=DIR node scripts/fit-typography/main.ts --cache DIR [--seeds N] [--out FILE]
// On rendered pages of the seeds `tune-*` and scans of the validation split in all captures, each genuine and retyped, all read by the reader
// itself. No page of the test split is read.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  judgedDigits,
  openTypographyNetwork,
  pageScore,
  printedNumbers,
  type TypographyModel,
} from '@jianzhen/detector-papers';
import { typographyNetwork } from '@jianzhen/engine';
import { auc, tprAtFpr } from '@jianzhen/evaluate';
import { fitBeta } from '@jianzhen/learn';
import { listSources, RETYPED_CAPTURES, renderedSpecs, scannedSpec } from '@jianzhen/simulate';
import { type KeptPage, keptPage } from './pages.ts';

const { values } = parseArgs({
  options: {
    cache: { type: 'string' },
    seeds: { type: 'string', default: '4' },
    out: {
      type: 'string',
      default: new URL('../../packages/detectors/papers/src/typography/model.json', import.meta.url).pathname,
    },
  },
});
const data = process.env.JIANZHEN_DATA;
if (!values.cache || !data) {
  console.error('usage: JIANZHEN_DATA=DIR node scripts/fit-typography/main.ts --cache DIR [--seeds N]');
  process.exit(2);
}
/** Genuine pages that a reviewer is to be shown something of. */
const FALSE_ALARMS = 0.02;

const network = await openTypographyNetwork(typographyNetwork, { threads: 2 });

async function scoreOf({ image, read }: KeptPage): Promise<number> {
  const picture = await image();
  return pageScore((await judgedDigits(picture, printedNumbers(picture, read), network)).values());
}

const rows: { score: number; label: 0 | 1; set: string }[] = [];
for (const spec of [
  ...renderedSpecs('tune', Number(values.seeds)),
  ...listSources(data, 'validation').flatMap((source) =>
    RETYPED_CAPTURES.map((capture) => scannedSpec(source, capture)),
  ),
]) {
  const retyped = await keptPage(spec, 'tuning', spec.capture, values.cache);
  if (retyped.edits.length === 0) continue;
  rows.push({ score: await scoreOf(retyped), label: 1, set: spec.set });
  rows.push({ score: await scoreOf(await keptPage(spec, null, '', values.cache)), label: 0, set: spec.set });
}

function told(name: string, of: typeof rows): void {
  const [scores, labels] = [of.map(({ score }) => score), of.map(({ label }) => label)];
  const found = tprAtFpr(scores, labels, FALSE_ALARMS);
  console.error(
    `${name}: ${of.length} pages, AUC ${auc(scores, labels).toFixed(3)}, TPR at 2% FPR ${(100 * found).toFixed(1)}%`,
  );
}

told('all', rows);
for (const [set, of] of Map.groupBy(rows, ({ set }) => set)) told(set, of);
const rounded = (value: number) => Number(value.toPrecision(5));
const { low, high, offset } = fitBeta(
  rows.map(({ score }) => score),
  rows.map(({ label }) => label),
);
const genuine = rows
  .filter(({ label }) => label === 0)
  .map(({ score }) => score)
  .sort((a, b) => b - a);
const model: TypographyModel = {
  version: '2',
  page: { low: rounded(low), high: rounded(high), offset: rounded(offset) },
  alarm: rounded(genuine[Math.floor(FALSE_ALARMS * genuine.length)]!),
};
writeFileSync(values.out, `${JSON.stringify(model)}\n`);
