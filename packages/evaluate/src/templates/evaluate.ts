// Recall at a rate of false links, with percentile bootstrap over templates (Efron 1979): pages of one template stay together.

import { errors } from '../errors.ts';
import { bootstrap, type Interval } from '../metrics.ts';
import { type LabelledPage, linksOf, type ScoredLink, type TemplateTools } from './links.ts';

export interface TemplateEvaluationOptions {
  /** Draws for the bootstrap, uniform in [0, 1). */
  readonly random: () => number;
  /** False links for each pair of pages of different templates; one in a million unless told. */
  readonly rate?: number;
  /** Score from which a link counts in operation; 0.9 unless told. */
  readonly operating?: number;
}

export interface TemplateEvaluation {
  readonly pages: number;
  readonly templates: number;
  readonly samePairs: number;
  readonly differentPairs: number;
  /** Share of pairs of one template that the index brings together. */
  readonly candidateRecall: number;
  /**
   * Share of pairs of one template that are linked when at most `rate` of the pairs of different templates are. The tail is
   * counted, not extrapolated: with n different pairs the threshold is the score of the ⌊rate · n⌋ + 1st of them.
   */
  readonly templateRecallAt1ppm: number;
  readonly interval: Interval;
  readonly threshold: number;
  /** False links that the threshold lets pass, and pairs of templates that they are between. */
  readonly falseLinks: number;
  /** At the score of operation: recall, and false links in a million different pairs. */
  readonly operatingRecall: number;
  readonly operatingFalsePerMillion: number;
}

/**
 * Finds every page by every other through an index, compares what was found, and counts.
 * @throws CodedError `eval.one-class` without pairs of both sorts
 */
export async function evaluateTemplates<Fingerprint>(
  pages: readonly LabelledPage<Fingerprint>[],
  tools: TemplateTools<Fingerprint>,
  { random, rate = 1e-6, operating = 0.9 }: TemplateEvaluationOptions,
): Promise<TemplateEvaluation> {
  const counts = Map.groupBy(pages, ({ template }) => template);
  const pairs = (n: number) => (n * (n - 1)) / 2;
  const samePairs = [...counts.values()].reduce((sum, { length }) => sum + pairs(length), 0);
  const differentPairs = pairs(pages.length) - samePairs;
  if (samePairs === 0 || differentPairs === 0) throw errors('eval.one-class');
  const links = await linksOf(pages, tools);
  const same = links.filter((link) => link.same);
  const wrong = links
    .filter((link) => !link.same)
    .map(({ score }) => score)
    .sort((a, b) => b - a);
  const allowed = Math.floor(rate * differentPairs);
  const threshold = wrong[allowed] ?? 0;
  const groups = groupsOf(pages, counts, same, threshold);
  return {
    pages: pages.length,
    templates: counts.size,
    samePairs,
    differentPairs,
    candidateRecall: same.length / samePairs,
    templateRecallAt1ppm: recallOf(groups.flat()),
    interval: bootstrap(groups, recallOf, random),
    threshold,
    falseLinks: wrong.filter((score) => score > threshold).length,
    operatingRecall: same.filter(({ score }) => score >= operating).length / samePairs,
    operatingFalsePerMillion: (1e6 * wrong.filter((score) => score >= operating).length) / differentPairs,
  };
}

/** Pairs of one template, and how many of them were linked. */
interface Linked {
  readonly pairs: number;
  readonly linked: number;
}

function groupsOf<Fingerprint>(
  pages: readonly LabelledPage<Fingerprint>[],
  counts: ReadonlyMap<string, readonly LabelledPage<Fingerprint>[]>,
  same: readonly ScoredLink[],
  threshold: number,
): Linked[][] {
  const linked = new Map<string, number>();
  for (const { first, score } of same) {
    const { template } = pages[first]!;
    if (score > threshold) linked.set(template, (linked.get(template) ?? 0) + 1);
  }
  return [...counts].map(([template, { length }]) => [
    { pairs: (length * (length - 1)) / 2, linked: linked.get(template) ?? 0 },
  ]);
}

const recallOf = (items: readonly Linked[]): number => {
  const total = (pick: (item: Linked) => number) => items.reduce((sum, item) => sum + pick(item), 0);
  return total(({ linked }) => linked) / total(({ pairs }) => pairs);
};
