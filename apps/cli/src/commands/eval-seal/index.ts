import { openLocatorNetwork, openOriginNetwork } from '@jianzhen/detector-seal';
import { openSealReader, sealLocator, sealOrigin } from '@jianzhen/engine';
import { type DetectionOutcome, detectionTable, sealTextTable } from '@jianzhen/evaluate';
import type { FaceSet, Split, TwinSort } from '@jianzhen/simulate';
import { writeLine } from '../../output/lines.ts';
import { table } from '../../output/terminal.ts';
import { Status } from '../../status.ts';
import { measureAll } from '../measure-all.ts';
import { DETECTION_HEAD, detectionCells, detectionMetrics, detectionOutcome } from './detection.ts';
import { findSeals } from './find.ts';
import { fingerprintMetrics, simulatedCopies } from './fingerprint.ts';
import { type OriginOutcome, originMetrics, originOutcomes } from './origin.ts';
import {
  pictureSeals,
  type SealSample,
  sealFreeDocuments,
  sealFreeScreens,
  simulatedSeals,
  tileSeals,
} from './sets.ts';
import { measureText, type SealTextMeasure, TEXT_HEAD, textCells, textMetrics } from './text.ts';

export interface EvalSealOptions {
  readonly json?: boolean;
  readonly seed: number;
  /** Simulated pages. */
  readonly size: number;
  /** Different seals whose copies are to be known again; none unless told. */
  readonly imprints?: number;
  /** How seals that were drawn together differ. */
  readonly twins: TwinSort;
  readonly faces: FaceSet;
  /** Folder of real tiles; without it they are left out. */
  readonly tiles?: string;
  /** Folder of pictures out of electronic seals; without it they are left out. */
  readonly pictures?: string;
  /** Folder with `sroie/` and `funsd/`; without it genuine documents are left out. */
  readonly documents?: string;
  /** Splits of the tiles and documents. */
  readonly splits: readonly Split[];
}

async function samplesOf({
  tiles,
  pictures,
  documents,
  splits,
  ...options
}: EvalSealOptions): Promise<SealSample[]> {
  const samples: SealSample[] = [];
  if (tiles) for (const split of splits) samples.push(...(await tileSeals(tiles, split)));
  if (pictures) samples.push(...(await pictureSeals(pictures, options)));
  if (documents) samples.push(...sealFreeDocuments(documents, splits));
  return [...samples, ...sealFreeScreens(options), ...simulatedSeals(options)];
}

/** `jianzhen eval seal`: seals found on simulated pages, real tiles and genuine documents, read and judged; metrics as the last line. */
export async function evalSeal(options: EvalSealOptions): Promise<Status> {
  const samples = await samplesOf(options);
  const outcomes: DetectionOutcome[] = [];
  const origins: OriginOutcome[] = [];
  const elapsed: number[] = [];
  const texts: SealTextMeasure[] = [];
  const locator = await openLocatorNetwork(sealLocator, { threads: 2 });
  const reader = await openSealReader({ threads: 2 });
  const origin = await openOriginNetwork(sealOrigin, { threads: 2 });
  const measure = async (sample: SealSample) => {
    const page = await sample.load();
    const { found, locateMs } = await findSeals(page.image, locator, reader);
    const seals = found.map(({ seal }) => seal);
    return {
      detection: detectionOutcome(sample, page, seals),
      origins: await originOutcomes(sample, page, seals, origin),
      text: await measureText(sample, page, found, reader),
      locateMs,
    };
  };
  const unreadable = await measureAll(samples, options.json, measure, ({ detection, text, ...rest }) => {
    outcomes.push(detection);
    origins.push(...rest.origins);
    elapsed.push(rest.locateMs);
    texts.push(text);
    return { ...detection, texts: text.texts };
  });
  if (!options.json) {
    console.log(table(DETECTION_HEAD, detectionTable(outcomes).map(detectionCells)));
    const rows = sealTextTable(texts.flatMap((measure) => measure.texts));
    console.log(table(TEXT_HEAD, rows.map(textCells)));
  }
  const { seed, faces, imprints = 0, twins } = options;
  writeLine({
    pages: outcomes.length,
    ...detectionMetrics(outcomes, elapsed),
    ...textMetrics(texts),
    origin: originMetrics(origins),
    ...(imprints > 0 && {
      fingerprint: await fingerprintMetrics(
        await simulatedCopies({ seed, faces, imprints, copies: 2, twins }, reader),
      ),
    }),
    unreadable,
  });
  return unreadable ? Status.unreadable : Status.done;
}
