import { type ConfirmedSeal, pageSeal, readSeals, type SealReader } from '@jianzhen/detector-seal';
import {
  overlap,
  type SealTextOutcome,
  type SealTextRow,
  sealTextOutcomes,
  sealTextTable,
} from '@jianzhen/evaluate';
import type { SealTruth } from '@jianzhen/simulate';
import type { LoadedSealPage, SealSample } from './sets.ts';

/** A located seal is a true one's from this overlap of boxes on. */
const SAME = 0.5;

export interface SealTextMeasure {
  readonly texts: readonly SealTextOutcome[];
  /** Milliseconds that reading the page's seals took, located as they truly are; null where there are none. */
  readonly readMs: number | null;
}

/** Reads a page's seals where they truly are, beside what was read where they were located: what was not located was not read. */
export async function measureText(
  { file }: SealSample,
  { image, seals, truth }: LoadedSealPage,
  found: readonly ConfirmedSeal[],
  reader: SealReader,
): Promise<SealTextMeasure> {
  if (truth.length === 0) return { texts: [], readMs: null };
  const start = performance.now();
  const given = await readSeals(
    truth.map((seal) => pageSeal(image, seal)),
    reader,
  );
  const readMs = performance.now() - start;
  const texts = truth.flatMap((seal, i) => {
    const readable = {
      ...seal,
      width: 2 * Math.max(seal.ellipse.rx, seal.ellipse.ry),
      conditions: seals[i]!.conditions,
    };
    const at = nearest(seal, found);
    return [
      ...sealTextOutcomes({ file, part: 'at true places' }, readable, given[i]!),
      ...sealTextOutcomes({ file, part: 'where located' }, readable, found[at]?.text ?? null),
    ];
  });
  return { texts, readMs };
}

/** −1 where none of the located seals is this one. */
function nearest({ box }: SealTruth, found: readonly ConfirmedSeal[]): number {
  const shares = found.map(({ seal }) => overlap(box, seal.region));
  const best = shares.indexOf(Math.max(...shares));
  return (shares[best] ?? 0) >= SAME ? best : -1;
}

const percent = (value: number | null) => (value === null ? '–' : (100 * value).toFixed(1));

export const TEXT_HEAD = ['text', 'seals', 'exact %', '95%', 'wrong %', '1 − NED'];

export const textCells = (row: SealTextRow): string[] => [
  row.part,
  String(row.count),
  percent(row.exact),
  `${percent(row.exactInterval.low)} – ${percent(row.exactInterval.high)}`,
  percent(row.wrong),
  row.similarity === null ? '–' : row.similarity.toFixed(4),
];

/** Metrics of the last line: by part and field, and the milliseconds that reading took a page. */
export function textMetrics(measures: readonly SealTextMeasure[]) {
  const elapsed = measures.flatMap(({ readMs }) => readMs ?? []).sort((a, b) => a - b);
  const rows = sealTextTable(measures.flatMap(({ texts }) => texts));
  return {
    text: Object.fromEntries(rows.map(({ part, ...row }) => [part, row])),
    readMs: elapsed[elapsed.length >> 1] ?? null,
  };
}
