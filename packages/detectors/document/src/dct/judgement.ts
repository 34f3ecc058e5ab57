import { format, type Message } from '@jianzhen/evidence';
import type { CellMap, SignalResult } from '../signal.ts';
import type { Primary } from './primary.ts';
import type { Scan } from './scan.ts';

/**
 * What every signal that tests blocks against a former quantisation reports of a page.
 * `fit`: how surely the page has that former quantisation; `score`: log-likelihood ratio of the rectangle where blocks do
 * not (scan.ts); `evidence`: −log10 of its number of false alarms; `mass`: weak evidence summed (scan.ts); `inside`, `outside`: shares of odd blocks; `area`:
 * share of the page; `quality`: of the former table, in [0, 1].
 */
export const STATISTICS = [
  'fit',
  'score',
  'evidence',
  'mass',
  'inside',
  'outside',
  'area',
  'quality',
] as const;

/** Log-likelihood ratios are kept within ±LIMIT: one block is never more than strong evidence. */
const LIMIT = 20;

/** log10 of the number of false alarms from which on a rectangle is worth a sentence. */
const TELLING = -2;

/** What a signal says of the rectangle: code of the finding, and a sentence with `{quality}` for the former table. */
export interface Claim {
  readonly code: string;
  readonly message: Message;
}

export function judgement(map: CellMap, scan: Scan, primary: Primary, claim: Claim): SignalResult {
  const { columns, rows } = map;
  const area = scan.region ? (scan.region.width * scan.region.height) / (64 * columns * rows) : 0;
  const { fit, quality } = primary;
  return {
    map: { columns, rows, data: map.data.map((ratio) => Math.max(-LIMIT, Math.min(LIMIT, ratio))) },
    statistics: {
      fit,
      score: scan.score,
      evidence: -scan.logNfa,
      mass: scan.mass,
      inside: scan.inside,
      outside: scan.outside,
      area,
      quality: quality / 100,
    },
    candidates:
      scan.region && scan.logNfa <= TELLING
        ? [
            {
              code: claim.code,
              severity: 'high',
              region: scan.region,
              message: format(claim.message, { quality }),
              logNfa: scan.logNfa,
              values: {
                formerQuality: quality,
                formerTable: primary.family,
                inside: scan.inside,
                outside: scan.outside,
              },
            },
          ]
        : [],
  };
}

/** A page without former quantisation: nothing to be out of line with. */
export function quiet(width: number, height: number): SignalResult {
  const columns = Math.ceil(width / 8);
  const rows = Math.ceil(height / 8);
  return {
    map: { columns, rows, data: new Float32Array(columns * rows) },
    statistics: Object.fromEntries(STATISTICS.map((name) => [name, 0])),
    candidates: [],
  };
}
