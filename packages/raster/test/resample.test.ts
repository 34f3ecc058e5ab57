import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { fitWithin, plane, renderPreview, resizePlane, resizeRgb } from '../src/index.ts';
import { testPage } from './support/random.ts';

const ramp = plane(
  12,
  6,
  Float32Array.from({ length: 72 }, (_, i) => 10 * (i % 12) + Math.floor(i / 12)),
);

describe('resizePlane', () => {
  it('area: each sample is the mean of what it covers', () => {
    const half = resizePlane(ramp, 6, 3);
    expect(half.data[0]).toBeCloseTo(5.5, 4);
    expect(half.data[17]).toBeCloseTo(105 + 4.5, 4);
    // 12 to 5: the first sample covers columns 0, 1 and 0.4 of column 2.
    expect(resizePlane(ramp, 5, 6).data[0]).toBeCloseTo((0 + 10 + 0.4 * 20) / 2.4, 4);
  });

  it('area keeps the mean at any size', () => {
    const mean = (data: Float32Array) => data.reduce((sum, value) => sum + value, 0) / data.length;
    for (const [width, height] of [
      [1, 1],
      [5, 4],
      [7, 6],
      [11, 5],
    ] as const) {
      expect(mean(resizePlane(ramp, width, height).data)).toBeCloseTo(mean(ramp.data), 3);
    }
  });

  it('bilinear: a ramp stays a ramp between the outer sample centres', () => {
    const double = resizePlane(ramp, 24, 6, 'bilinear');
    for (let x = 1; x < 23; x++) expect(double.data[x]).toBeCloseTo(10 * (x / 2 - 0.25), 3);
    expect([double.data[0], double.data[23]]).toEqual([0, 110]);
  });

  it('the same size is the same plane, by either kernel', () => {
    for (const kernel of ['area', 'bilinear'] as const)
      expect(resizePlane(ramp, 12, 6, kernel).data).toEqual(ramp.data);
  });

  it('refuses an empty size', () => {
    expect(() => resizePlane(ramp, 0, 4)).toThrow(RangeError);
    expect(() => resizePlane(ramp, 4, Number.NaN)).toThrow(RangeError);
  });
});

describe('resizeRgb and previews', () => {
  const page = { width: 90, height: 60, rgb: testPage(90, 60) };

  it('keeps channels apart', () => {
    const rgb = Uint8Array.from({ length: 4 * 2 * 3 }, (_, i) => [200, 100, 50][i % 3]!);
    expect([...resizeRgb({ width: 4, height: 2, rgb }, 2, 1).rgb]).toEqual([200, 100, 50, 200, 100, 50]);
  });

  it('fits within an edge and never enlarges', () => {
    expect(fitWithin(90, 60, 30)).toEqual({ width: 30, height: 20 });
    expect(fitWithin(90, 60, 300)).toEqual({ width: 90, height: 60 });
    expect(fitWithin(10_000, 3, 100)).toEqual({ width: 100, height: 1 });
  });

  it.each(['jpeg', 'webp'] as const)('a preview as %s shows the page', async (format) => {
    const { data, info } = await sharp(await renderPreview(page, 45, format))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width: 45, height: 30 });
    const mean = (values: Uint8Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(Math.abs(mean(data) - mean(page.rgb))).toBeLessThan(3);
    const metadata = await sharp(await renderPreview(page, 45, format)).metadata();
    expect(metadata.format).toBe(format);
  });
});
