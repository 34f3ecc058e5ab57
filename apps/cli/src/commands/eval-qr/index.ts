import {
  type CodeOutcome,
  type CodeRow,
  codeRow,
  codeTable,
  macroRead,
  matchCodes,
} from '@jianzhen/evaluate';
import { writeLine } from '../../output/lines.ts';
import { table } from '../../output/terminal.ts';
import { Status } from '../../status.ts';
import { measureAll } from '../measure-all.ts';
import { openReaders, READERS, type ReaderName } from './readers.ts';
import { boofcvSamples, type CodeSample, simulatedSamples, zxingSamples } from './sets.ts';

export interface EvalQrOptions {
  readonly json?: boolean;
  readonly seed: number;
  /** Simulated pictures a condition. */
  readonly size: number;
  /** Folder of ZXing's black box (`qrcode-1` …); without it and `boofcv` a set is simulated. */
  readonly zxing?: string;
  /** Folder of BoofCV's categories. */
  readonly boofcv?: string;
  /** Milliseconds a picture after which our reader begins nothing more. */
  readonly deadline: number;
}

type Outcome = CodeOutcome & { readonly set: string; readonly elapsedMs: number };

async function samplesOf({ zxing, boofcv, seed, size }: EvalQrOptions): Promise<CodeSample[]> {
  const real = [...(zxing ? await zxingSamples(zxing) : []), ...(boofcv ? await boofcvSamples(boofcv) : [])];
  return real.length > 0 ? real : simulatedSamples(seed, size);
}

/** `jianzhen eval qr`: codes read by us and by two other readers, a table a category; metrics as the last line. */
export async function evalQr(options: EvalQrOptions): Promise<Status> {
  const samples = await samplesOf(options);
  const readAll = await openReaders(options.deadline);
  const outcomes: Record<ReaderName, Outcome[]> = { jianzhen: [], zxing: [], wechat: [], union: [] };
  const measure = async ({ file, category, set, load }: CodeSample) => {
    const { image, codes } = await load();
    const readings = await readAll(image);
    return READERS.map((reader) => {
      const { codes: found, elapsedMs } = readings[reader];
      return { reader, outcome: { ...matchCodes({ file, category }, codes, found), set, elapsedMs } };
    });
  };
  const unreadable = await measureAll(samples, options.json, measure, (read) => {
    for (const one of read) outcomes[one.reader].push(one.outcome);
    return Object.fromEntries(read.map((one) => [one.reader, one.outcome]));
  });
  if (!options.json)
    console.log(
      table(
        HEAD,
        codeTable(outcomes.jianzhen).map((row) => cells(row, outcomes)),
      ),
    );
  writeLine({
    images: outcomes.jianzhen.length,
    ...metricsOf(outcomes.jianzhen),
    peers: Object.fromEntries(
      READERS.filter((reader) => reader !== 'jianzhen').map((reader) => [
        reader,
        metricsOf(outcomes[reader]),
      ]),
    ),
    unreadable,
  });
  return unreadable ? Status.unreadable : Status.done;
}

const HEAD = ['category', 'images', 'codes', 'read %', '95%', 'F', 'false', 'zxing %', 'wechat %', 'union %'];

const percent = (value: number | null) => (value === null ? '–' : (100 * value).toFixed(1));

const cells = (row: CodeRow, outcomes: Record<ReaderName, Outcome[]>): string[] => [
  row.category,
  String(row.images),
  String(row.codes),
  percent(row.read),
  `${percent(row.readInterval.low)} – ${percent(row.readInterval.high)}`,
  percent(row.fScore),
  String(row.falseCodes),
  ...(['zxing', 'wechat', 'union'] as const).map((reader) =>
    percent(
      codeRow(
        row.category,
        outcomes[reader].filter(({ category }) => category === row.category),
      ).read,
    ),
  ),
];

/** By set: all codes alike, each category alike (as BoofCV's categories are averaged), and by category. */
function metricsOf(outcomes: readonly Outcome[]) {
  const elapsed = outcomes.map(({ elapsedMs }) => elapsedMs).sort((a, b) => a - b);
  const { category: _, images: __, ...all } = codeRow('all', outcomes);
  const sets = [...Map.groupBy(outcomes, ({ set }) => set)].map(([set, own]) => {
    const rows = codeTable(own);
    const { category: _, ...whole } = codeRow(set, own);
    return [
      set,
      {
        ...whole,
        macro: macroRead(rows),
        categories: Object.fromEntries(rows.map(({ category, ...row }) => [category, row])),
      },
    ];
  });
  return { ...all, medianMs: elapsed[elapsed.length >> 1] ?? null, sets: Object.fromEntries(sets) };
}
