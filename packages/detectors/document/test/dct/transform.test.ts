import { describe, expect, it } from 'vitest';
import { forwardBlock, inverseBlock, ZIGZAG } from '../../src/dct/transform.ts';

/** ITU-T T.81 A.3.3, as written. */
function definition(samples: Float32Array): number[] {
  const norm = (k: number) => (k === 0 ? Math.SQRT1_2 : 1) / 2;
  return Array.from({ length: 64 }, (_, k) => {
    const u = k & 7;
    const v = k >> 3;
    let sum = 0;
    for (let i = 0; i < 64; i++) {
      const x = Math.cos(((2 * (i & 7) + 1) * u * Math.PI) / 16);
      const y = Math.cos(((2 * (i >> 3) + 1) * v * Math.PI) / 16);
      sum += samples[i]! * x * y;
    }
    return norm(u) * norm(v) * sum;
  });
}

const samples = Float32Array.from({ length: 64 }, (_, i) => ((i * 73) % 256) - 128);

describe('the 8 × 8 DCT', () => {
  it('is the one of the standard, at any offset', () => {
    const array = new Float32Array(192);
    array.set(samples, 64);
    forwardBlock(array, 64);
    const expected = definition(samples);
    for (let k = 0; k < 64; k++) expect(array[64 + k]).toBeCloseTo(expected[k]!, 3);
    expect(array.subarray(0, 64).every((value) => value === 0)).toBe(true);
  });

  it('is undone by its inverse', () => {
    const block = samples.slice();
    forwardBlock(block);
    inverseBlock(block);
    for (let i = 0; i < 64; i++) expect(block[i]).toBeCloseTo(samples[i]!, 3);
  });

  it('walks in zigzag as in figure A.6', () => {
    expect([...ZIGZAG.subarray(0, 12)]).toEqual([0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25]);
    expect(new Set(ZIGZAG).size).toBe(64);
    expect(ZIGZAG[63]).toBe(63);
  });
});
