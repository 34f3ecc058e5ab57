import type { Reason } from '@jianzhen/evidence';
import { ownerOf } from './brands/match.ts';
import { type Link, parseLink } from './link.ts';
import { expressions } from './lists/expressions.ts';
import type { ListKind, Lists } from './lists/format.ts';
import { linkEvidence } from './model/features.ts';
import { groupWeights, linkProbability, type UrlModel } from './model/model.ts';
import { modelReasons, reason, shortened, unique } from './reasons.ts';
import { payloadTrace } from './traces.ts';
import { tricksOf } from './tricks.ts';

/** A person's word on a link or payload. */
export type Overruling = 'safe' | 'danger';

export interface UrlContext {
  readonly model: UrlModel;
  readonly lists?: Lists;
  readonly overrides?: ReadonlyMap<string, Overruling>;
}

/** What lists and people say; they err too. */
export const CERTAIN = 0.99;
const VOUCHED = 0.01;
/** Links within links are followed so deep. */
const DEPTH = 2;

/** A judgement before it is levelled. */
export interface Verdict {
  readonly probability: number;
  readonly reasons: readonly Reason[];
}

/** A person's word by its key. */
export function said(key: string, { overrides }: UrlContext): Verdict | null {
  const word = overrides?.get(key);
  if (word === undefined) return null;
  return {
    probability: word === 'safe' ? VOUCHED : CERTAIN,
    reasons: [reason(`qr.overruled-${word}`, { value: shortened(key) })],
  };
}

/** A person's word on a link, by its own key or by one of its expressions. */
function overruling(link: Link, context: UrlContext): Verdict | null {
  if (!context.overrides) return null;
  for (const key of [payloadTrace(link.href), ...expressions(link)]) {
    const word = said(key, context);
    if (word) return word;
  }
  return null;
}

/** What the lists say, the most specific entry first. A brand that is vouched for does not vouch for what strangers publish with it. */
function listed(link: Link, { lists }: UrlContext): (Verdict & { readonly kind: ListKind }) | null {
  if (!lists) return null;
  const open = ownerOf(link.host)?.open === true;
  for (const key of expressions(link)) {
    const found = lists.find(key);
    const vouched = found?.kind === 'allow';
    if (!found || (vouched && open && !key.replace(/^=/, '').startsWith(`${link.host}/`))) continue;
    const told = reason(vouched ? 'qr.vouched' : 'qr.listed', { list: found.name, value: key });
    return { kind: found.kind, probability: vouched ? VOUCHED : CERTAIN, reasons: [told] };
  }
  return null;
}

/** Links within a link's query, as redirects carry them. */
function within({ query }: Link): Link[] {
  const values = [...new URLSearchParams(query).values()];
  return values.filter((value) => /^https?:\/\//i.test(value)).flatMap((value) => parseLink(value) ?? []);
}

/** A person's word, then lists, then official domains, then the model; and the same of links within, when they are worse. */
export function linkVerdict(link: Link, context: UrlContext, depth = DEPTH): Verdict {
  const overruled = overruling(link, context);
  if (overruled) return overruled;
  const found = listed(link, context);
  if (found?.kind === 'block') return found;
  const owner = ownerOf(link.host);
  const own =
    found ?? (owner && !owner.open ? officialVerdict(link, owner.brand.name) : modelVerdict(link, context));
  // Who is vouched for may still send on to anywhere.
  const [worst] = (depth > 0 ? within(link) : [])
    .map((to) => ({ to, ...linkVerdict(to, context, depth - 1) }))
    .sort((a, b) => b.probability - a.probability);
  if (!worst || worst.probability <= own.probability) return own;
  const forwards = reason('qr.forwards', { value: shortened(worst.to.href) });
  return { probability: worst.probability, reasons: [forwards, ...worst.reasons] };
}

const officialVerdict = (link: Link, brand: { zh: string; en: string }): Verdict => ({
  probability: VOUCHED,
  reasons: [reason('qr.official', { value: link.host, brandZh: brand.zh, brandEn: brand.en })],
});

function modelVerdict(link: Link, { model }: UrlContext): Verdict {
  const evidence = linkEvidence(link, model);
  const measured = linkProbability(model, evidence.features);
  const tricks = tricksOf(link, evidence);
  const least = Math.max(0, ...tricks.map(({ least }) => least));
  const weighed = modelReasons(link, evidence, groupWeights(model, evidence.features));
  const reasons = [...tricks, ...weighed].map((each) => each.reason);
  const owner = ownerOf(link.host)?.brand.name;
  if (owner) reasons.push(reason('qr.open-host', { value: link.host, brandZh: owner.zh, brandEn: owner.en }));
  const probability = Math.max(measured, least);
  // What spoke against it was not enough: that comes first.
  if (probability < model.levels.caution) reasons.unshift(reason('qr.nothing', {}));
  return { probability, reasons: unique(reasons) };
}
