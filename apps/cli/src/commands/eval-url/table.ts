import type { UrlSample } from './data.ts';
import { type UrlMetrics, type UrlOutcome, urlMetrics } from './metrics.ts';
import type { UrlScore } from './scores.ts';

export type Sample = Pick<UrlSample, 'link' | 'label'>;

export interface Row extends UrlMetrics {
  readonly name: string;
}

export const HEAD = ['', 'links', 'deceits', 'AUC', 'TPR at 1% FPR %'];

export const cells = ({ name, links, deceits, auc, tprAt1Fpr }: Row): string[] => [
  name,
  String(links),
  String(deceits),
  auc.toFixed(4),
  (100 * tprAt1Fpr).toFixed(1),
];

export const outcomes = (samples: readonly Sample[], score: UrlScore): UrlOutcome[] =>
  samples.map(({ link, label }) => ({ score: score(link), label, group: link.domain }));

export const row = (name: string, samples: readonly Sample[], score: UrlScore): Row => ({
  name,
  ...urlMetrics(outcomes(samples, score)),
});
