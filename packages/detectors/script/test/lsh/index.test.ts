import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreement, createScriptIndex, SLOTS, scriptIndexFromBytes } from '../../src/index.ts';
import { mix } from '../../src/shingle/hash.ts';

const slot = (seed: number, i: number) => mix(mix(seed) ^ i) & 0xffff;
const sketch = (seed: number) => Uint16Array.from({ length: SLOTS }, (_, i) => slot(seed, i));
/** Another sketch that agrees in about the given share of the slots. */
const like = (from: Uint16Array, share: number, seed: number) =>
  from.map((value, i) => (mix(mix(seed + 1e6) ^ i) / 2 ** 32 < share ? value : slot(seed + 2e6, i)));

describe('the index of scripts', () => {
  it('finds what looking at every text finds, down to a likeness of a half, nearly always', () => {
    const texts = Array.from({ length: 300 }, (_, i) => sketch(i));
    for (let i = 0; i < 300; i++) texts.push(like(texts[i]!, 0.5 + 0.5 * ((i % 10) / 10), i));
    const index = createScriptIndex(texts.length);
    for (const text of texts) index.add(text);
    let [found, all, wrong] = [0, 0, 0];
    for (const [number, text] of texts.entries()) {
      const matches = index.search(text, { least: 0.5 });
      expect(matches[0]).toEqual({ number, similarity: 1 });
      const numbers = new Set(matches.map((match) => match.number));
      for (const [other, theirs] of texts.entries()) {
        const like = agreement(text, theirs) >= 0.5;
        if (like) all++;
        if (like && numbers.has(other)) found++;
        if (!like && numbers.has(other)) wrong++;
      }
    }
    expect(wrong).toBe(0);
    expect(all).toBeGreaterThan(800);
    expect(found / all).toBeGreaterThan(0.99);
  });

  it('holds what was added and not taken out, whatever the order', () => {
    const actions = fc.array(fc.tuple(fc.boolean(), fc.nat(9)), { maxLength: 60 });
    fc.assert(
      fc.property(actions, (list) => {
        const index = createScriptIndex(10);
        const held = new Map<number, number>();
        for (const [adds, pick] of list) {
          if (adds && held.size < 10) {
            // Few distinct sketches, so that chains hold the same text many times over.
            held.set(index.add(sketch(pick % 3)), pick % 3);
          } else if (!adds) {
            expect(index.remove(pick)).toBe(held.delete(pick));
          }
        }
        expect(index.size).toBe(held.size);
        for (let seed = 0; seed < 3; seed++) {
          const expected = [...held].filter(([, one]) => one === seed).map(([number]) => number);
          const found = index.search(sketch(seed), { least: 0.9 }).map(({ number }) => number);
          expect(found).toEqual(expected.sort((a, b) => a - b));
        }
      }),
    );
  });

  it('is written and read again', () => {
    const index = createScriptIndex(20);
    for (let i = 0; i < 5; i++) index.add(sketch(i));
    index.remove(2);
    const bytes = index.toBytes();
    expect(bytes).toHaveLength(16 + 4 * 2 * SLOTS);
    const read = scriptIndexFromBytes(bytes, 20);
    expect(read.size).toBe(4);
    expect(read.search(sketch(3))).toEqual([{ number: 2, similarity: 1 }]);
    expect(read.search(sketch(2))).toEqual([]);
  });

  it('refuses bytes that it did not write, and texts beyond its capacity, with a code', () => {
    const full = createScriptIndex(1);
    full.add(sketch(1));
    expect(() => full.add(sketch(2))).toThrowError(expect.objectContaining({ code: 'script.index-full' }));
    const unreadable = expect.objectContaining({ code: 'script.index-unreadable' });
    expect(() => scriptIndexFromBytes(full.toBytes().subarray(1))).toThrowError(unreadable);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        expect(() => scriptIndexFromBytes(bytes)).toThrowError(unreadable);
      }),
    );
  });

  it('answers within its budget where one script fills the buckets', () => {
    const index = createScriptIndex(20_000);
    const text = sketch(7);
    for (let i = 0; i < 20_000; i++) index.add(like(text, 0.97, i));
    expect(index.search(text, { limit: 10 })).toHaveLength(10);
    const looked = index.search(text, { limit: 20_000, budget: 120 }).length;
    expect(looked).toBeGreaterThan(0);
    expect(looked).toBeLessThanOrEqual(120);
  });
});
