import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreement, resemblance, SLOTS, shingles } from '../../src/index.ts';
import { minHash } from '../../src/minhash/index.ts';
import { mix } from '../../src/shingle/hash.ts';

/** Two sets of distinct hashes with the given numbers of common and own members. */
function sets(common: number, own: number, seed: number): [Uint32Array, Uint32Array] {
  const hash = (i: number) => mix(mix(i) ^ mix(seed));
  const of = (from: number) =>
    Uint32Array.from({ length: common + own }, (_, i) => hash(i < common ? i : from + i)).sort();
  return [of(0), of(1_000_000)];
}

describe('shingles', () => {
  it('are distinct, ascending, and as many as a text has', () => {
    expect(shingles('abc')).toHaveLength(0);
    expect(shingles('abcdabcd')).toHaveLength(4);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const hashes = shingles(text);
        for (let i = 1; i < hashes.length; i++) expect(hashes[i]!).toBeGreaterThan(hashes[i - 1]!);
      }),
    );
  });

  it('resemble each other as sets do', () => {
    const [a, b] = sets(60, 20, 1);
    expect(resemblance(a, b)).toEqual({ jaccard: 60 / 100, containment: 60 / 80 });
    expect(resemblance(new Uint32Array(), new Uint32Array())).toEqual({ jaccard: 0, containment: 0 });
  });
});

describe('sketches', () => {
  it.each([0.1, 0.3, 0.5, 0.7, 0.9])(
    'estimate a Jaccard index of %d without bias, as sure as theory says',
    (jaccard) => {
      for (const size of [40, 150, 1000]) {
        const common = Math.round((2 * size * jaccard) / (1 + jaccard));
        const truth = common / (2 * size - common);
        const estimates = Array.from({ length: 150 }, (_, seed) => {
          const [a, b] = sets(common, size - common, seed);
          return agreement(minHash(a), minHash(b));
        });
        const mean = estimates.reduce((sum, value) => sum + value, 0) / estimates.length;
        const deviation = Math.sqrt(
          estimates.reduce((sum, value) => sum + (value - truth) ** 2, 0) / estimates.length,
        );
        const theory = Math.sqrt((truth * (1 - truth)) / SLOTS);
        expect(Math.abs(mean - truth)).toBeLessThan(0.02);
        // Fewer members than slots leave bins that repeat others': less is known.
        expect(deviation).toBeLessThan((size < SLOTS ? 2.2 : 1.3) * theory + 0.005);
      }
    },
  );

  it('of equal sets are equal, of an empty one zero', () => {
    const [a] = sets(30, 5, 9);
    expect(agreement(minHash(a), minHash(a.slice()))).toBe(1);
    expect(minHash(new Uint32Array())).toEqual(new Uint16Array(SLOTS));
  });
});
