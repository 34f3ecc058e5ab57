import type { TraceKind } from './schemas/trace.ts';

/** Cases as gangs are mined from them: columns of equal length, a row a case. */
export interface CaseTable {
  readonly caseId: readonly string[];
  readonly customerId: readonly string[];
  readonly lenderId: readonly string[];
  /** Milliseconds since 1970, UTC; NaN where unknown. */
  readonly openedAt: Float64Array;
}

/** What was seen in cases: columns of equal length, a row a trace of one case. */
export interface TraceTable {
  readonly caseId: readonly string[];
  readonly kind: readonly TraceKind[];
  readonly value: readonly string[];
  /** Milliseconds since 1970, UTC; NaN where unknown. */
  readonly observedAt: Float64Array;
}
