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
 * Counts freshly warned customers and their scans on campaigns, and raises a campaign where a subject spread fast enough.
 * `alerts` are customers' alerts as stored, `fresh` the ids of those made just now, `scans` the scans of this moment by
 * subject. The subjects are locked.
 */
export async function followCampaigns(
  tx: AlertTransaction,
  alerts: readonly Alert[],
  fresh: ReadonlySet<string>,
  scans: ReadonlyMap<string, number>,
  rule: CampaignRule,
  at: string,
): Promise<CampaignNews[]> {
  const counts = [...scans].map(([subject, seen]) => ({ subject, seen }));
  const known = new Map((await tx.countOnCampaigns(counts, at)).map((record) => [record.subject, record]));
  // A customer met again may be the one that was missing within the hours; on a campaign only new ones change the count.
  const examples = new Map(alerts.map((alert) => [alert.subject, alert]));
  const changed = [...examples.keys()].filter(
    (subject) =>
      !known.has(subject) || alerts.some((alert) => alert.subject === subject && fresh.has(alert.id)),
  );
  if (changed.length === 0) return [];
  const since = new Date(Date.parse(at) - rule.hours * 3_600_000).toISOString();
  const news: CampaignNews[] = [];
  for (const spread of await tx.spread(changed, since)) {
    const campaign = known.get(spread.subject);
    if (campaign) {
      const grown = grow(campaign, spread, rule);
      await tx.updateCampaign(grown);
      if (grown.campaign!.told > campaign.campaign!.told) {
        news.push({ type: 'campaign.grew', campaign: grown });
      }
    } else if (spread.recent >= rule.customers) {
      const raised = raise(examples.get(spread.subject)!, spread, at);
      await tx.insertCampaign(raised);
      news.push({ type: 'campaign.raised', campaign: raised });
    }
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
    campaign: { customers, lenders, told: customers },
  };
}

function grow(campaign: Alert, { customers, lenders }: Spread, { growth }: CampaignRule): Alert {
  const { told } = campaign.campaign!;
  return {
    ...campaign,
    campaign: { customers, lenders, told: customers >= told * growth ? customers : told },
  };
}
