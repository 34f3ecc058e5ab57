// Measures the detector of typed-over digits on pages in faces and of seeds that nothing was fitted on, and on scans of the test split.
// JIANZHEN_DATA=DIR node scripts/fit-typography/measure.ts --cache DIR [--seeds N] [--kept]
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inspectTypography } from '@jianzhen/detector-papers';
import { type TypographyOutcome, typographyTable } from '@jianzhen/evaluate';
import { wearHeldFaces } from '@jianzhen/simulate';
import { type KeptPage, keptPage, renderedSpecs, scannedSpecs } from './pages.ts';

const { values } = parseArgs({
  options: {
    cache: { type: 'string' },
    seeds: { type: 'string', default: '1' },
    // Only what is in the folder already.
    kept: { type: 'boolean', default: false },
  },
});
const data = process.env.JIANZHEN_DATA;
if (!values.cache || !data) {
  console.error('usage: JIANZHEN_DATA=DIR node scripts/fit-typography/measure.ts --cache DIR [--seeds N]');
  process.exit(2);
}
wearHeldFaces();

async function outcomeOf(page: KeptPage): Promise<TypographyOutcome> {
  const { findings, probability } = inspectTypography(await page.image(), page.read!);
  const touches = ({ x, y, width, height }: KeptPage['edits'][number]['box']) =>
    findings.some(
      ({ region }) =>
        region &&
        region.x < x + width &&
        x < region.x + region.width &&
        region.y < y + height &&
        y < region.y + region.height,
    );
  return {
    label: page.edits.length > 0 ? 1 : 0,
    probability,
    shown: findings.length > 0,
    hit: page.edits.length > 0 ? page.edits.some(({ box }) => touches(box)) : null,
    set: page.set,
    capture: page.capture,
    deviation: page.edits[0]?.deviation ?? '',
  };
}

const outcomes: TypographyOutcome[] = [];
const keeping = { folder: values.cache, readForged: true };
for (const spec of [
  ...renderedSpecs('held', Number(values.seeds)),
  ...scannedSpecs(`${data}/documents`, 'test'),
]) {
  if (values.kept && !existsSync(join(values.cache, `${spec.name}-f0.json`))) continue;
  outcomes.push(await outcomeOf(await keptPage(spec, null, '', keeping)));
  const retyped = await keptPage(spec, 'held', 'f0', keeping);
  if (retyped.edits.length > 0) outcomes.push(await outcomeOf(retyped));
}
const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
console.log(
  '| Subset | Retyped | Genuine | AUC | TPR at 2% FPR | 95% interval | Shown | Shown falsely | On the spot |',
);
console.log('|---|---:|---:|---:|---:|---|---:|---:|---:|');
for (const row of typographyTable(outcomes)) {
  const { subset, retyped, genuine, interval } = row;
  const area = Number.isNaN(row.auc) ? '–' : row.auc.toFixed(3);
  console.log(
    `| ${subset} | ${retyped} | ${genuine} | ${area} | ${percent(row.tprAt2Fpr)} | ${percent(interval.low)}–${percent(interval.high)} | ${percent(row.shown)} | ${percent(row.shownFalsely)} | ${percent(row.located)} |`,
  );
}
