import { seeded } from '@jianzhen/learn';
import { expect, it } from 'vitest';
import {
  cllr,
  equalErrorRate,
  minCllr,
  minDcf,
  sortTrials,
  speakerIntervals,
  verificationMetrics,
} from '../../src/index.ts';

/** Normal scores with deviation 1 whose log-likelihood ratio is the score itself when the means are ±distance²/2. */
function gaussian(count: number, distance: number, random = seeded(3)) {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const labels = Array.from({ length: count }, (_, i) => i % 2);
  const scores = labels.map((label) => distance * normal() + (label ? 1 : -1) * (distance ** 2 / 2));
  return { scores, labels };
}

it('is 0 for scores that part the classes, 0.5 for scores that say nothing, and 1 for scores turned round', () => {
  const labels = [0, 0, 1, 1];
  expect(equalErrorRate(sortTrials([1, 2, 3, 4], labels))).toBe(0);
  expect(equalErrorRate(sortTrials([7, 7, 7, 7], labels))).toBe(0.5);
  expect(equalErrorRate(sortTrials([4, 3, 2, 1], labels))).toBe(1);
  expect(minDcf(sortTrials([1, 2, 3, 4], labels))).toBe(0);
  expect(minDcf(sortTrials([7, 7, 7, 7], labels))).toBe(1);
});

it('agrees with a count by hand', () => {
  // One of three targets lies below one of four others.
  const trials = sortTrials([0.1, 0.2, 0.3, 0.6, 0.5, 0.7, 0.9], [0, 0, 0, 0, 1, 1, 1]);
  // A threshold above 0.5 misses a third and alarms a quarter; on the line from (0, 1/4) to (1/3, 1/4) both are a quarter.
  expect(equalErrorRate(trials)).toBeCloseTo(0.25, 12);
  // No false alarm above 0.6, at a miss of a third: 0.01 / 3 over 0.01.
  expect(minDcf(trials)).toBeCloseTo(1 / 3, 12);
});

it('finds the rates that theory gives for two normal distributions', () => {
  const { scores, labels } = gaussian(200_000, 3);
  const metrics = verificationMetrics(scores, labels);
  expect(metrics.eer).toBeCloseTo(0.0668, 2); // Φ(−1.5)
  expect(metrics.cllr - metrics.minCllr).toBeGreaterThanOrEqual(0);
  expect(metrics.cllr - metrics.minCllr).toBeLessThan(0.005);
});

it('charges for ratios that are too bold, which no monotone map can see', () => {
  const { scores, labels } = gaussian(20_000, 2);
  const honest = sortTrials(scores, labels);
  const bold = sortTrials(
    scores.map((score) => 5 * score + 3),
    labels,
  );
  expect(cllr(bold)).toBeGreaterThan(cllr(honest) + 0.3);
  expect(minCllr(bold)).toBeCloseTo(minCllr(honest), 9);
  expect(cllr(sortTrials([0, 0], [0, 1]))).toBe(1);
});

it('says that nothing can be told where a class is missing', () => {
  const metrics = verificationMetrics([1, 2], [1, 1]);
  expect(metrics.minDcf).toBeNaN();
  expect(metrics.minCllr).toBeNaN();
});

it('gives an interval by speakers that holds the figure and is wider than one by trials would be', () => {
  const random = seeded(5);
  const speakers = Array.from({ length: 20 }, (_, s) => ({ name: `s${s}`, ease: random() * 4 }));
  const scores: number[] = [];
  const labels: number[] = [];
  const enrol: string[] = [];
  const test: string[] = [];
  for (const a of speakers)
    for (const b of speakers)
      for (let k = 0; k < 10; k++) {
        scores.push((a === b ? a.ease : 0) + random());
        labels.push(a === b ? 1 : 0);
        enrol.push(a.name);
        test.push(b.name);
      }
  const trials = sortTrials(scores, labels);
  const { eer } = speakerIntervals(trials, { enrol, test }, { eer: equalErrorRate });
  const point = equalErrorRate(trials);
  expect(eer.low).toBeLessThan(point);
  expect(eer.high).toBeGreaterThan(point);
});
