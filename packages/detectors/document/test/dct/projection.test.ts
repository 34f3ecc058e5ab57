import { describe, expect, it } from 'vitest';
import { restoreClipping } from '../../src/dct/projection.ts';
import { scaledTable, TABLE_FAMILIES } from '../../src/dct/quantization.ts';
import { forwardBlock, inverseBlock } from '../../src/dct/transform.ts';

const tolerance = new Float32Array(64).fill(1.2);

/** A dark stroke on white, quantised, decoded and clipped as a decoder does. */
function strokeOnPaper(quality: number) {
  const steps = scaledTable(TABLE_FAMILIES[0]!, quality);
  const block = Float32Array.from({ length: 64 }, (_, i) => ((i & 7) === 3 || i >> 3 === 5 ? -100 : 127));
  forwardBlock(block);
  const levels = block.map((value, k) => Math.round(value / steps[k]!) * steps[k]!);
  const pixels = levels.slice();
  inverseBlock(pixels);
  const clipped = pixels.map((value) => Math.max(-128, Math.min(127, Math.round(value))));
  const seen = clipped.slice();
  forwardBlock(seen);
  return { steps, levels, seen, overshoot: pixels.filter((value) => value > 128).length };
}

describe('giving back what clipping took', () => {
  it.each([60, 75, 84])('finds the lattice point of quality %i behind clipped ringing', (quality) => {
    const { steps, levels, seen, overshoot } = strokeOnPaper(quality);
    expect(overshoot).toBeGreaterThan(5);
    const off = levels.filter((level, k) => Math.abs(level - seen[k]!) > 1.2).length;
    expect(off).toBeGreaterThan(20);
    const taken = new Float32Array(64);
    expect(restoreClipping(seen, 0, steps, tolerance, taken)).toBe(true);
    for (let k = 0; k < 64; k++) {
      expect(Math.round((seen[k]! + taken[k]!) / steps[k]!) * steps[k]!).toBeCloseTo(levels[k]!, 6);
    }
  });

  it('does not bring a block of another table onto the lattice', () => {
    const { seen } = strokeOnPaper(75);
    const steps = scaledTable(TABLE_FAMILIES[0]!, 68);
    const taken = new Float32Array(64);
    restoreClipping(seen, 0, steps, tolerance, taken);
    const off = [...taken.keys()].filter((k) => {
      const value = seen[k]! + taken[k]!;
      return Math.abs(value - Math.round(value / steps[k]!) * steps[k]!) > 1.2;
    });
    expect(off.length).toBeGreaterThan(15);
  });

  it('leaves alone what no lattice point would clip', () => {
    const steps = new Uint16Array(64).fill(8);
    const block = new Float32Array(64);
    block[1] = 43;
    const taken = new Float32Array(64);
    expect(restoreClipping(block, 0, steps, tolerance, taken)).toBe(false);
    expect(taken.every((value) => value === 0)).toBe(true);
  });
});
