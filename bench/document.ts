import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { examineLabelled, type MeasuredOutcome, manifestSamples, operatingPoints } from '@jianzhen/engine';
import { auc, documentIntervals, documentTable, tprAtFpr } from '@jianzhen/evaluate';
import { CodedError } from '@jianzhen/evidence';
import { readJpeg } from '@jianzhen/raster';
import {
  ALL_OPERATIONS,
  ALL_PIPELINES,
  type DocumentSetOptions,
  HELD_OUT_OPERATIONS,
  makeDocumentSet,
  PAGE_FAMILIES,
} from '@jianzhen/simulate';
import type { BenchRow } from './table.ts';

/**
 * The accuracy table: the test split of the real receipts and forms, forged by the simulator, past the detector; beside it
 * the baselines: the network alone, error level analysis, and a rule that sees nothing but the quantisation table, which
 * must be at chance.
 */
export const run = (): Promise<BenchRow[]> => measured({ seed: '1', perSource: 1 });

/** The same on every operation and pipeline that the simulator knows, with rendered vouchers and screens and hard pages among them. */
export const runWide = (): Promise<BenchRow[]> =>
  measured({
    seed: '2',
    perSource: 1,
    perKind: 4,
    families: PAGE_FAMILIES,
    ops: ALL_OPERATIONS,
    pipelines: ALL_PIPELINES,
    pipelinesPerSource: 2,
    hardShare: 0.3,
  });

/** The same saves, by families of forgery that nothing was trained or fitted on. */
export const runHeldOut = (): Promise<BenchRow[]> =>
  measured({ seed: '4', perSource: 1, ops: HELD_OUT_OPERATIONS });

async function measured(plan: Omit<DocumentSetOptions, 'data' | 'split' | 'out'>): Promise<BenchRow[]> {
  // A set that was made before (by the command of packages/simulate) saves making it again.
  if (process.env.JIANZHEN_TEST_SET) return measure(process.env.JIANZHEN_TEST_SET);
  const data = process.env.JIANZHEN_DATA;
  if (!data) {
    console.error(
      'document: needs receipts and forms; set JIANZHEN_DATA to the data folder (documents/sroie and documents/funsd are in it)',
    );
    process.exit(1);
  }
  const out = await mkdtemp(join(tmpdir(), 'jianzhen-bench-'));
  try {
    const { manifest } = await makeDocumentSet({ data, split: 'test', out, ...plan });
    return await measure(manifest);
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

async function measure(manifest: string): Promise<BenchRow[]> {
  const samples = await manifestSamples(manifest);
  const outcomes: MeasuredOutcome[] = [];
  const quantisation: number[] = [];
  for await (const { input, outcome } of examineLabelled(samples)) {
    if ('error' in outcome) throw outcome.error;
    outcomes.push(outcome.value);
    quantisation.push(quantisationSum(await input.read()));
    if (outcomes.length % 100 === 0) console.error(`  ${outcomes.length}/${samples.length}`);
  }
  const labels = outcomes.map((o) => o.label);
  const percent = (value: number) => (Number.isFinite(value) ? Number((100 * value).toFixed(1)) : '–');
  const rows: BenchRow[] = documentTable(outcomes, operatingPoints).map((row) => ({
    detector: 'jianzhen',
    operation: row.op,
    pipeline: row.pipeline,
    images: row.images,
    AUC: Number(row.auc.toFixed(4)),
    'balanced accuracy %': percent(row.balancedAccuracy),
    'TPR at 1% FPR %': percent(row.tprAt1Fpr),
    'recall %': percent(row.recallForged),
    'false alarms %': percent(row.falseAlarmsForged),
    'pixel F1 %': percent(row.pixelF1),
    'oracle F1 %': percent(row.pixelF1Oracle),
  }));
  const baseline = (detector: string, scores: number[]): BenchRow => ({
    detector,
    operation: 'all',
    pipeline: 'all',
    images: outcomes.length,
    AUC: Number(auc(scores, labels).toFixed(4)),
    'balanced accuracy %': '–',
    'TPR at 1% FPR %': percent(tprAtFpr(scores, labels, 0.01)),
    'recall %': '–',
    'false alarms %': '–',
    'pixel F1 %': '–',
    'oracle F1 %': '–',
  });
  const names = Object.keys(outcomes[0]!.statistics).filter(
    (name) => name === 'document.learned.pooled' || name.startsWith('document.error-level.'),
  );
  for (const name of names)
    rows.push(
      baseline(
        name.replace('document.', ''),
        outcomes.map((o) => o.statistics[name] ?? 0),
      ),
    );
  rows.push(baseline('quantisation table only', quantisation));
  for (const [name, { low, high }] of Object.entries(documentIntervals(outcomes, operatingPoints))) {
    console.error(`  95% interval of ${name}: ${low.toFixed(4)} – ${high.toFixed(4)}`);
  }
  return rows;
}

/** Sum of the luma quantisation steps; 0 off the JPEG track. */
function quantisationSum(bytes: Uint8Array): number {
  try {
    return readJpeg(bytes).components[0]!.quantization.reduce((sum, step) => sum + step, 0);
  } catch (thrown) {
    if (thrown instanceof CodedError) return 0;
    throw thrown;
  }
}
