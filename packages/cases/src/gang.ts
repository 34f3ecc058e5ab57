import { Gang } from '@jianzhen/evidence/schemas';
import { type Static, Type } from 'typebox';
import { Failure } from './model.ts';
import { Count, Id, Instant, nullable } from './parts.ts';

/** One pass over all cases and traces on record. */
export const MiningRun = Type.Object(
  {
    id: Id,
    status: Type.Enum(['running', 'done', 'failed']),
    startedAt: Instant,
    finishedAt: nullable(Instant),
    cases: Count,
    traces: Count,
    gangs: Count,
    error: nullable(Failure),
  },
  { $id: 'MiningRun' },
);
export type MiningRun = Static<typeof MiningRun>;

export const GangDecision = Type.Enum(['confirmed', 'dismissed'], { $id: 'GangDecision' });
export type GangDecision = Static<typeof GangDecision>;

/** A person's word on a gang; the last one counts, and all stay on record. */
export const GangReview = Type.Object(
  { decision: GangDecision, by: Type.String(), note: nullable(Type.String()), at: Instant },
  { $id: 'GangReview' },
);
export type GangReview = Static<typeof GangReview>;

/** A gang as the last run found it. */
export const FoundGang = Type.Object(
  {
    ...Gang.properties,
    /** The last one; null while nobody has looked at it. */
    review: nullable(GangReview),
  },
  { $id: 'FoundGang' },
);
export type FoundGang = Static<typeof FoundGang>;

/** The seal or page that a trace is named after: the first on record of all that are one with it. */
export const FirstSight = Type.Object(
  {
    kind: Type.Enum(['seal', 'document_template']),
    /** The trace's. */
    value: Type.String(),
    /** The seal's title; null where none was read, and for a page. */
    says: nullable(Type.String()),
    caseId: Id,
    exhibitId: Id,
    /** From 1. */
    page: Count,
  },
  { $id: 'FirstSight' },
);
export type FirstSight = Static<typeof FirstSight>;

/** One of a list: all but the cases themselves, of which there may be thousands. */
export const GangSummary = Type.Object(
  { ...Type.Omit(FoundGang, ['cases']).properties, cases: Count },
  { $id: 'GangSummary' },
);
export type GangSummary = Static<typeof GangSummary>;
