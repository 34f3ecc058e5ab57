import { minCllr, sortTrials } from '@jianzhen/evaluate';
import type { CalibrationTrial } from './trials.ts';

/** Lengths that a back end is chosen by: those that the figures are told for. */
const DECISIVE = ['whole whole', 'five five'];

/** Least cost in bits, mean over bands and lengths: smoother over few speakers than an error rate at one point. */
export function shapeCost(bands: readonly (readonly CalibrationTrial[])[]): number {
  const costs = bands.flatMap((trials) =>
    DECISIVE.map((lengths) => {
      const own = trials.filter((trial) => trial.lengths === lengths);
      return minCllr(
        sortTrials(
          own.map(({ score }) => score),
          own.map(({ label }) => label),
        ),
      );
    }),
  );
  return costs.reduce((sum, cost) => sum + cost, 0) / costs.length;
}

/** Harmonic mean of the shares of pairs that are rightly together. */
export function pairF1(groups: readonly number[], truth: readonly string[]): number {
  let [both, found, right] = [0, 0, 0];
  groups.forEach((group, i) => {
    for (let j = 0; j < i; j++) {
      const [together, same] = [group === groups[j], truth[i] === truth[j]];
      if (together) found++;
      if (same) right++;
      if (together && same) both++;
    }
  });
  return both === 0 ? 0 : (2 * both) / (found + right);
}
