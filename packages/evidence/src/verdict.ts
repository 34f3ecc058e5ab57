import type { Verdict } from './schemas/verdict.ts';

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
