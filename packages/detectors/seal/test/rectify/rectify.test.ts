import { describe, expect, it } from 'vitest';
import { pageSeal, rectifySeal, type SealPatch } from '../../src/index.ts';
import { drawnSeal } from '../drawn.ts';

const WORDS = { title: '青禾县人民医院', star: true };

/** Mean ink of a disc of the patch, in shares of its side from its middle. */
function inkAt({ size, ink }: SealPatch, x: number, y: number, radius: number): number {
  let [sum, count] = [0, 0];
  for (let row = 0, at = 0; row < size; row++) {
    for (let column = 0; column < size; column++, at++) {
      const [dx, dy] = [(2 * (column + 0.5)) / size - 1 - x, (2 * (row + 0.5)) / size - 1 - y];
      if (dx * dx + dy * dy > radius * radius) continue;
      sum += ink[at]!;
      count++;
    }
  }
  return sum / count;
}

describe('a rectified seal', () => {
  for (const colour of ['red', 'blue', 'purple'] as const) {
    it(`is its ${colour} ink without the print across it`, () => {
      const { image, seal } = drawnSeal(WORDS, { colour });
      const patch = rectifySeal(pageSeal(image, seal));
      expect(inkAt(patch, 0, 0, 0.1)).toBeGreaterThan(0.85);
      // The rule to the left of the characters' ring and within it, and the paper between.
      expect(inkAt(patch, -0.45, -0.42, 0.03)).toBeLessThan(0.12);
      expect(inkAt(patch, 0.3, 0.55, 0.1)).toBeLessThan(0.05);
    });
  }

  it('leaves print out of a grey seal where it is darker than the rim', () => {
    const { image, seal } = drawnSeal(WORDS, { colour: 'grey' });
    const patch = rectifySeal(pageSeal(image, seal));
    expect(inkAt(patch, 0, 0, 0.1)).toBeGreaterThan(0.85);
    expect(inkAt(patch, -0.45, -0.42, 0.03)).toBeLessThan(0.25);
  });

  it('has the ellipse as its circle, and knows what lay beyond the page', () => {
    const { image, seal } = drawnSeal(WORDS, { rx: 150, ry: 110, turn: 30, print: false });
    const whole = rectifySeal(pageSeal(image, seal), 200);
    for (let k = 0; k < 12; k++) {
      const [x, y] = [Math.cos((k * Math.PI) / 6), Math.sin((k * Math.PI) / 6)];
      expect(inkAt(whole, 0.975 * x, 0.975 * y, 0.012)).toBeGreaterThan(0.5);
    }
    const cut = rectifySeal(pageSeal(image, { ...seal, ellipse: { ...seal.ellipse, cx: 0 } }), 200);
    expect(cut.seen[100 * 200 + 20]).toBe(0);
    expect(cut.seen[100 * 200 + 180]).toBe(1);
    const away = rectifySeal(pageSeal(image, { ...seal, ellipse: { ...seal.ellipse, cx: -4000 } }), 64);
    expect(away.seen.every((value) => value === 0)).toBe(true);
  });
});
