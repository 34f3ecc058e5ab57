import { describe, expect, it } from 'vitest';
import { logBinomialTail } from '../../src/dct/binomial.ts';
import { coefficientRatio } from '../../src/dct/lattice.ts';
import { scaledTable, TABLE_FAMILIES } from '../../src/dct/quantization.ts';

const ratio = (value: number, { shift = 0, step = 10, bin = 0.3, noise = 0.4, scale = 40 } = {}) =>
  coefficientRatio(value, shift, step, bin, noise, scale, 0.05);

describe('the likelihood ratio of a coefficient', () => {
  it('speaks for the lattice on its points and against it between them', () => {
    for (const value of [-30, -10, 10, 20, 50]) expect(ratio(value)).toBeLessThan(-1);
    for (const value of [-25, -6, 4, 15, 33]) expect(ratio(value)).toBeGreaterThan(2);
  });

  it('is bounded by the share of untouched coefficients that follow no lattice', () => {
    expect(ratio(15)).toBeLessThanOrEqual(-Math.log(0.05) + 1e-9);
  });

  it('takes account of what clipping took', () => {
    expect(ratio(16, { shift: 4 })).toBeLessThan(-1);
  });

  it('says next to nothing where the present bins are wider than the former steps', () => {
    for (const value of [0, 24, 48]) expect(Math.abs(ratio(value, { step: 3, bin: 24 }))).toBeLessThan(0.2);
  });

  it('knows the bins that no former level falls into', () => {
    // Former step 10, present step 4: present values 4, 16 and 24 hold no multiple of 10 within ±2.
    for (const value of [4, 16, 24]) expect(ratio(value, { bin: 4 })).toBeGreaterThan(2);
    for (const value of [8, 12, 20]) expect(ratio(value, { bin: 4 })).toBeLessThan(0.3);
  });

  it('has a negative mean over a former lattice and a positive one over level values', () => {
    let on = 0;
    let off = 0;
    for (let i = 0; i < 400; i++) {
      on += ratio(10 * ((i % 9) - 4) + 0.4 * Math.sin(i));
      off += ratio(((i * 7.31) % 90) - 45);
    }
    expect(on / 400).toBeLessThan(-0.5);
    expect(off / 400).toBeGreaterThan(0.5);
  });
});

describe('tables', () => {
  it('follow the IJG rule of quality', () => {
    expect([...scaledTable(TABLE_FAMILIES[0]!, 50).subarray(0, 3)]).toEqual([16, 11, 10]);
    expect([...scaledTable(TABLE_FAMILIES[0]!, 90).subarray(0, 3)]).toEqual([3, 2, 2]);
    expect([...scaledTable(TABLE_FAMILIES[0]!, 25).subarray(0, 3)]).toEqual([32, 22, 20]);
    expect(scaledTable(TABLE_FAMILIES[0]!, 100).every((step) => step === 1)).toBe(true);
  });
});

describe('the binomial tail', () => {
  it('bounds the exact one from above', () => {
    // P(X ≥ 8) of 10 at ½ is 56/1024.
    expect(logBinomialTail(10, 8, 0.5)).toBeGreaterThan(Math.log10(56 / 1024));
    expect(logBinomialTail(10, 8, 0.5)).toBeLessThan(0);
    expect(logBinomialTail(40, 40, 1 / 64)).toBeCloseTo(-40 * Math.log10(64), 6);
  });

  it('is nothing where the share is no more than expected', () => {
    expect(logBinomialTail(10, 5, 0.5)).toBe(0);
    expect(logBinomialTail(0, 0, 0.5)).toBe(0);
  });
});
