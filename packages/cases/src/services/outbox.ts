import type { Alert, DeliveryType } from '../alert.ts';
import { newId } from '../ids.ts';
import type { Endpoint, Outgoing } from '../ports/index.ts';

/** A message about an alert for each endpoint that it concerns, as it is at this moment: what is sent again later says the same. */
export function messagesOf(
  type: DeliveryType,
  alert: Alert,
  endpoints: readonly Endpoint[],
  at: string,
  data: object = {},
): Outgoing[] {
  return endpoints.flatMap(({ name, lenderId }): Outgoing | [] => {
    const told = tellable(type, alert, lenderId);
    if (!told) return [];
    return {
      id: newId(),
      alertId: alert.id,
      type,
      endpoint: name,
      status: 'pending',
      attempts: 0,
      error: null,
      createdAt: at,
      attemptedAt: null,
      deliveredAt: null,
      body: { type, timestamp: at, data: { alert: told, ...data } },
    };
  });
}

/**
 * What one lender may hear of an alert: campaigns name nobody; of another lender's customer nothing, but that a subject was
 * reviewed, since the decision holds for its own customers too.
 */
function tellable(type: DeliveryType, alert: Alert, lenderId: string | null): Alert | null {
  if (lenderId === null || alert.kind === 'campaign' || alert.lenderId === lenderId) return alert;
  return type === 'alert.reviewed' ? { ...alert, caseId: null, customerId: null, lenderId: null } : null;
}
