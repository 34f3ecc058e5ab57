import { describe, expect, it } from 'vitest';
import { CODE_WORDS, createSealIndex } from '../../src/index.ts';
import { CODE_BITS, distance, ones } from '../../src/search/bits.ts';
import { createBuckets } from '../../src/search/buckets.ts';
import { seeded } from '../drawing.ts';

const random = seeded(3);
const code = () => Uint32Array.from({ length: CODE_WORDS }, () => Math.floor(random() * 2 ** 32));
const flipped = (from: Uint32Array, bits: number) => {
  const out = from.slice();
  for (let k = 0; k < bits; k++) out[k % CODE_WORDS]! ^= 1 << ((3 * k) % 32);
  return out;
};

describe('bits', () => {
  it('are counted', () => {
    for (const [word, count] of [
      [0, 0],
      [1, 1],
      [0xffffffff, 32],
      [0x80000001, 2],
    ] as const)
      expect(ones(word)).toBe(count);
    expect(distance(new Uint32Array(CODE_WORDS), 0, new Uint32Array(CODE_WORDS).fill(0xffffffff), 0)).toBe(
      CODE_BITS,
    );
  });
});

describe('the index of seals', () => {
  const codes = Array.from({ length: 500 }, code);

  it('finds the nearest first, by their numbers, exactly', () => {
    const index = createSealIndex(600);
    for (const one of codes) index.add(one);
    index.add(flipped(codes[40]!, 12));
    const [first, second, ...rest] = index.search(codes[40]!, 10);
    expect(first).toEqual({ number: 40, similarity: 1 });
    expect(second!.number).toBe(500);
    expect(second!.similarity).toBeCloseTo(1 - 12 / CODE_BITS);
    expect(rest).toHaveLength(8);
  });

  it('is full at its capacity and says so with a code', () => {
    const index = createSealIndex(1);
    index.add(codes[0]!);
    expect(() => index.add(codes[1]!)).toThrowError(expect.objectContaining({ code: 'seal.index-full' }));
  });

  it('brings near codes together by buckets, each once', () => {
    const buckets = createBuckets(600);
    const all = new Uint32Array(500 * CODE_WORDS);
    for (const [n, one] of codes.entries()) {
      all.set(one, n * CODE_WORDS);
      buckets.add(all, n * CODE_WORDS, n);
    }
    for (const n of [0, 77, 499]) {
      const near = buckets.near(flipped(codes[n]!, 25));
      expect(near).toContain(n);
      expect(new Set(near).size).toBe(near.length);
    }
  });
});
