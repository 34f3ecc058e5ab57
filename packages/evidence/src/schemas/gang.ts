import { type Static, Type } from 'typebox';
import { Reason } from './seal.ts';
import { TraceKind } from './trace.ts';

/** A forger supplies agencies and is seen through what they have in common; a ring is neither. */
export const GangRole = Type.Enum(['forger', 'agency', 'ring'], { $id: 'GangRole' });
export type GangRole = Static<typeof GangRole>;

/** A mined gang, as `jianzhen gangs mine` prints it. */
export const Gang = Type.Object(
  {
    gang: Type.String(),
    /** Calibrated, in [0, 1]: how probable it is that the cases are of organised people. */
    score: Type.Number({ minimum: 0, maximum: 1 }),
    role: GangRole,
    /** The forger that supplies this gang. */
    upstream: Type.Union([Type.String(), Type.Null()]),
    /** The gangs that this forger supplies. */
    downstream: Type.Array(Type.String()),
    cases: Type.Array(Type.String()),
    customers: Type.Integer({ minimum: 0 }),
    /** How many lenders the cases are of. */
    lenders: Type.Integer({ minimum: 0 }),
    /** When the first and the last of the cases were opened, ISO 8601; null where no case says. */
    firstSeen: Type.Union([Type.String(), Type.Null()]),
    lastSeen: Type.Union([Type.String(), Type.Null()]),
    /** How many of the cases are of the gang with so much certainty: the same gang at several thresholds. Empty for a forger, whose cases are those with its papers. */
    levels: Type.Array(
      Type.Object({
        probability: Type.Number({ minimum: 0, maximum: 1 }),
        cases: Type.Integer({ minimum: 0 }),
      }),
    ),
    /** How many of the cases make up its densest part. */
    core: Type.Integer({ minimum: 0 }),
    /** What ties the cases together, most cases first; `cases` counts those of the gang. */
    traces: Type.Array(
      Type.Object({ kind: TraceKind, value: Type.String(), cases: Type.Integer({ minimum: 1 }) }),
    ),
    reasons: Type.Array(Reason),
  },
  { $id: 'Gang' },
);
export type Gang = Static<typeof Gang>;
