import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Run, speechRuns } from '../../src/vad/runs.ts';

/** 1 is a window of speech. */
const runsIn = (windows: string): [number, number][] =>
  speechRuns([...windows].map((window) => (window === '1' ? 0.9 : 0.1))).map(({ start, end }) => [
    start,
    end,
  ]);

describe('runs of speech', () => {
  it.each<[string, string, [number, number][]]>([
    ['nothing', '', []],
    ['silence', '00000000', []],
    ['speech throughout', '111111', [[0, 6]]],
    ['padding that ends with the recording', '0111', [[0, 4]]],
    ['padding of two windows', '00000111110000000', [[3, 12]]],
    ['two windows are no speech', '000000110000000', []],
    ['three windows are', '000000111000000', [[4, 11]]],
    ['a gap of three is bridged', '00000110001000000000', [[3, 13]]],
    ['a gap of four is not, but padding closes it', '000001110000111000000', [[3, 17]]],
    ['short runs are joined before they are dropped', '0000010010010000', [[3, 14]]],
  ])('%s', (_, windows, runs) => {
    expect(runsIn(windows)).toEqual(runs);
  });

  it('does not take exactly one half for speech', () => {
    expect(speechRuns([0.5, 0.5, 0.5, 0.5])).toEqual([]);
  });

  it('is what the rule says step by step', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, 0, 1), { maxLength: 60 }), (windows) => {
        expect(speechRuns(windows)).toEqual(byTheRule(windows));
      }),
      { numRuns: 1000, seed: 8 },
    );
  });
});

/** The rule in its own words, over the whole recording at once. */
function byTheRule(windows: readonly number[]): Run[] {
  const runs: { start: number; end: number }[] = [];
  windows.forEach((speech, i) => {
    if (!speech) return;
    const last = runs.at(-1);
    if (last && i - last.end < 4) last.end = i + 1;
    else runs.push({ start: i, end: i + 1 });
  });
  const padded = runs
    .filter(({ start, end }) => end - start >= 3)
    .map(({ start, end }) => ({ start: Math.max(0, start - 2), end: Math.min(windows.length, end + 2) }));
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of padded) {
    const last = merged.at(-1);
    if (last?.end === start) last.end = end;
    else merged.push({ start, end });
  }
  return merged;
}
