import { type Likeness, likenesses } from '../brands/match.ts';
import { type HostFacts, hostFacts } from '../host/facts.ts';
import type { Link } from '../link.ts';
import { type NameModel, nameScores } from './names.ts';
import { type TextModel, textScores } from './text.ts';

/** What is known of a link before the trees weigh it. */
export interface LinkEvidence {
  readonly facts: HostFacts;
  readonly likenesses: readonly Likeness[];
  /** The trees' inputs by name. */
  readonly features: Readonly<Record<string, number>>;
}

/** Groups of inputs, as reasons and ablations speak of them. */
export const FEATURE_GROUPS = {
  text: ['text.all', 'text.label', 'text.subdomain', 'text.path', 'text.query', 'text.shape'],
  suffix: ['text.suffix', 'cheapSuffix'],
  brand: [
    'like.confusable',
    'like.typo',
    'like.subdomain',
    'like.compound',
    'like.other-suffix',
    'like.path',
  ],
  service: ['shared', 'shortener', 'dynamic', 'builder', 'address', 'disguisedAddress', 'port', 'user'],
  name: [
    'punycode',
    'mixedScripts',
    'hostLength',
    'labelLength',
    'labels',
    'digits',
    'digitShare',
    'hyphens',
    'subHyphens',
    'longestLabel',
    'entropy',
    'vowelShare',
    'longestConsonants',
    'switches',
    'wordlike',
    'wordShare',
    'pinyinShare',
  ],
  path: ['pathLength', 'pathDepth', 'pathDigits', 'queryLength', 'queryKeys', 'bareQuery', 'apk', 'script'],
} as const satisfies Record<string, readonly string[]>;
export type FeatureGroup = keyof typeof FEATURE_GROUPS;

export const FEATURES: readonly string[] = Object.values(FEATURE_GROUPS).flat();

/** What reads a link's spelling. */
export interface Readers {
  readonly text: TextModel;
  readonly names: NameModel;
}

export function linkEvidence(link: Link, { text, names }: Readers): LinkEvidence {
  const facts = hostFacts(link);
  const found = likenesses(link);
  const features: Record<string, number> = { ...facts, ...nameScores(names, link.label) };
  for (const [field, score] of Object.entries(textScores(text, link))) features[`text.${field}`] = score;
  for (const { kind } of found) features[`like.${kind}`] = 1;
  return { facts, likenesses: found, features };
}
