import type { TraceKind } from './kinds.ts';

export interface WorldTrace {
  readonly kind: TraceKind;
  readonly value: string;
  /** Milliseconds since 1970, UTC. */
  readonly observedAt: number;
}

/** What is kept aside of a case. */
export interface CaseTruth {
  readonly label: 'honest' | 'agency' | 'ring' | 'outsider';
  /** The agency or ring that made it; null for others. */
  readonly gang: string | null;
  /** Den of the papers that are in it; null without. */
  readonly forger: string | null;
  /** Innocent groups that share something here: `dormitory-3`, `law-firm-001`, `issuer-12` … */
  readonly groups: readonly string[];
}

export interface WorldCase {
  readonly caseId: string;
  readonly customerId: string;
  readonly lenderId: string;
  /** Milliseconds since 1970, UTC. */
  readonly openedAt: number;
  readonly traces: readonly WorldTrace[];
  readonly truth: CaseTruth;
}
