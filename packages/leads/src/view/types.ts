import type { GangRole, Reason, TraceKind } from '@jianzhen/evidence';
import type { SourceRecord } from '../input.ts';

/** A lead as its recipient may see it: everything that a package says comes from here, nothing from the input itself. */
export interface LeadView {
  readonly gang: GangView;
  readonly related: readonly RelatedGang[];
  /** By time opened. */
  readonly cases: readonly CaseView[];
  /** What at least two cases have in common, most cases first. */
  readonly traces: readonly TraceView[];
  /** By trace, then by case. */
  readonly links: readonly LinkView[];
  /** Most cases first. */
  readonly lenders: readonly LenderView[];
  readonly customers: number;
  /** Sum of the amounts known, in yuan, and of how many cases. */
  readonly amount: { readonly yuan: number; readonly cases: number };
  /** Cases opened by month, months without any in between. */
  readonly months: readonly { readonly month: string; readonly cases: number }[];
  readonly population: { readonly cases: number; readonly lenders: number };
}

export interface GangView {
  readonly gang: string;
  readonly role: GangRole;
  /** Calibrated, in [0, 1]. */
  readonly score: number;
  readonly upstream: string | null;
  readonly downstream: readonly string[];
  readonly reasons: readonly Reason[];
}

export interface RelatedGang {
  readonly gang: string;
  readonly relation: 'upstream' | 'downstream';
  readonly role: GangRole;
  readonly score: number;
  readonly cases: number;
  readonly lenders: number;
}

export interface CaseView {
  /** Number within the package: masked values may look alike. */
  readonly no: string;
  readonly case: string;
  readonly customer: string | null;
  readonly lender: string | null;
  readonly openedAt: string | null;
  readonly amount: number | null;
  readonly source: SourceRecord;
}

export interface TraceView {
  readonly no: string;
  readonly kind: TraceKind;
  readonly value: string;
  /** Cases of the gang, and of all. */
  readonly cases: number;
  readonly casesEverywhere: number;
  readonly lenders: number;
  readonly customers: number;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  /** Whether the value may be read as it is: neither masked nor hashed. */
  readonly plain: boolean;
}

export interface LinkView {
  readonly trace: TraceView;
  readonly case: CaseView;
  readonly observedAt: string | null;
  readonly source: SourceRecord;
}

export interface LenderView {
  readonly no: string;
  readonly lender: string;
  readonly cases: number;
  /** In yuan; null where no case says. */
  readonly amount: number | null;
}
