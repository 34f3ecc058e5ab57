import { type CalibrationMetrics, calibrationMetrics } from '@jianzhen/evaluate';
import { writeLine } from '../../output/lines.ts';
import { table } from '../../output/terminal.ts';
import { Status } from '../../status.ts';
import { type CalibratedDetector, DETECTORS } from './detectors.ts';
import type { CalibrationSets } from './types.ts';

export interface EvalCalibrationOptions extends CalibrationSets {
  readonly detectors: readonly CalibratedDetector[];
}

interface Row extends CalibrationMetrics {
  readonly detector: string;
}

const HEAD = ['detector', 'judgements', 'calibration error', 'by chance', '97.5% below', 'Brier score'];

const shown = (value: number | null | undefined) => value?.toFixed(3) ?? '–';

const cells = ({ detector, judgements, ece, byChance, brier }: Row): string[] => [
  detector,
  String(judgements),
  ...[ece, byChance?.mean, byChance?.high, brier].map(shown),
];

/** A reliability diagram in words: each tenth of the judgements, the least probable first. */
const BINS_HEAD = ['detector', 'probability told → share that was true, by tenths of the judgements'];

const binCells = ({ detector, bins }: Row): string[] => [
  detector,
  bins.map((bin) => `${bin.told.toFixed(2)}→${bin.true.toFixed(2)}`).join('  '),
];

/** `jianzhen eval calibration`: whether probabilities can be taken at their word, a detector each; errors by detector as the last line. */
export async function evalCalibration({ detectors, ...sets }: EvalCalibrationOptions): Promise<Status> {
  const rows: Row[] = [];
  let unreadable = 0;
  for (const detector of detectors)
    for (const told of await DETECTORS[detector](sets)) {
      unreadable += told.unreadable;
      const row = { detector: told.name, ...calibrationMetrics(told.judgements) };
      rows.push(row);
      if (sets.json) writeLine(row);
    }
  if (!sets.json) {
    console.log(table(HEAD, rows.map(cells)));
    console.log(table(BINS_HEAD, rows.map(binCells)));
  }
  writeLine({ ece: Object.fromEntries(rows.map(({ detector, ece }) => [detector, ece])), unreadable });
  return unreadable ? Status.unreadable : Status.done;
}
