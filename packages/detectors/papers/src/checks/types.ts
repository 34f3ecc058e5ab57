import type { Finding, Identity } from '@jianzhen/evidence';
import type { Stream } from '../fields/stream.ts';
import type { Field, ReadTable } from '../fields/types.ts';
import type { CheckSpec, FieldSpec } from '../kinds/schema.ts';
import type { ReadingModel } from '../reading/trust.ts';
import type { Day } from '../rules/dates/calendar.ts';

/** All that checks look at: what was read of one page. */
export interface Reading {
  readonly kind: string;
  readonly fields: readonly Field[];
  readonly tables: readonly ReadTable[];
  readonly stream: Stream;
  /** What the configuration says of the fields, and of how they depend on each other. */
  readonly specs: readonly FieldSpec[];
  readonly checks: readonly CheckSpec[];
}

/** What is known beside the page itself. */
export interface CheckContext {
  /** When the file was handed in. */
  readonly receivedAt?: Day;
  /** Titles of the seals on the page, as the seal detector read them. */
  readonly seals?: readonly string[];
  readonly identities?: readonly Identity[];
  readonly model: ReadingModel;
}

export type Check = (reading: Reading, context: CheckContext) => readonly Finding[];
