import type { RiskLevel } from '@jianzhen/evidence';
import type {
  Alert,
  AlertKind,
  AlertStatus,
  Delivery,
  DeliveryStatus,
  Growth,
  Review,
  Scan,
} from '../alert.ts';
import type { NewEvent } from '../events.ts';

export interface AlertFilter {
  readonly kind?: AlertKind;
  readonly status?: AlertStatus;
  readonly level?: RiskLevel;
  readonly customerId?: string;
  /** Found in subject, domain, customer or lender, whatever the case of its letters. */
  readonly text?: string;
}

export interface Page {
  readonly limit: number;
  /** Only what is older than this id. */
  readonly before?: string;
}

/** Who a case is about. */
export interface CaseOwner {
  readonly id: string;
  readonly customerId: string | null;
  readonly lenderId: string | null;
}

/** What a campaign gains by the scans of one moment. */
export interface CampaignGain {
  readonly subject: string;
  readonly seen: number;
  /** Customers warned for the first time, and the lenders of theirs. */
  readonly customers: number;
  readonly lenders: readonly string[];
}

/** Among how many one subject has spread. */
export interface Spread {
  readonly subject: string;
  /** Distinct customers who met it since a given time, and ever. */
  readonly recent: number;
  readonly customers: number;
  readonly lenders: readonly string[];
  readonly seen: number;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
}

/** A message as it is sent; the same over all attempts. */
export interface Outgoing extends Delivery {
  readonly body: object;
}

/** Everything inside commits together, or not at all. Subjects are locked first. */
export interface AlertTransaction {
  /** Holds other transactions that lock one of these subjects until this one ends. */
  lockSubjects(subjects: readonly string[]): Promise<void>;
  owners(caseIds: readonly string[]): Promise<CaseOwner[]>;
  /** What a person last held of these subjects, for those on which one decided. */
  decisions(subjects: readonly string[]): Promise<(Review & { readonly subject: string })[]>;
  addReview(subject: string, review: Review): Promise<void>;
  addScans(scans: readonly Scan[]): Promise<void>;
  /**
   * Adds customers' alerts, each of another customer or subject. Where the customer has one of the subject already,
   * that one counts the scans. Answers with the alerts as they are now, in the order given.
   */
  warn(alerts: readonly Alert[]): Promise<Alert[]>;
  /** Adds gains to the campaigns of subjects that have one, and answers with those as they are now. */
  countOnCampaigns(gains: readonly CampaignGain[], at: string): Promise<Alert[]>;
  spread(subjects: readonly string[], since: string): Promise<Spread[]>;
  insertCampaign(campaign: Alert, lenders: readonly string[]): Promise<void>;
  /** Customers at the time of the last delivery. */
  setTold(campaignId: string, customers: number): Promise<void>;
  findAlert(id: string): Promise<Alert | null>;
  /** With a job each in the queue. */
  addDeliveries(deliveries: readonly Outgoing[]): Promise<void>;
  /** Warnings of the subject that have not gone out do not go out. */
  cancelDeliveries(subject: string): Promise<void>;
  /** Cancelled warnings of the subject go out after all. */
  reviveDeliveries(subject: string): Promise<void>;
  /** Locks the row until the end of the transaction. */
  lockDelivery(id: string): Promise<Outgoing | null>;
  updateDelivery(delivery: Delivery): Promise<void>;
  /** Another job for a delivery whose own has ended. */
  enqueueDelivery(id: string): Promise<void>;
  append(events: readonly NewEvent[]): Promise<void>;
}

export interface AlertStore {
  transaction<T>(work: (tx: AlertTransaction) => Promise<T>): Promise<T>;
  findAlert(id: string): Promise<Alert | null>;
  /** Newest first. */
  listAlerts(query: AlertFilter & Page): Promise<Alert[]>;
  /** What persons held of a subject, the last first. */
  reviewsOf(subject: string): Promise<Review[]>;
  /** Newest first. */
  deliveriesOf(alertId: string): Promise<Delivery[]>;
  listDeliveries(query: { readonly status?: DeliveryStatus } & Page): Promise<Delivery[]>;
  /** In the order in which they were made: what gangs are mined from. */
  scansAfter(id: string | null, limit: number): Promise<Scan[]>;
  /** Deletes scans of no case made before an instant, at most `limit` of them, the oldest first; tells how many. */
  forgetScans(before: string, limit: number): Promise<number>;
  /** By the hour, in order; at most the last `hours` that saw any. */
  growthOf(subject: string, hours: number): Promise<Growth[]>;
}
