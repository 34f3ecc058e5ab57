import type { Alert, DeliveryType } from '../alert.ts';
import { newId } from '../ids.ts';
import type { AlertTransaction, Spread } from '../ports/index.ts';

export interface CampaignRule {
  /** Distinct customers … */
  readonly customers: number;
  /** … within so many hours make a campaign. */
  readonly hours: number;
  /** It is told of again whenever its customers have multiplied by this. */
  readonly growth: number;
}

export const CAMPAIGN: CampaignRule = { customers: 5, hours: 24, growth: 5 };

/** What happened to a campaign that its lenders are told of. */
export interface CampaignNews {
  readonly type: Extract<DeliveryType, 'campaign.raised' | 'campaign.grew'>;
  readonly campaign: Alert;
}

/**
 * Counts scans and freshly warned customers on campaigns, and raises a campaign where a subject spread fast enough.
 * `alerts` are customers' alerts as stored, `fresh` those of them made just now, `scans` the scans of this moment by subject.
 * The subjects are locked.
 */
export async function followCampaigns(
  tx: AlertTransaction,
  alerts: readonly Alert[],
  fresh: readonly Alert[],
  scans: ReadonlyMap<string, number>,
  rule: CampaignRule,
  at: string,
): Promise<CampaignNews[]> {
  const gains = [...scans].map(([subject, seen]) => {
    const own = fresh.filter((alert) => alert.subject === subject);
    const lenders = [...new Set(own.flatMap(({ lenderId }) => lenderId ?? []))];
    return { subject, seen, customers: own.length, lenders };
  });
  const known = await tx.countOnCampaigns(gains, at);
  const news: CampaignNews[] = [];
  for (const campaign of known) {
    const { customers, lenders, told } = campaign.campaign!;
    if (customers < told * rule.growth) continue;
    await tx.setTold(campaign.id, customers);
    const grown = { ...campaign, campaign: { customers, lenders, told: customers } };
    news.push({ type: 'campaign.grew', campaign: grown });
  }

  const campaigns = new Set(known.map(({ subject }) => subject));
  const examples = new Map(alerts.map((alert) => [alert.subject, alert]));
  const others = [...examples.keys()].filter((subject) => !campaigns.has(subject));
  if (others.length === 0) return news;
  const since = new Date(Date.parse(at) - rule.hours * 3_600_000).toISOString();
  for (const spread of await tx.spread(others, since)) {
    if (spread.recent < rule.customers) continue;
    const raised = raise(examples.get(spread.subject)!, spread, at);
    await tx.insertCampaign(raised, spread.lenders);
    news.push({ type: 'campaign.raised', campaign: raised });
  }
  return news;
}

function raise(example: Alert, spread: Spread, at: string): Alert {
  const { customers, lenders, seen, firstSeenAt, lastSeenAt } = spread;
  return {
    ...example,
    id: newId(),
    kind: 'campaign',
    caseId: null,
    customerId: null,
    lenderId: null,
    seen,
    createdAt: at,
    firstSeenAt,
    lastSeenAt,
    campaign: { customers, lenders: lenders.length, told: customers },
  };
}
