import { expect, it } from 'vitest';
import { partsOf } from '../../src/ocr/parting.ts';
import { cropStrip } from '../../src/ocr/strips/crop.ts';
import { lineAt } from './support.ts';

/** A page 300 × 40 with ink from 20 to 100 and from `second` to 260. */
function strip(second: number) {
  const rgb = new Uint8Array(3 * 300 * 40).fill(255);
  for (let y = 12; y < 28; y++) {
    for (let x = 20; x < 260; x += 6)
      if (x < 100 || x >= second) rgb.fill(0, 3 * (y * 300 + x), 3 * (y * 300 + x + 4));
  }
  return cropStrip({ width: 300, height: 40, rgb }, { cx: 140, cy: 20, width: 260, height: 24, angle: 0 });
}
const crossing = { line: lineAt('线', 0, 0), from: 0.34, to: 0.42 };

it('a line is cut in the white between columns', () => {
  const [left, right] = partsOf(strip(122), [crossing]);
  expect(left.cx - left.width / 2).toBeCloseTo(10);
  expect(left.cx + left.width / 2).toBeGreaterThan(98);
  expect(left.cx + left.width / 2).toBeLessThan(122);
  expect(right.cx - right.width / 2).toBeCloseTo(left.cx + left.width / 2);
  expect(right.cx + right.width / 2).toBeCloseTo(270);
});

it('a merged cell stays whole', () => {
  expect(partsOf(strip(100), [crossing]).length).toBe(1);
});
