import { describe, expect, it } from 'vitest';
import { CODE_WORDS, createSealIndex } from '../../src/index.ts';
import { CODE_BITS, distance, ones } from '../../src/search/bits.ts';
import { seeded } from '../drawing.ts';

const random = seeded(3);
const code = () => Uint32Array.from({ length: CODE_WORDS }, () => Math.floor(random() * 2 ** 32));
const flipped = (from: Uint32Array, bits: number) => {
  const out = from.slice();
  for (let k = 0; k < bits; k++) out[k % CODE_WORDS]! ^= 1 << ((3 * k) % 32);
  return out;
};
/** Each bit changed with this probability. */
function changed(from: Uint32Array, share: number): Uint32Array {
  const out = from.slice();
  for (let bit = 0; bit < CODE_BITS; bit++) if (random() < share) out[bit >>> 5]! ^= 1 << (bit & 31);
  return out;
}

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
    const index = createSealIndex();
    for (const one of codes) index.add(one);
    index.add(flipped(codes[40]!, 12));
    const [first, second, ...rest] = index.search(codes[40]!, 10);
    expect(first).toEqual({ number: 40, similarity: 1 });
    expect(second!.number).toBe(500);
    expect(second!.similarity).toBeCloseTo(1 - 12 / CODE_BITS);
    expect(rest).toHaveLength(8);
  });

  it('finds copies by their bands where there are too many to look at all', () => {
    // More than are looked at one by one, so that segments are sorted, and joined as they grow.
    const many = Array.from({ length: 90_000 }, code);
    const index = createSealIndex(1000);
    let found = 0;
    for (const [n, one] of many.entries()) {
      index.add(one);
      if (n % 9000 !== 8999) continue;
      for (const wanted of [n, n >> 1, n - 8999]) {
        const matches = index.search(changed(many[wanted]!, 0.12), 5);
        expect(new Set(matches.map(({ number }) => number)).size).toBe(matches.length);
        if (matches[0]?.number === wanted) found++;
      }
    }
    expect(index.size).toBe(90_000);
    expect(found).toBeGreaterThanOrEqual(29);
  });

  it('finds the newest by their bands or one by one alike', () => {
    const index = createSealIndex(10);
    for (const one of codes) index.add(one);
    expect(index.search(flipped(codes[499]!, 12), 1)).toEqual([
      { number: 499, similarity: 1 - 12 / CODE_BITS },
    ]);
  });
});
