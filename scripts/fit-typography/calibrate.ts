import { createHash } from 'node:crypto';
import { pageScore, type TypographyModel } from '@jianzhen/detector-papers';
import { auc, tprAtFpr } from '@jianzhen/evaluate';
import { fitBeta } from '@jianzhen/learn';
import { fitRuns, scoresOf } from './runs.ts';
import type { Sample } from './samples.ts';

const FOLDS = 3;
/** Genuine pages that a reviewer is to be shown something of. */
const FALSE_ALARMS = 0.02;

/** A page's score by a fit that saw neither the page nor its twins. */
export interface Outcome {
  readonly sample: Sample;
  readonly score: number;
  /** The highest score of each line that bears a number. */
  readonly lines: readonly number[];
}

/** Cross-validation over genuine pages, their forged twins beside them. */
export function heldOutScores(samples: readonly Sample[]): Outcome[] {
  const foldOf = ({ page }: Sample) => createHash('sha1').update(page.source).digest()[0]! % FOLDS;
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const runs = fitRuns(samples.filter((sample) => foldOf(sample) !== fold));
    return samples
      .filter((sample) => foldOf(sample) === fold)
      .map((sample) => {
        const scores = Array.from(scoresOf(sample, runs));
        return { sample, score: pageScore(scores), lines: highestByLine(sample.lines, scores) };
      });
  });
}

function highestByLine(lines: Int32Array, scores: readonly number[]): number[] {
  const highest = new Map<number, number>();
  for (const [i, line] of lines.entries())
    highest.set(line, Math.max(highest.get(line) ?? Number.NEGATIVE_INFINITY, scores[i]!));
  return [...highest.values()].sort((a, b) => b - a);
}

/** Calibration of the page's score, as if one page in two had been forged, and the score from which findings are shown. */
export function fitPages(outcomes: readonly Outcome[]): Pick<TypographyModel, 'page' | 'alarm'> {
  const scores = outcomes.map(({ score }) => score);
  const labels = outcomes.map(({ sample }) => (sample.page.edits.length > 0 ? 1 : 0));
  const forged = labels.filter(Boolean).length;
  const tpr = tprAtFpr(scores, labels, FALSE_ALARMS);
  console.error(`  pages: AUC ${auc(scores, labels).toFixed(3)}, TPR at 2% FPR ${(100 * tpr).toFixed(1)}%`);
  const { low, high, offset } = fitBeta(scores, labels);
  const page = { low, high, offset: offset - Math.log(forged / (labels.length - forged)) };
  const genuine = scores.filter((_, i) => !labels[i]).sort((a, b) => b - a);
  return { page, alarm: genuine[Math.floor(FALSE_ALARMS * genuine.length)]! };
}
