import { type Static, Type } from 'typebox';

export const EventType = Type.Enum(
  ['case.created', 'case.updated', 'exhibit.queued', 'exhibit.started', 'exhibit.done', 'exhibit.failed'],
  { $id: 'EventType' },
);
export type EventType = Static<typeof EventType>;

/** What happened to a case, in the order in which it was committed. Events are only ever added. */
export const CaseEvent = Type.Object(
  {
    /** Rises with every commit, with gaps. */
    id: Type.Integer({ minimum: 1 }),
    type: EventType,
    at: Type.String({ format: 'date-time' }),
    caseId: Type.String({ format: 'uuid' }),
    exhibitId: Type.Union([Type.String({ format: 'uuid' }), Type.Null()]),
    /** The state after the event: status, verdict, probability, attempt … by type. */
    data: Type.Record(Type.String(), Type.Unknown()),
  },
  { $id: 'CaseEvent' },
);
export type CaseEvent = Static<typeof CaseEvent>;

/** An event before the store gave it its place. */
export type NewEvent = Omit<CaseEvent, 'id' | 'at'>;
