import type { Finding, Gang, TraceKind } from '@jianzhen/evidence';
import type { ByteSource } from './bag/index.ts';

/** The record that a statement rests on, so that it can be collected again. */
export interface SourceRecord {
  readonly system: string;
  readonly table: string;
  readonly id: string;
  /** When the record was made, ISO 8601; null where unknown. */
  readonly time: string | null;
  /** Hexadecimal SHA-256 of the record as it was read. */
  readonly sha256: string;
}

export interface LeadCase {
  readonly case: string;
  readonly customer: string | null;
  readonly lender: string | null;
  /** ISO 8601; null where unknown. */
  readonly openedAt: string | null;
  /** In yuan; null where unknown. */
  readonly amount: number | null;
  readonly source: SourceRecord;
}

/** What was seen in one case of the gang. */
export interface LeadTrace {
  readonly case: string;
  readonly kind: TraceKind;
  readonly value: string;
  readonly observedAt: string | null;
  /** In how many of all cases, the gang's among them, it was seen. */
  readonly casesEverywhere: number;
  readonly source: SourceRecord;
}

/** A picture that goes with a finding: a mask or a cut-out of a seal. */
export interface LeadPicture {
  readonly kind: 'mask' | 'seal';
  readonly page: number;
  /** PNG. */
  readonly bytes: Uint8Array;
}

export interface LeadExhibit {
  readonly case: string;
  /** The file's name as it was handed in; whatever a stranger chose. */
  readonly name: string;
  readonly mediaType: string;
  readonly receivedAt: string | null;
  /** Hexadecimal, as recorded when the file came in; null where it was not recorded. */
  readonly sha256: string | null;
  /** Null where only the hash is at hand. */
  readonly bytes: number | null;
  readonly open: (() => ByteSource) | null;
  readonly findings: readonly (Finding & { readonly page: number })[];
  readonly pictures: readonly LeadPicture[];
}

/** What made the package and the gang, so that both can be made again. */
export interface GeneratorFacts {
  readonly version: string;
  /** Revision of the code; null where it is not known. */
  readonly revision: string | null;
  readonly models: readonly { readonly model: string; readonly version: string; readonly sha256: string }[];
  /** Parameters of mining, as they were given. */
  readonly parameters: Readonly<Record<string, string | number | boolean | null>>;
  readonly seed: number | null;
  /** Command lines that compute the gang again, and the package. */
  readonly commands: readonly string[];
}

/** Everything that a package is made of. Whether from files or from the store makes no difference here. */
export interface LeadInput {
  readonly gang: Gang;
  /** Upstream and downstream gangs as far as they are known. */
  readonly related: readonly Gang[];
  /** The gang's cases, each once. */
  readonly cases: readonly LeadCase[];
  /** What was seen in those cases. */
  readonly traces: readonly LeadTrace[];
  readonly exhibits: AsyncIterable<LeadExhibit> | Iterable<LeadExhibit>;
  /** All cases and lenders that were mined: what "rare" is measured against. */
  readonly population: { readonly cases: number; readonly lenders: number };
  readonly generator: GeneratorFacts;
}
