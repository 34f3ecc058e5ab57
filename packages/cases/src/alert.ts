import { CodeKind, Message, Reason, RiskLevel } from '@jianzhen/evidence/schemas';
import { type Static, Type } from 'typebox';
import { Failure } from './model.ts';
import { Count, Id, Instant, nullable, Probability } from './parts.ts';

/** `customer`: one customer was led to one thing; `campaign`: one thing spreads among customers. */
export const AlertKind = Type.Enum(['customer', 'campaign'], { $id: 'AlertKind' });
export type AlertKind = Static<typeof AlertKind>;

/** `open`: no person looked yet; `confirmed` and `corrected`: a person found the subject dangerous, or not. */
export const AlertStatus = Type.Enum(['open', 'confirmed', 'corrected'], { $id: 'AlertStatus' });
export type AlertStatus = Static<typeof AlertStatus>;

/** How far a campaign has spread. */
export const Campaign = Type.Object(
  {
    /** Distinct customers warned of it so far. */
    customers: Count,
    /** Distinct lenders of theirs. */
    lenders: Count,
    /** Customers at the time of the last delivery. */
    told: Count,
  },
  { $id: 'Campaign' },
);
export type Campaign = Static<typeof Campaign>;

/** A warning pushed to a customer through the lender's systems, or of a campaign to the lender itself. */
export const Alert = Type.Object(
  {
    id: Id,
    kind: AlertKind,
    status: AlertStatus,
    /** The payload as the judge normalises it, without secrets. */
    subject: Type.String(),
    /** Registrable domain that the payload leads to. */
    domain: nullable(Type.String()),
    payload: CodeKind,
    caseId: nullable(Id),
    customerId: nullable(Type.String()),
    lenderId: nullable(Type.String()),
    level: RiskLevel,
    probability: Probability,
    /** Why, in plain words, the weightiest first. */
    reasons: Type.Array(Reason),
    /** What the customer should do now. */
    advice: Type.Array(Message),
    /** Scans so far. */
    seen: Type.Integer({ minimum: 1 }),
    /** Null for a customer's alert. */
    campaign: nullable(Campaign),
    createdAt: Instant,
    firstSeenAt: Instant,
    lastSeenAt: Instant,
  },
  { $id: 'Alert' },
);
export type Alert = Static<typeof Alert>;

export const Decision = Type.Enum(['dangerous', 'not-dangerous'], { $id: 'Decision' });
export type Decision = Static<typeof Decision>;

/** What a person held of a subject. The last review counts; the earlier ones stay on record. */
export const Review = Type.Object(
  {
    alertId: Id,
    decision: Decision,
    by: Type.String(),
    note: nullable(Type.String()),
    at: Instant,
  },
  { $id: 'Review' },
);
export type Review = Static<typeof Review>;

/** `pending`: waits for its next attempt; `dead`: given up; `cancelled`: corrected before it went out. */
export const DeliveryStatus = Type.Enum(['pending', 'delivered', 'dead', 'cancelled'], {
  $id: 'DeliveryStatus',
});
export type DeliveryStatus = Static<typeof DeliveryStatus>;

export const DeliveryType = Type.Enum(
  ['alert.raised', 'campaign.raised', 'campaign.grew', 'alert.reviewed'],
  { $id: 'DeliveryType' },
);
export type DeliveryType = Static<typeof DeliveryType>;

/** One message to one endpoint. Its id is the message's, however often it is sent. */
export const Delivery = Type.Object(
  {
    id: Id,
    alertId: Id,
    type: DeliveryType,
    /** Name of the endpoint in the configuration. */
    endpoint: Type.String(),
    status: DeliveryStatus,
    /** Begun since it was made, or since a person had it sent again. */
    attempts: Count,
    /** Of the last attempt that failed. */
    error: nullable(Failure),
    createdAt: Instant,
    attemptedAt: nullable(Instant),
    deliveredAt: nullable(Instant),
  },
  { $id: 'Delivery' },
);
export type Delivery = Static<typeof Delivery>;

/** Customers newly warned of a campaign within one hour. */
export const Growth = Type.Object({ at: Instant, customers: Count }, { $id: 'Growth' });
export type Growth = Static<typeof Growth>;

/** One scanned payload: what gangs are mined from, as traces `qr_payload` (the subject) and `domain`. */
export interface Scan {
  readonly id: string;
  readonly subject: string;
  readonly domain: string | null;
  readonly payload: CodeKind;
  readonly caseId: string | null;
  readonly customerId: string | null;
  readonly lenderId: string | null;
  readonly level: RiskLevel;
  readonly at: string;
}
