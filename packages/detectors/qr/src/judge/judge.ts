import type { Reason, Risk } from '@jianzhen/evidence';
import type { Payload } from '../types.ts';
import { ownerOf } from './brands/match.ts';
import { errors } from './errors.ts';
import { type Link, parseLink } from './link.ts';
import { expressions } from './lists/expressions.ts';
import { type ListKind, type Lists, openLists } from './lists/format.ts';
import { linkEvidence } from './model/features.ts';
import { groupWeights, type Levels, linkProbability, type UrlModel } from './model/model.ts';
import { modelReasons, reason, shortened, unique } from './reasons.ts';
import { payloadKey, payloadTrace } from './traces.ts';
import { tricksOf } from './tricks.ts';
import { agentWords } from './words.ts';

/** A person's word on a link or payload. */
export type Overruling = 'safe' | 'danger';

export interface JudgeOptions {
  readonly model: UrlModel;
  /** What `buildLists` made. */
  readonly lists?: Uint8Array;
  /** A person's word by `payloadKey`, or by an expression as lists hold it (`example.com/`); goes before everything else. */
  readonly overrides?: ReadonlyMap<string, Overruling>;
}

export interface PayloadContext {
  /** Texts near the code: read on the picture, said in the chat. */
  readonly words?: readonly string[];
}

export interface Judge {
  /** @throws CodedError `qr.not-a-link` */
  readonly judgeUrl: (url: string) => Risk;
  readonly judgePayload: (payload: Payload, context?: PayloadContext) => Risk;
}

export interface UrlContext {
  readonly model: UrlModel;
  readonly lists?: Lists;
  readonly overrides?: ReadonlyMap<string, Overruling>;
}

/** What lists and people say; they err too. */
const CERTAIN = 0.99;
const VOUCHED = 0.01;
/** Links within links are followed so deep. */
const DEPTH = 2;
/** A payload of which nothing is known: the odds of an ordinary link. */
const UNKNOWN = 0.1;
/** A judgement before it is levelled. */
interface Verdict {
  readonly probability: number;
  readonly reasons: readonly Reason[];
}

/** Opens the lists once; what comes back judges without waiting. */
export function createJudge({ model, lists, overrides }: JudgeOptions): Judge {
  const context: UrlContext = {
    model,
    ...(lists && { lists: openLists(lists) }),
    ...(overrides && { overrides }),
  };
  return {
    judgeUrl: (url) => judgeUrl(url, context),
    judgePayload: (payload, around) => judgePayload(payload, context, around),
  };
}

/**
 * How dangerous it is to follow a link: a person's word, then lists, then official domains, then the model.
 * @throws CodedError `qr.not-a-link`
 */
export function judgeUrl(url: string, context: UrlContext): Risk {
  const link = parseLink(url);
  if (!link) throw errors('qr.not-a-link', { text: shortened(url) });
  return levelled(linkVerdict(link, context, DEPTH), context.model.levels);
}

/** The same of a payload: the worst of its links, what such a payload does, and the words around it. */
export function judgePayload(
  payload: Payload,
  context: UrlContext,
  { words = [] }: PayloadContext = {},
): Risk {
  const { levels } = context.model;
  const overruled = said(payloadKey(payload), context);
  if (overruled) return levelled(overruled, levels);
  const links = payload.links.flatMap((text) => parseLink(text) ?? []);
  const [worst] = links
    .map((link) => linkVerdict(link, context, DEPTH))
    .sort((a, b) => b.probability - a.probability);
  const { hazard } = payload;
  const apart = [worst?.probability ?? 0, hazard?.probability ?? 0];
  // Either may harm by itself: noisy or.
  const either = worst || hazard ? 1 - apart.reduce((left, p) => left * (1 - p), 1) : UNKNOWN;
  const { phrases, weight } = agentWords(words);
  const probability = raised(either, weight);
  const reasons = [
    ...(phrases.length > 0 ? [{ weight, reasons: [reason('qr.words', { value: phrases.join('、') })] }] : []),
    ...(hazard ? [{ weight: logit(hazard.probability), reasons: [hazard.reason] }] : []),
    ...(worst ? [{ weight: logit(worst.probability), reasons: worst.reasons }] : []),
  ].sort((a, b) => b.weight - a.weight);
  const told = reasons.flatMap((each) => each.reasons);
  return levelled({ probability, reasons: told.length > 0 ? told : [reason('qr.nothing', {})] }, levels);
}

/** The risk of what a list elsewhere holds: a threat that `ThreatLookup` told of. */
export const listedRisk = (list: string, url: string): Risk => ({
  level: 'danger',
  probability: CERTAIN,
  reasons: [reason('qr.listed', { list, value: shortened(url) })],
});

const logit = (p: number) => Math.log(p / (1 - p));
const raised = (p: number, weight: number) => (weight === 0 ? p : 1 / (1 + Math.exp(-(logit(p) + weight))));

function levelled({ probability, reasons }: Verdict, { caution, danger }: Levels): Risk {
  const level = probability >= danger ? 'danger' : probability >= caution ? 'caution' : 'safe';
  return { level, probability, reasons: [...reasons] };
}

function said(key: string, { overrides }: UrlContext): Verdict | null {
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

function linkVerdict(link: Link, context: UrlContext, depth: number): Verdict {
  const overruled = overruling(link, context);
  if (overruled) return overruled;
  const found = listed(link, context);
  if (found?.kind === 'block') return found;
  const owner = ownerOf(link.host);
  const own =
    found ?? (owner && !owner.open ? officialVerdict(link, owner.brand.name) : modelVerdict(link, context));
  // Who is vouched for may still send on to anywhere.
  const inner = depth > 0 ? within(link).map((each) => linkVerdict(each, context, depth - 1)) : [];
  const [worst] = inner.sort((a, b) => b.probability - a.probability);
  if (!worst || worst.probability <= own.probability) return own;
  const value = shortened(within(link)[0]!.href);
  return { probability: worst.probability, reasons: [reason('qr.forwards', { value }), ...worst.reasons] };
}

const officialVerdict = (link: Link, brand: { zh: string; en: string }): Verdict => ({
  probability: VOUCHED,
  reasons: [reason('qr.official', { value: link.host, brandZh: brand.zh, brandEn: brand.en })],
});

function modelVerdict(link: Link, { model }: UrlContext): Verdict {
  const evidence = linkEvidence(link, model.text);
  const measured = linkProbability(model, evidence.features);
  const tricks = tricksOf(link, evidence);
  const least = Math.max(0, ...tricks.map(({ least }) => least));
  const weighed = modelReasons(link, evidence, groupWeights(model, evidence.features));
  const reasons = [...tricks, ...weighed].map((each) => each.reason);
  const owner = ownerOf(link.host)?.brand.name;
  if (owner) reasons.push(reason('qr.open-host', { value: link.host, brandZh: owner.zh, brandEn: owner.en }));
  const probability = Math.max(measured, least);
  const told = reasons.length === 0 ? [reason('qr.nothing', {})] : unique(reasons);
  return { probability, reasons: told };
}
