import { type Static, Type } from 'typebox';
import { Finding } from './finding.ts';

export const Verdict = Type.Union(
  [Type.Literal('genuine'), Type.Literal('suspicious'), Type.Literal('forged'), Type.Literal('unreadable')],
  { $id: 'Verdict' },
);
export type Verdict = Static<typeof Verdict>;

/** Where a calibrated probability turns into a word. Both points come from validation data. */
export interface OperatingPoints {
  /** Probability at the point of equal error: from here on `suspicious`. */
  readonly suspicious: number;
  /** Probability with at most 1% false alarms on genuine documents: from here on `forged`. */
  readonly forged: number;
}

export function verdictOf(probability: number, points: OperatingPoints): Verdict {
  if (probability >= points.forged) return 'forged';
  return probability >= points.suspicious ? 'suspicious' : 'genuine';
}

/** What is said of one page of one file; the line that `jianzhen check --json` prints. */
export const PageReport = Type.Object(
  {
    file: Type.String(),
    page: Type.Integer({ minimum: 1 }),
    pages: Type.Integer({ minimum: 1 }),
    width: Type.Integer({ minimum: 0 }),
    height: Type.Integer({ minimum: 0 }),
    verdict: Verdict,
    forgeryProbability: Type.Number({ minimum: 0, maximum: 1 }),
    findings: Type.Array(Finding),
    /** Path of the mask, an 8-bit grey PNG of the page's size; null where none was asked for or made. */
    mask: Type.Union([Type.String(), Type.Null()]),
    elapsedMs: Type.Number({ minimum: 0 }),
  },
  { $id: 'PageReport' },
);
export type PageReport = Static<typeof PageReport>;
