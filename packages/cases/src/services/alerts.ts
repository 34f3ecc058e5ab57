import type { Alert, Decision, Delivery, DeliveryStatus, Growth, Review } from '../alert.ts';
import { cut, type Paging, pageOf } from '../cursor.ts';
import { errors } from '../errors.ts';
import type { AlertFilter, AlertStore, Endpoint } from '../ports/index.ts';
import { messagesOf } from './outbox.ts';

export interface AlertDetail extends Alert {
  /** The last first. */
  readonly reviews: Review[];
  /** Newest first. */
  readonly deliveries: Delivery[];
  /** Of a campaign, by the hour; empty otherwise. */
  readonly growth: Growth[];
}

export interface AlertOptions {
  readonly now?: () => Date;
  /** Those that are told. */
  readonly endpoints?: readonly Endpoint[];
}

/** Hours of growth that are shown of a campaign. */
const GROWTH_HOURS = 336;

/** What reviewers and lenders' systems ask of alerts. Ids that do not exist throw `alert.not-found` or `delivery.not-found`. */
export function createAlerts(
  store: AlertStore,
  { now = () => new Date(), endpoints = [] }: AlertOptions = {},
) {
  return {
    async list(query: AlertFilter & Paging): Promise<{ alerts: Alert[]; next: string | null }> {
      const { cursor, limit, ...filter } = query;
      const { items, next } = cut(await store.listAlerts({ ...filter, ...pageOf({ cursor, limit }) }), limit);
      return { alerts: items, next };
    },

    async get(id: string): Promise<AlertDetail> {
      const alert = await store.findAlert(id);
      if (!alert) throw errors('alert.not-found', { id });
      const [reviews, deliveries, growth] = await Promise.all([
        store.reviewsOf(alert.subject),
        store.deliveriesOf(id),
        alert.kind === 'campaign' ? store.growthOf(alert.subject, GROWTH_HOURS) : [],
      ]);
      return { ...alert, reviews, deliveries, growth };
    },

    /**
     * A person's word on an alert's subject, which counts from this moment for every alert and every later scan of it. A
     * later word takes it back; all of them stay on record.
     */
    review(
      id: string,
      { decision, by, note }: { decision: Decision; by: string; note?: string | null },
    ): Promise<Alert> {
      return store.transaction(async (tx) => {
        const found = await tx.findAlert(id);
        if (!found) throw errors('alert.not-found', { id });
        await tx.lockSubjects([found.subject]);
        const [before] = await tx.decisions([found.subject]);
        const at = now().toISOString();
        await tx.addReview(found.subject, { alertId: id, decision, by, note: note ?? null, at });
        const alert: Alert = { ...found, status: decision === 'dangerous' ? 'confirmed' : 'corrected' };
        await tx.append([
          {
            type: 'alert.reviewed',
            caseId: alert.caseId,
            exhibitId: null,
            alertId: id,
            data: { decision, by, note: note ?? null },
          },
        ]);
        if (before?.decision === decision) return alert;
        if (decision === 'not-dangerous') await tx.cancelDeliveries(alert.subject);
        else await tx.reviveDeliveries(alert.subject);
        await tx.addDeliveries(messagesOf('alert.reviewed', alert, endpoints, at, { decision }));
        return alert;
      });
    },

    async deliveries(
      query: { status?: DeliveryStatus } & Paging,
    ): Promise<{ deliveries: Delivery[]; next: string | null }> {
      const { cursor, limit, ...filter } = query;
      const { items, next } = cut(
        await store.listDeliveries({ ...filter, ...pageOf({ cursor, limit }) }),
        limit,
      );
      return { deliveries: items, next };
    },

    /** Sends a dead letter again, under its own id. @throws `delivery.not-dead` */
    retry(id: string): Promise<Delivery> {
      return store.transaction(async (tx) => {
        const found = await tx.lockDelivery(id);
        if (!found) throw errors('delivery.not-found', { id });
        if (found.status !== 'dead') throw errors('delivery.not-dead', { id });
        const { body: _, ...delivery } = found;
        const revived: Delivery = { ...delivery, status: 'pending', attempts: 0 };
        await tx.updateDelivery(revived);
        await tx.enqueueDelivery(id);
        const { alertId, endpoint } = delivery;
        await tx.append([
          { type: 'delivery.retried', caseId: null, exhibitId: null, alertId, data: { endpoint } },
        ]);
        return revived;
      });
    },
  };
}
export type Alerts = ReturnType<typeof createAlerts>;
