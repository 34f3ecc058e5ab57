import { describe, expect, it } from 'vitest';
import {
  equalErrorThreshold,
  expectedCalibrationError,
  fitPlatt,
  operatingPoints,
  seeded,
  thresholdAtFalseAlarms,
} from '../src/index.ts';

describe('fitPlatt', () => {
  it('finds the slope and offset that made the labels', () => {
    const random = seeded(1);
    const scores = Array.from({ length: 20_000 }, () => random() * 8 - 4);
    const labels = scores.map((s) => (random() < 1 / (1 + Math.exp(-(0.7 * s - 0.5))) ? 1 : 0));
    const { slope, offset } = fitPlatt(scores, labels);
    expect(slope).toBeCloseTo(0.7, 1);
    expect(offset).toBeCloseTo(-0.5, 1);
    const calibrated = scores.map((s) => 1 / (1 + Math.exp(-(slope * s + offset))));
    expect(expectedCalibrationError(calibrated, labels)).toBeLessThan(0.02);
    expect(
      expectedCalibrationError(
        scores.map((s) => 1 / (1 + Math.exp(-3 * s))),
        labels,
      ),
    ).toBeGreaterThan(0.05);
  });

  it('stays finite on separable scores', () => {
    const { slope, offset } = fitPlatt([-2, -1, 1, 2], [0, 0, 1, 1]);
    expect(Number.isFinite(slope) && Number.isFinite(offset)).toBe(true);
    expect(slope).toBeGreaterThan(0);
  });
});

describe('operating points', () => {
  const scores = Array.from({ length: 1000 }, (_, i) => i / 1000);
  const labels = scores.map((s, i) => (s > 0.5 || i % 50 === 0 ? 1 : 0));

  it('alarms at most the allowed share of negatives', () => {
    const threshold = thresholdAtFalseAlarms(scores, labels, 0.01);
    const negatives = scores.filter((_, i) => !labels[i]);
    const share = negatives.filter((s) => s >= threshold).length / negatives.length;
    expect(share).toBeLessThanOrEqual(0.01);
    expect(share).toBeGreaterThan(0.005);
  });

  it('balances misses and false alarms', () => {
    const threshold = equalErrorThreshold(scores, labels);
    const misses = scores.filter((s, i) => labels[i] && s < threshold).length / labels.filter(Boolean).length;
    const alarms =
      scores.filter((s, i) => !labels[i] && s >= threshold).length / labels.filter((l) => !l).length;
    expect(Math.abs(misses - alarms)).toBeLessThan(0.01);
  });

  it('never puts `forged` below `suspicious`', () => {
    const points = operatingPoints([0.1, 0.2, 0.8, 0.9], [0, 0, 1, 1]);
    expect(points.forged).toBeGreaterThanOrEqual(points.suspicious);
    expect(points.suspicious).toBeGreaterThan(0.2);
  });
});
