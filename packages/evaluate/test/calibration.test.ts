import { seeded } from '@jianzhen/learn';
import { describe, expect, it } from 'vitest';
import { atEvenOdds, calibrationMetrics, type Judgement } from '../src/index.ts';

/** Probabilities that are right, as `told` has them. */
function judgements(count: number, told: (truth: number) => number = (truth) => truth): Judgement[] {
  const random = seeded(5);
  return Array.from({ length: count }, () => {
    const truth = random();
    return { probability: told(truth), label: random() < truth ? 1 : 0 };
  });
}

describe('calibrationMetrics', () => {
  it('finds no more than chance in probabilities that are right, and more in those that are too sure', () => {
    const right = calibrationMetrics(judgements(2000));
    expect(right.ece!).toBeLessThan(right.byChance!.high);
    expect(right.byChance!.mean).toBeGreaterThan(0);
    const sure = calibrationMetrics(judgements(2000, (truth) => (truth > 0.5 ? 0.99 : 0.01)));
    expect(sure.ece!).toBeGreaterThan(0.2);
    expect(sure.ece!).toBeGreaterThan(sure.byChance!.high);
    expect(sure.brier!).toBeGreaterThan(right.brier!);
  });

  it('weighs both classes alike, whatever odds the set has', () => {
    const all: Judgement[] = [
      ...Array.from({ length: 900 }, (): Judgement => ({ probability: 0.5, label: 0 })),
      ...Array.from({ length: 100 }, (): Judgement => ({ probability: 0.5, label: 1 })),
    ];
    const even = atEvenOdds(all);
    expect(even.filter(({ label }) => label === 1)).toHaveLength(100);
    expect(even).toHaveLength(200);
    expect(atEvenOdds(all)).toEqual(even);
    const { judgements, brier, bins } = calibrationMetrics(all);
    expect({ judgements, brier }).toEqual({ judgements: 200, brier: 0.25 });
    expect(bins.reduce((sum, bin) => sum + bin.judgements, 0)).toBe(200);
    expect(bins.every(({ told }) => told === 0.5)).toBe(true);
  });

  it('says nothing where a class is missing', () => {
    const one: Judgement[] = [{ probability: 0.2, label: 0 }];
    const nothing = { judgements: 0, ece: null, byChance: null, brier: null, bins: [] };
    expect(calibrationMetrics(one)).toEqual(nothing);
    expect(calibrationMetrics([])).toEqual(nothing);
  });
});
