import { createRandom } from '@jianzhen/simulate';
import { expect, it } from 'vitest';
import { type Example, fitLogistic, logit, type Weights } from '../fit-templates/logistic.ts';
import { calibrated, fitTail } from '../fit-templates/tail.ts';

/** Most pairs of two templates differ in `text`; a few near twins do not, and are told by `place` alone. */
function examples(seed: string): Example[] {
  const random = createRandom(seed);
  return Array.from({ length: 3000 }, (_, i) => {
    const twin = i % 97 === 1;
    const same = !twin && i % 6 === 0;
    const text = (same || twin ? 1 : -1) + 0.5 * random.normal();
    const place = (same ? 1 : twin ? -1 : 0.6) + 0.45 * random.normal();
    return { same, features: { bias: 1, text, place } };
  });
}

/** Share of pairs of one template above all but five of two. */
function recall(weights: Weights, pairs: readonly Example[]): number {
  const scores = (same: boolean) =>
    pairs.filter((pair) => pair.same === same).map(({ features }) => logit(weights, features));
  const least = scores(false).sort((a, b) => b - a)[5]!;
  const right = scores(true);
  return right.filter((score) => score > least).length / right.length;
}

it('weighing up the hardest pairs raises recall in the tail', () => {
  const [pairs, held] = [examples('fit'), examples('held')];
  expect(recall(fitTail(pairs), held)).toBeGreaterThan(recall(fitLogistic(pairs), held) + 0.02);
});

it('the scale is set so that scores are log-odds where both classes weigh the same', () => {
  const [pairs, held] = [examples('fit'), examples('held')];
  const weights = calibrated(fitTail(pairs), held);
  const again = calibrated(weights, held);
  for (const [name, weight] of Object.entries(weights)) expect(again[name]).toBeCloseTo(weight, 0);
});
