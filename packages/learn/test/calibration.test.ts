import { calibrated } from '@jianzhen/evidence';
import { describe, expect, it } from 'vitest';
import {
  equalErrorThreshold,
  expectedCalibrationError,
  fitBeta,
  operatingPoints,
  seeded,
  thresholdAtFalseAlarms,
} from '../src/index.ts';

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

describe('fitBeta', () => {
  it('finds the curve that made the labels, where Platt scaling would be a special case', () => {
    const random = seeded(1);
    const truth = { low: 0.5, high: 1.4, offset: -0.4 };
    const scores = Array.from({ length: 20_000 }, () => random() * 8 - 4);
    const labels = scores.map((s) => (random() < calibrated(truth, s) ? 1 : 0));
    const fitted = fitBeta(scores, labels);
    expect(Math.abs(fitted.low - truth.low)).toBeLessThan(0.12);
    expect(Math.abs(fitted.high - truth.high)).toBeLessThan(0.12);
    expect(Math.abs(fitted.offset - truth.offset)).toBeLessThan(0.12);
    const after = scores.map((s) => calibrated(fitted, s));
    expect(expectedCalibrationError(after, labels)).toBeLessThan(0.02);
    const before = scores.map((s) => sigmoid(3 * s));
    expect(expectedCalibrationError(before, labels)).toBeGreaterThan(0.05);
  });

  it('is Platt scaling when both slopes are the same', () => {
    for (const s of [-30, -2, 0, 3, 40])
      expect(calibrated({ low: 0.7, high: 0.7, offset: 0.2 }, s)).toBeCloseTo(sigmoid(0.7 * s + 0.2), 12);
  });

  it('stays finite and rising on separable scores, and never falls on scores that mislead', () => {
    const { low, high, offset } = fitBeta([-2, -1, 1, 2], [0, 0, 1, 1]);
    expect([low, high, offset].every(Number.isFinite)).toBe(true);
    expect(low + high).toBeGreaterThan(0);
    const misled = fitBeta([-3, -1, 1, 3], [1, 1, 0, 0]);
    expect(misled.low).toBeGreaterThanOrEqual(0);
    expect(misled.high).toBeGreaterThanOrEqual(0);
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
