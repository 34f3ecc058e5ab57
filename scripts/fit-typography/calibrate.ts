import { type Ensemble, pageScore, type TypographyModel } from '@jianzhen/detector-papers';
import { auc, tprAtFpr } from '@jianzhen/evaluate';
import { fitBeta } from '@jianzhen/learn';
import { scoresOf } from './runs.ts';
import type { Sample } from './samples.ts';

/** Calibration of the page's score, and the score of the false alarms that a reviewer is to bear. */
export function fitPages(held: readonly Sample[], runs: Ensemble): Pick<TypographyModel, 'page'> {
  const scores = held.map((sample) => pageScore(Array.from(scoresOf(sample, runs))));
  const labels = held.map(({ page }) => (page.edits.length > 0 ? 1 : 0));
  console.error(
    `  pages: AUC ${auc(scores, labels).toFixed(3)}, TPR at 2% FPR ${(100 * tprAtFpr(scores, labels, 0.02)).toFixed(1)}%`,
  );
  return { page: fitBeta(scores, labels) };
}
