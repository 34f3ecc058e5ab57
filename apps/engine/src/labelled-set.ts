import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, resolve } from 'node:path';
import {
  type DocumentOutcome,
  errors,
  type LabelledFile,
  maskHistogram,
  parseManifest,
} from '@jianzhen/evaluate';
import { inOrder, type Outcome } from './in-order.ts';
import { createEngine } from './pool.ts';

/** One picture of a labelled set and where its bytes come from. */
export interface LabelledSample {
  readonly row: LabelledFile;
  readonly read: () => Promise<Uint8Array>;
  /** Null where the set has no mask of it. */
  readonly readMask: (() => Promise<Uint8Array>) | null;
}

/** Paths in a manifest are relative to its folder. @throws CodedError `eval.manifest-…` */
export async function manifestSamples(manifest: string): Promise<LabelledSample[]> {
  const text = await readFile(manifest, 'utf8').catch((cause) => {
    throw errors('eval.manifest-unreadable', { file: manifest, detail: cause.message }, { cause });
  });
  const folder = dirname(resolve(manifest));
  return parseManifest(text, manifest).map((row) => ({
    row,
    read: () => readFile(resolve(folder, row.file)),
    readMask: row.mask ? () => readFile(resolve(folder, row.mask)) : null,
  }));
}

export interface MeasuredOutcome extends DocumentOutcome {
  /** Raw statistics by `detector.signal.name`, for baselines. */
  readonly statistics: Readonly<Record<string, number>>;
}

/** Runs a labelled set past the engine, in the set's order; unreadable pictures come as errors and stop nothing. */
export async function* examineLabelled(
  samples: readonly LabelledSample[],
  threads = availableParallelism(),
): AsyncGenerator<{ input: LabelledSample; outcome: Outcome<MeasuredOutcome> }> {
  // The set is of edited pages: what their words say is no part of it.
  // The deadline is there for hostile files; on a busy machine it would cost a measured set some of its pages.
  const engine = createEngine({ threads, deadlineMs: 60_000, reading: false });
  const measure = async ({ row, read, readMask }: LabelledSample): Promise<MeasuredOutcome> => {
    const { pages } = await engine.examine({ name: row.file, bytes: await read(), raw: true });
    // A file is as forged as its worst page; masks belong to single pages.
    const worst = pages.reduce((a, b) => (b.forgeryProbability > a.forgeryProbability ? b : a));
    let pixels = null;
    if (readMask && row.label) {
      // Loaded when a mask comes: who only hands files to the engine needs no decoder in this thread.
      const { decodeMask } = await import('@jianzhen/raster');
      const truth = await decodeMask(await readMask());
      if (truth.width !== worst.width || truth.height !== worst.height)
        throw errors('eval.mask-size', { mask: row.mask });
      pixels = maskHistogram(worst.rawMask!, truth.data);
    }
    const { source = row.file, op = row.label ? 'any' : 'none', pipeline = 'any' } = row.columns;
    const { forgeryProbability: probability, statistics } = worst;
    return { file: row.file, label: row.label, probability, pixels, source, op, pipeline, statistics };
  };
  try {
    yield* inOrder(samples, threads + 1, measure);
  } finally {
    await engine.close();
  }
}
