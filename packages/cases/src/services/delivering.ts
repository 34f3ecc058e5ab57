import { type CodedError, toCodedError } from '@jianzhen/evidence';
import type { Delivery } from '../alert.ts';
import { errors } from '../errors.ts';
import type { AlertStore, AlertTransaction, Outgoing, WebhookSender } from '../ports/index.ts';

/** Attempts at one delivery before it is a dead letter: with the queue's back-off, four to five hours. */
export const MAX_DELIVERY_ATTEMPTS = 16;

export interface DeliveringOptions {
  readonly now?: () => Date;
  readonly maxAttempts?: number;
}

/**
 * The life of a delivery's job. `run` may be called any number of times for one delivery, by workers that crash half-way: the
 * message goes out at least once, always under the same id. It rejects when the job should be tried again later.
 */
export function createDelivering(
  store: AlertStore,
  sender: WebhookSender,
  { now = () => new Date(), maxAttempts = MAX_DELIVERY_ATTEMPTS }: DeliveringOptions = {},
) {
  const begin = (id: string): Promise<Outgoing | null> =>
    store.transaction(async (tx) => {
      const found = await tx.lockDelivery(id);
      if (found?.status !== 'pending') return null;
      if (found.attempts >= maxAttempts) {
        await giveUp(tx, found, errors('delivery.crashed', { attempts: found.attempts }));
        return null;
      }
      const begun = { ...found, attempts: found.attempts + 1, attemptedAt: now().toISOString() };
      await tx.updateDelivery(begun);
      return begun;
    });

  /** Tells whether the message is to be sent again. */
  const settle = (sent: Outgoing, failure: CodedError | null): Promise<boolean> =>
    store.transaction(async (tx) => {
      const current = await tx.lockDelivery(sent.id);
      if (!current) return false;
      if (!failure) {
        const deliveredAt = now().toISOString();
        await tx.updateDelivery({ ...current, status: 'delivered', deliveredAt, error: null });
        return false;
      }
      if (current.status !== 'pending') return false;
      if (current.attempts >= maxAttempts) {
        await giveUp(tx, current, failure);
        return false;
      }
      await tx.updateDelivery({ ...current, error: failure.toJSON() });
      return true;
    });

  return {
    async run(deliveryId: string): Promise<void> {
      const delivery = await begin(deliveryId);
      if (!delivery) return;
      const failure = await sender.send(delivery).then(() => null, toCodedError);
      if (await settle(delivery, failure)) throw failure;
    },
  };
}
export type Delivering = ReturnType<typeof createDelivering>;

async function giveUp(tx: AlertTransaction, delivery: Delivery, error: CodedError): Promise<void> {
  await tx.updateDelivery({ ...delivery, status: 'dead', error: error.toJSON() });
  const { alertId, endpoint, attempts } = delivery;
  await tx.append([
    {
      type: 'delivery.dead',
      caseId: null,
      exhibitId: null,
      alertId,
      data: { endpoint, attempts, code: error.code },
    },
  ]);
}
