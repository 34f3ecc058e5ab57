import type { GangRole } from '@jianzhen/evidence';

/** What is true of a case, in the order of the table that was mined. */
export interface TrueCase {
  readonly label: 'honest' | 'agency' | 'ring' | 'outsider';
  /** The agency or ring that made it; null for others. */
  readonly gang: string | null;
  /** Den of the papers in it; null without. */
  readonly forger: string | null;
  /** Innocent groups, each named by its sort and number: `dormitory-3`. */
  readonly groups: readonly string[];
}

export interface TrueGang {
  readonly gang: string;
  readonly role: GangRole;
  /** Dens that supply it. */
  readonly upstream: readonly string[];
}

/** What mining is measured against. */
export interface GangTruths {
  readonly caseId: readonly string[];
  readonly cases: readonly TrueCase[];
  readonly gangs: readonly TrueGang[];
}

/** Of a mined gang what is measured. */
export interface MinedGang {
  readonly gang: string;
  readonly score: number;
  readonly role: GangRole;
  readonly upstream: string | null;
  readonly downstream: readonly string[];
  readonly cases: readonly string[];
}
