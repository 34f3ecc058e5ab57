import { locateSeals } from '@jianzhen/detector-seal';
import { inOrder } from '@jianzhen/engine';
import { type DetectionOutcome, detectionTable } from '@jianzhen/evaluate';
import type { FaceSet, Split } from '@jianzhen/simulate';
import { errorForPeople, errorLine, writeLine } from '../../output/lines.ts';
import { progress, table } from '../../output/terminal.ts';
import { Status } from '../../status.ts';
import { DETECTION_HEAD, detectionCells, detectionMetrics, detectionOutcome } from './detection.ts';
import { type SealSample, sealFreeDocuments, simulatedSeals, tileSeals } from './sets.ts';

export interface EvalSealOptions {
  readonly json?: boolean;
  readonly seed: number;
  /** Simulated pages. */
  readonly size: number;
  readonly faces: FaceSet;
  /** Folder of real tiles; without it they are left out. */
  readonly tiles?: string;
  /** Folder with `sroie/` and `funsd/`; without it genuine documents are left out. */
  readonly documents?: string;
  /** Splits of the tiles and documents. */
  readonly splits: readonly Split[];
}

async function samplesOf({ tiles, documents, splits, ...options }: EvalSealOptions): Promise<SealSample[]> {
  const samples: SealSample[] = [];
  if (tiles) for (const split of splits) samples.push(...(await tileSeals(tiles, split)));
  if (documents) samples.push(...sealFreeDocuments(documents, splits));
  return [...samples, ...simulatedSeals(options)];
}

/** `jianzhen eval seal`: seals found on simulated pages, real tiles and genuine documents; metrics as the last line. */
export async function evalSeal(options: EvalSealOptions): Promise<Status> {
  const samples = await samplesOf(options);
  const bar = progress(samples.length);
  const outcomes: DetectionOutcome[] = [];
  const elapsed: number[] = [];
  let unreadable = 0;
  const measure = async (sample: SealSample) => {
    const page = await sample.load();
    const start = performance.now();
    const found = locateSeals(page.image);
    const locateMs = performance.now() - start;
    return { detection: detectionOutcome(sample, page, found), locateMs };
  };
  for await (const { input, outcome } of inOrder(samples, 1, measure)) {
    bar.advance();
    if ('error' in outcome) {
      unreadable++;
      if (options.json) writeLine(errorLine(input.file, outcome.error));
      else console.error(errorForPeople(input.file, outcome.error));
      continue;
    }
    outcomes.push(outcome.value.detection);
    elapsed.push(outcome.value.locateMs);
    if (options.json) writeLine(outcome.value.detection);
  }
  bar.stop();
  if (!options.json) console.log(table(DETECTION_HEAD, detectionTable(outcomes).map(detectionCells)));
  writeLine({ pages: outcomes.length, ...detectionMetrics(outcomes, elapsed), unreadable });
  return unreadable ? Status.unreadable : Status.done;
}
