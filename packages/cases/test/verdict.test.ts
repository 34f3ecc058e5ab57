import type { Verdict } from '@jianzhen/evidence';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anyForged,
  caseOutcome,
  type ExhibitDecision,
  type ExhibitState,
  exhibitOutcome,
  worst,
} from '../src/index.ts';

const verdicts: Verdict[] = ['genuine', 'unreadable', 'suspicious', 'forged'];

describe('the verdict of a case', () => {
  it('is the worst of its exhibits, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...verdicts)), (list) => {
        const expected = verdicts.findLast((verdict) => list.includes(verdict)) ?? null;
        return worst(list) === expected;
      }),
      { seed: 1 },
    );
  });

  it.each([
    [[], null],
    [[0.3], 0.3],
    [[0.5, 0.5], 0.75],
    [[0.1, 1, 0.2], 1],
  ])('of probabilities %j that one is forged is %d', (list, expected) => {
    if (expected === null) expect(anyForged(list)).toBeNull();
    else expect(anyForged(list)).toBeCloseTo(expected, 12);
  });

  it('never gets less probable by one more exhibit', () => {
    const probability = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(probability, { minLength: 1 }), probability, (list, more) => {
        const all = anyForged([...list, more])!;
        return all >= anyForged(list)! - 1e-12 && all <= 1;
      }),
      { seed: 2 },
    );
  });

  it('counts states, and is open until all are through', () => {
    const state = (status: ExhibitState['status'], verdict: Verdict | null, probability: number | null) => ({
      ...{ status, verdict, probability },
      review: null,
    });
    expect(caseOutcome([])).toEqual({
      status: 'empty',
      verdict: null,
      probability: null,
      counts: { total: 0, queued: 0, running: 0, done: 0, failed: 0 },
    });
    const pending = [
      state('running', null, null),
      state('done', 'suspicious', 0.4),
      state('queued', null, null),
    ];
    expect(caseOutcome(pending)).toEqual({
      status: 'examining',
      verdict: 'suspicious',
      probability: expect.closeTo(0.4),
      counts: { total: 3, queued: 1, running: 1, done: 1, failed: 0 },
    });
    const through = [state('failed', 'unreadable', null), state('done', 'genuine', 0.02)];
    expect(caseOutcome(through)).toMatchObject({ status: 'done', verdict: 'unreadable' });
  });

  it("takes a person's word for what the examination says, in either direction", () => {
    const at = '2026-11-29T00:00:00.000Z';
    const exhibit = (
      verdict: Verdict,
      probability: number | null,
      decision: ExhibitDecision | null,
    ): ExhibitState => ({
      ...{ status: verdict === 'unreadable' ? 'failed' : 'done', verdict, probability },
      review: decision && { decision, by: '王审核', note: null, at },
    });
    const said = (...exhibits: ExhibitState[]) => {
      const { verdict, probability } = caseOutcome(exhibits);
      return { verdict, probability };
    };
    const honest = exhibit('genuine', 0.02, null);
    const cleared = exhibit('forged', 0.98, 'genuine');
    expect(said(cleared)).toEqual({ verdict: 'genuine', probability: 0 });
    expect(said(cleared, honest)).toEqual({ verdict: 'genuine', probability: expect.closeTo(0.02) });
    expect(said(exhibit('genuine', 0.02, 'forged'), cleared)).toEqual({ verdict: 'forged', probability: 1 });
    expect(said(exhibit('unreadable', null, 'genuine'))).toEqual({ verdict: 'genuine', probability: 0 });
  });
});

describe('the verdict of a file', () => {
  const page = (verdict: Verdict, forgeryProbability: number) => ({ verdict, forgeryProbability });

  it("is its worst page's; unreadable pages have no probability to say", () => {
    expect(exhibitOutcome([page('genuine', 0.1), page('suspicious', 0.5), page('unreadable', 0)])).toEqual({
      verdict: 'suspicious',
      probability: 0.5,
    });
    expect(exhibitOutcome([page('unreadable', 0)])).toEqual({ verdict: 'unreadable', probability: null });
    expect(exhibitOutcome([])).toEqual({ verdict: 'unreadable', probability: null });
  });
});
