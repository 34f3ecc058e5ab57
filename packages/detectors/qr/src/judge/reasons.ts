import { format, type Reason } from '@jianzhen/evidence';
import type { Likeness } from './brands/match.ts';
import type { Link } from './link.ts';
import { JUDGE_MESSAGES, type JudgeCode } from './messages.ts';
import type { FeatureGroup, LinkEvidence } from './model/features.ts';

/** A reason with what it adds to the log-odds. */
export interface Weighed {
  readonly reason: Reason;
  readonly weight: number;
}

export const reason = (code: JudgeCode, values: Readonly<Record<string, string>>): Reason => ({
  code,
  message: format(JUDGE_MESSAGES[code], values),
});

/** Log-odds under which a group is not worth a sentence. */
const SAID = 0.25;
/** Nobody reads more. */
const MOST = 5;
const LONGEST_SHOWN = 60;
const CONSONANTS = 5;
const DIGITS = 0.3;
const LONG_HOST = 40;
const MANY_LABELS = 5;

export const shortened = (text: string) =>
  text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;

export const likenessReason = ({ kind, brand, part }: Likeness, link: Link): Reason =>
  reason(`qr.like-${kind}`, {
    part: shortened(part),
    brandZh: brand.name.zh,
    brandEn: brand.name.en,
    value: link.domain,
  });

/** Odds as a person says them. */
function times(logOdds: number): string {
  const ratio = Math.exp(Math.min(logOdds, Math.log(1000)));
  return ratio < 10 ? ratio.toFixed(1) : String(Math.round(ratio));
}

const percent = (share: number) => String(Math.round(100 * share));

/** What each group of inputs has to say where it raised the odds. */
const GROUP_REASONS: Readonly<
  Record<FeatureGroup, (link: Link, evidence: LinkEvidence, odds: number) => Reason | null>
> = {
  text: (_, __, odds) => reason('qr.spelling', { value: times(odds) }),
  suffix: ({ suffix }) => (suffix ? reason('qr.suffix', { value: suffix }) : null),
  brand: (link, { likenesses }) => (likenesses[0] ? likenessReason(likenesses[0], link) : null),
  service: (link, { facts }) => {
    const value = link.host;
    if (facts.disguisedAddress) return reason('qr.address-disguised', { value });
    if (facts.address) return reason('qr.address', { value });
    if (facts.user) return reason('qr.user', { part: shortened(link.user), value });
    if (facts.dynamic) return reason('qr.dynamic', { value });
    if (facts.shortener) return reason('qr.shortener', { value });
    if (facts.builder) return reason('qr.builder', { value });
    if (facts.port) return reason('qr.port', { value: link.port });
    return facts.shared ? reason('qr.shared', { value: link.suffix }) : null;
  },
  name: (link, { facts }) => {
    if (facts.mixedScripts) return reason('qr.mixed-scripts', { value: link.unicodeHost });
    if (facts.longestConsonants >= CONSONANTS)
      return reason('qr.random-name', { part: link.label, value: String(facts.longestConsonants) });
    if (facts.digitShare >= DIGITS)
      return reason('qr.digits-name', { part: link.label, value: percent(facts.digitShare) });
    if (facts.hostLength >= LONG_HOST || facts.labels >= MANY_LABELS)
      return reason('qr.long-name', { part: String(facts.labels), value: String(facts.hostLength) });
    return null;
  },
  path: (link, { facts }) => {
    if (facts.apk) return reason('qr.apk', { value: shortened(link.path) });
    const text = `${link.path}${link.query ? `?${link.query}` : ''}`;
    return text === '/' ? null : reason('qr.path', { value: shortened(text) });
  },
};

/** Reasons for the model's word, the weightiest first: only what raised the odds. */
export function modelReasons(
  link: Link,
  evidence: LinkEvidence,
  weights: Readonly<Record<FeatureGroup, number>>,
): Weighed[] {
  return Object.entries(weights)
    .flatMap(([group, weight]) => {
      if (weight < SAID) return [];
      const said = GROUP_REASONS[group as FeatureGroup](link, evidence, weight);
      return said ? [{ reason: said, weight }] : [];
    })
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST);
}

/** Each reason once, where it is first told. */
export const unique = (reasons: readonly Reason[]): Reason[] =>
  reasons.filter(({ code }, i) => reasons.findIndex((other) => other.code === code) === i);
