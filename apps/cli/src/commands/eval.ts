import { examineLabelled, manifestSamples, operatingPoints } from '@jianzhen/engine';
import {
  type DocumentOutcome,
  type DocumentTableRow,
  documentIntervals,
  documentMetrics,
  documentTable,
} from '@jianzhen/evaluate';
import { writeLine } from '../output/lines.ts';
import { table } from '../output/terminal.ts';
import { Status } from '../status.ts';
import { generatedSet } from './generated-set.ts';
import { takeAll } from './measure-all.ts';

export interface EvalOptions {
  readonly json?: boolean;
  readonly manifest?: string;
  readonly seed: number;
}

const percent = (value: number) => (Number.isFinite(value) ? (100 * value).toFixed(1) : '–');

const HEAD = [
  'operation',
  'pipeline',
  'images',
  'AUC',
  'balanced accuracy %',
  'TPR at 1% FPR %',
  'recall %',
  'false alarms %',
  'pixel F1 %',
  'oracle F1 %',
  'pixel IoU %',
];

const cells = (row: DocumentTableRow): string[] => [
  row.op,
  row.pipeline,
  String(row.images),
  row.auc.toFixed(3),
  percent(row.balancedAccuracy),
  percent(row.tprAt1Fpr),
  percent(row.recallForged),
  percent(row.falseAlarmsForged),
  percent(row.pixelF1),
  percent(row.pixelF1Oracle),
  percent(row.pixelIou),
];

/** `jianzhen eval document`: a labelled set past the detector; metrics as the last line. */
export async function evalDocument(options: EvalOptions): Promise<Status> {
  const samples = options.manifest
    ? await manifestSamples(options.manifest)
    : await generatedSet(options.seed);
  const outcomes: DocumentOutcome[] = [];
  const unreadable = await takeAll(
    examineLabelled(samples),
    { count: samples.length, json: options.json, fileOf: ({ row }) => row.file },
    ({ statistics: _, pixels, ...line }) => {
      outcomes.push({ ...line, pixels });
      return line;
    },
  );
  const intervals = documentIntervals(outcomes, operatingPoints);
  if (!options.json) {
    console.log(table(HEAD, documentTable(outcomes, operatingPoints).map(cells)));
    for (const [name, { low, high }] of Object.entries(intervals))
      console.log(`95% interval of ${name}: ${low.toFixed(3)} – ${high.toFixed(3)}`);
  }
  writeLine({ ...documentMetrics(outcomes, operatingPoints), intervals, unreadable });
  return unreadable ? Status.unreadable : Status.done;
}
