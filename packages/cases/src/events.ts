import { type Static, Type } from 'typebox';
import { Id, Instant, nullable } from './parts.ts';

export const EventType = Type.Enum(
  [
    'case.created',
    'case.updated',
    'exhibit.queued',
    'exhibit.started',
    'exhibit.done',
    'exhibit.failed',
    'exhibit.reviewed',
    'alert.raised',
    'alert.grew',
    'alert.reviewed',
    'delivery.dead',
    'delivery.retried',
    'voiceprint.enrolled',
    'voiceprint.deleted',
  ],
  { $id: 'EventType' },
);
export type EventType = Static<typeof EventType>;

/** What happened to a case, an alert or a voiceprint, in the order in which it was committed. Events are only ever added. */
export const CaseEvent = Type.Object(
  {
    /** Rises with every commit, with gaps. */
    id: Type.Integer({ minimum: 1 }),
    type: EventType,
    at: Instant,
    /** Null for an alert or a voiceprint that belongs to no case. */
    caseId: nullable(Id),
    exhibitId: nullable(Id),
    alertId: nullable(Id),
    /** The state after the event: status, verdict, probability, attempt … by type. */
    data: Type.Record(Type.String(), Type.Unknown()),
  },
  { $id: 'CaseEvent' },
);
export type CaseEvent = Static<typeof CaseEvent>;

/** An event before the store gave it its place. */
export type NewEvent = Omit<CaseEvent, 'id' | 'at' | 'alertId'> & { readonly alertId?: string };
