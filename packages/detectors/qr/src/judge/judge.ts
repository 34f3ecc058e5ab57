import type { Risk, RiskLevel } from '@jianzhen/evidence';
import type { Payload } from '../types.ts';
import { errors } from './errors.ts';
import { parseLink } from './link.ts';
import { openLists } from './lists/format.ts';
import type { Levels, UrlModel } from './model/model.ts';
import { reason, shortened } from './reasons.ts';
import { payloadKey } from './traces.ts';
import { CERTAIN, linkVerdict, type Overruling, said, type UrlContext, type Verdict } from './verdict.ts';
import { agentWords } from './words.ts';

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

/** A payload of which nothing is known: the odds of an ordinary link. */
const UNKNOWN = 0.1;

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
  return levelled(linkVerdict(link, context), context.model.levels);
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
    .map((link) => linkVerdict(link, context))
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
  const risk = levelled(
    { probability, reasons: told.length > 0 ? told : [reason('qr.nothing', {})] },
    levels,
  );
  return hazard ? { ...risk, level: graver(risk.level, hazardLevel(hazard.probability)) } : risk;
}

/**
 * Levels of what payloads do, which no links' thresholds fit: whoever binds a card or runs a script is harmed, if at all, at once and
 * badly; a contact or a payee is to be looked at before one goes on.
 */
const HAZARDS = { caution: 0.15, danger: 0.7 } as const;

const hazardLevel = (probability: number): RiskLevel =>
  probability >= HAZARDS.danger ? 'danger' : probability >= HAZARDS.caution ? 'caution' : 'safe';

const LEVELS: readonly RiskLevel[] = ['safe', 'caution', 'danger'];
const graver = (a: RiskLevel, b: RiskLevel): RiskLevel =>
  LEVELS[Math.max(LEVELS.indexOf(a), LEVELS.indexOf(b))]!;

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
