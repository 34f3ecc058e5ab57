import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batches, paddedWidth } from '../../src/ocr/strips/batches.ts';
import { cropStrip, upsideDown } from '../../src/ocr/strips/crop.ts';
import { hasRedInk, throughRedFilter } from '../../src/ocr/strips/seal-ink.ts';
import { stripTensor, whole } from '../../src/ocr/strips/tensor.ts';

/** Red rises to the right, green downwards. */
const gradient = {
  width: 200,
  height: 100,
  rgb: Uint8Array.from({ length: 60_000 }, (_, i) =>
    i % 3 === 0 ? Math.floor(i / 3) % 200 : i % 3 === 1 ? Math.floor(i / 600) : 0,
  ),
};

describe('strips', () => {
  it('take a turned rectangle in its own direction', () => {
    const strip = cropStrip(gradient, { cx: 100, cy: 50, width: 80, height: 40, angle: Math.PI / 2 });
    expect([strip.width, strip.height]).toEqual([96, 48]);
    const at = (x: number, y: number) => strip.rgb.subarray(3 * (y * 96 + x), 3 * (y * 96 + x) + 2);
    // Along the strip the page goes down; down the strip it goes to the left.
    expect(at(95, 24)[1] - at(0, 24)[1]).toBeGreaterThan(76);
    expect(at(48, 0)[0] - at(48, 47)[0]).toBeGreaterThan(36);
    expect(Math.abs(at(48, 24)[0] - 100)).toBeLessThanOrEqual(1);
  });

  it('turn over to what the page upside down would give', () => {
    const rectangle = { cx: 90, cy: 40, width: 60, height: 30, angle: 0.2 };
    const over = upsideDown(cropStrip(gradient, rectangle));
    const direct = cropStrip(gradient, over.rectangle);
    expect(over.rgb.every((value, i) => Math.abs(value - direct.rgb[i]) <= 1)).toBe(true);
  });

  it('become planes with blue first and nothing beyond their end', () => {
    const strip = { ...cropStrip(gradient, { cx: 50, cy: 50, width: 48, height: 48, angle: 0 }) };
    const data = stripTensor([whole(strip)], 64);
    expect(data[0]).toBe(-1);
    expect(data[63]).toBe(0);
    expect(data[2 * 48 * 64 + 10]).toBeCloseTo(strip.rgb[30] / 127.5 - 1);
  });
});

it('batches hold every strip once, wide enough, with little padding', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 8, max: 2000 }), { maxLength: 60 }), (widths) => {
      const found = batches(widths);
      expect(found.flatMap(({ members }) => members).sort((a, b) => a - b)).toEqual(widths.map((_, i) => i));
      for (const { members, width } of found) {
        expect(width % 16).toBe(0);
        for (const index of members) {
          expect(widths[index]).toBeLessThan(width);
          expect(paddedWidth(widths[index])).toBeGreaterThanOrEqual(0.8 * width);
        }
        if (members.length > 1) expect(members.length * width).toBeLessThanOrEqual(960);
      }
    }),
    { seed: 3, numRuns: 100 },
  );
});

it('a red filter takes a seal off black print', () => {
  const rgb = new Uint8Array(3 * 60 * 48).fill(255);
  for (let i = 0; i < rgb.length; i += 9) rgb.set([205, 30, 40], i);
  for (let i = 3; i < rgb.length; i += 90) rgb.fill(20, i, i + 3);
  const strip = {
    width: 60,
    height: 48,
    rgb,
    rectangle: { cx: 30, cy: 24, width: 60, height: 48, angle: 0 },
  };
  expect(hasRedInk(strip)).toBe(true);
  const clear = throughRedFilter(strip);
  expect(hasRedInk(clear)).toBe(false);
  expect([...clear.rgb.subarray(0, 6)]).toEqual([205, 205, 205, 20, 20, 20]);
});
