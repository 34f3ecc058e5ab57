import { adviceFor } from '../advice.ts';
import type { Alert } from '../alert.ts';
import { newId } from '../ids.ts';
import type { AlertTransaction, Endpoint, JudgedCode } from '../ports/index.ts';
import { type CampaignRule, followCampaigns } from './campaigns.ts';
import { messagesOf } from './outbox.ts';

/** A dangerous code that a known customer met. */
export interface Danger extends JudgedCode {
  readonly caseId: string | null;
  readonly customerId: string;
  readonly lenderId: string | null;
}

export interface WarningRules {
  /** Those that are told. */
  readonly endpoints: readonly Endpoint[];
  readonly campaign: CampaignRule;
}

/** What "one customer" and "one thing" mean: lenders number their customers each on their own. */
const keyOf = ({ lenderId, customerId, subject }: Danger): string =>
  JSON.stringify([lenderId, customerId, subject]);

/**
 * Makes alerts of dangers, and messages of those that are new, in the transaction that records the scans: no alert is ever
 * without its message. A customer who was warned of a subject is not warned again. The subjects are locked. Answers with
 * the alert of each danger, in the order given.
 */
export async function warn(
  tx: AlertTransaction,
  dangers: readonly Danger[],
  { endpoints, campaign }: WarningRules,
  at: string,
): Promise<Alert[]> {
  if (dangers.length === 0) return [];
  const alike = Map.groupBy(dangers, keyOf);
  const wanted = [...alike.values()].map((same) => alertOf(same[0]!, same.length, at));
  const alerts = await tx.warn(wanted);
  const fresh = alerts.filter((alert, i) => alert.id === wanted[i]!.id);
  const scans = new Map<string, number>();
  for (const { subject } of dangers) scans.set(subject, (scans.get(subject) ?? 0) + 1);
  const news = await followCampaigns(tx, alerts, fresh, scans, campaign, at);

  const raised = [
    ...fresh,
    ...news.flatMap(({ type, campaign }) => (type === 'campaign.raised' ? campaign : [])),
  ];
  const grown = news.flatMap(({ type, campaign }) => (type === 'campaign.grew' ? campaign : []));
  await tx.append([
    ...raised.map((alert) => eventOf('alert.raised', alert)),
    ...grown.map((alert) => eventOf('alert.grew', alert)),
  ]);
  const messages = [
    ...fresh.flatMap((alert) => messagesOf('alert.raised', alert, endpoints, at)),
    ...news.flatMap(({ type, campaign }) => messagesOf(type, campaign, endpoints, at)),
  ];
  if (messages.length > 0) await tx.addDeliveries(messages);

  const byKey = new Map([...alike.keys()].map((key, i) => [key, alerts[i]!]));
  return dangers.map((danger) => byKey.get(keyOf(danger))!);
}

function alertOf({ code, subject, domain, ...owner }: Danger, seen: number, at: string): Alert {
  const { caseId, customerId, lenderId } = owner;
  return {
    id: newId(),
    kind: 'customer',
    status: 'open',
    subject,
    domain,
    payload: code.kind,
    caseId,
    customerId,
    lenderId,
    ...code.risk,
    advice: adviceFor(code.kind),
    seen,
    campaign: null,
    createdAt: at,
    firstSeenAt: at,
    lastSeenAt: at,
  };
}

function eventOf(type: 'alert.raised' | 'alert.grew', alert: Alert) {
  const { id, caseId, kind, level, probability, campaign } = alert;
  const data = { kind, level, probability, ...(campaign && { customers: campaign.customers }) };
  return { type, caseId, exhibitId: null, alertId: id, data };
}
