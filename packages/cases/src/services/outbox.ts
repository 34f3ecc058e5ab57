import type { Alert, DeliveryType } from '../alert.ts';
import { newId } from '../ids.ts';
import type { Outgoing } from '../ports/index.ts';

/** A message about an alert for each endpoint, as it is at this moment: what is sent again later says the same. */
export function messagesOf(
  type: DeliveryType,
  alert: Alert,
  endpoints: readonly string[],
  at: string,
  data: object = {},
): Outgoing[] {
  return endpoints.map((endpoint) => ({
    id: newId(),
    alertId: alert.id,
    type,
    endpoint,
    status: 'pending',
    attempts: 0,
    error: null,
    createdAt: at,
    attemptedAt: null,
    deliveredAt: null,
    body: { type, timestamp: at, data: { alert, ...data } },
  }));
}
