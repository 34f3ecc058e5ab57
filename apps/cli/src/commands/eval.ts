import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, resolve } from 'node:path';
import { createEngine, operatingPoints } from '@jianzhen/engine';
import { type DocumentOutcome, documentIntervals, documentMetrics, documentTable, errors, type LabelledFile, parseManifest, pixelCounts } from '@jianzhen/evaluate';
import { decodeMask } from '@jianzhen/raster';
import { inOrder, readInput } from '../inputs.ts';
import { errorForPeople, errorLine, writeLine } from '../output/lines.ts';
import { progress, table } from '../output/terminal.ts';
import { Status } from '../status.ts';
import { generatedSet } from './generated-set.ts';

export interface EvalOptions {
  readonly json?: boolean;
  readonly manifest?: string;
  readonly seed: number;
}

interface Sample {
  readonly row: LabelledFile;
  readonly read: () => Promise<Uint8Array>;
  readonly readMask: (() => Promise<Uint8Array>) | null;
}

async function manifestSamples(manifest: string): Promise<Sample[]> {
  const text = await readFile(manifest, 'utf8').catch((cause) => {
    throw errors('eval.manifest-unreadable', { file: manifest, detail: cause.message }, { cause });
  });
  const folder = dirname(resolve(manifest));
  return parseManifest(text, manifest).map((row) => ({
    row,
    read: () => readInput(resolve(folder, row.file)),
    readMask: row.mask ? () => readInput(resolve(folder, row.mask)) : null,
  }));
}

/** `jianzhen eval document`: a labelled set past the detector; metrics as the last line. */
export async function evalDocument(options: EvalOptions): Promise<Status> {
  const samples = options.manifest ? await manifestSamples(options.manifest) : await generatedSet(options.seed);
  const threads = availableParallelism();
  const engine = createEngine({ threads });
  const bar = progress(samples.length);
  const outcomes: DocumentOutcome[] = [];
  let unreadable = 0;
  const examine = async ({ row, read, readMask }: Sample): Promise<DocumentOutcome> => {
    const { pages } = await engine.examine({ name: row.file, bytes: await read(), raw: true });
    // A file is as forged as its worst page; masks belong to single pages.
    const worst = pages.reduce((a, b) => (b.forgeryProbability > a.forgeryProbability ? b : a));
    let pixels = null;
    if (readMask && row.label) {
      const truth = await decodeMask(await readMask());
      if (truth.width !== worst.width || truth.height !== worst.height) throw errors('eval.mask-size', { mask: row.mask });
      pixels = pixelCounts(worst.rawMask!, truth.data);
    }
    const { source = row.file, op = row.label ? 'any' : 'none', pipeline = 'any' } = row.columns;
    return { file: row.file, label: row.label, probability: worst.forgeryProbability, pixels, source, op, pipeline };
  };
  try {
    for await (const { input, outcome } of inOrder(samples, threads + 1, examine)) {
      bar.advance();
      if ('error' in outcome) {
        unreadable++;
        if (options.json) writeLine(errorLine(input.row.file, outcome.error));
        else console.error(errorForPeople(input.row.file, outcome.error));
        continue;
      }
      outcomes.push(outcome.value);
      const { pixels: _, ...line } = outcome.value;
      if (options.json) writeLine(line);
    }
  } finally {
    bar.stop();
    await engine.close();
  }
  const intervals = documentIntervals(outcomes, operatingPoints);
  const metrics = documentMetrics(outcomes, operatingPoints);
  if (!options.json) {
    const percent = (value: number) => (Number.isFinite(value) ? (100 * value).toFixed(1) : '–');
    const rows = documentTable(outcomes, operatingPoints).map((row) => [
      row.op, row.pipeline, String(row.images), row.auc.toFixed(3), percent(row.balancedAccuracy), percent(row.tprAt1Fpr),
      percent(row.recallForged), percent(row.falseAlarmsForged), percent(row.pixelF1), percent(row.pixelIou),
    ]);
    const head = ['operation', 'pipeline', 'images', 'AUC', 'balanced acc. %', 'TPR at 1% FPR %', 'recall % (forged)', 'false alarms %', 'pixel F1 %', 'pixel IoU %'];
    console.log(table(head, rows));
    for (const [name, { low, high }] of Object.entries(intervals)) console.log(`95% interval of ${name}: ${low.toFixed(3)} – ${high.toFixed(3)}`);
    if (unreadable) console.log(`unreadable: ${unreadable}`);
  }
  writeLine({ ...metrics, intervals, unreadable });
  return unreadable ? Status.unreadable : Status.done;
}
