import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { createMask, decodeMask, encodePng, heatmapPng, maskFromCells } from '../../src/index.ts';

/** Cells at value 1 in a block of columns and rows 4–7, else 0; page 101 × 93. */
const WIDTH = 101;
const HEIGHT = 93;
const cells = Float32Array.from({ length: 13 * 12 }, (_, i) => {
  const [x, y] = [i % 13, Math.floor(i / 13)];
  return x >= 4 && x <= 7 && y >= 4 && y <= 7 ? 1 : 0;
});
const at = (data: Uint8Array, x: number, y: number) => data[y * WIDTH + x]!;

describe('maskFromCells', () => {
  const mask = maskFromCells(cells, WIDTH, HEIGHT);

  it('is 255 within, 0 outside, and passes 128 at the cells’ edge', () => {
    expect(mask.data).toHaveLength(WIDTH * HEIGHT);
    expect(at(mask.data, 48, 48)).toBe(255);
    expect(at(mask.data, 5, 5)).toBe(0);
    expect(at(mask.data, 100, 92)).toBe(0);
    for (const [x, y] of [
      [31, 48],
      [64, 48],
      [48, 31],
      [48, 64],
    ] as const)
      expect(at(mask.data, x, y)).toBeLessThan(128);
    for (const [x, y] of [
      [32, 48],
      [63, 48],
      [48, 32],
      [48, 63],
    ] as const)
      expect(at(mask.data, x, y)).toBeGreaterThanOrEqual(128);
  });

  it('keeps a constant map constant up to the page’s edge', () => {
    const flat = maskFromCells(new Float32Array(13 * 12).fill(0.6), WIDTH, HEIGHT);
    expect(new Set(flat.data)).toEqual(new Set([153]));
  });

  it('takes NaN for nothing and clamps', () => {
    const odd = maskFromCells(Float32Array.of(Number.NaN, 7, -3, 0.5), 16, 16);
    expect([odd.data[0], odd.data[15], odd.data[240], odd.data[255]]).toEqual([0, 255, 0, 128]);
  });

  it('refuses a map of another size', () => {
    expect(() => maskFromCells(cells, WIDTH + 8, HEIGHT)).toThrow(RangeError);
  });
});

describe('PNG', () => {
  it('a mask is an 8-bit grey PNG and comes back the same', async () => {
    const mask = createMask(37, 21);
    for (let i = 0; i < mask.data.length; i++) mask.data[i] = (i * 7) & 255;
    const png = await encodePng(mask);
    expect(await sharp(png).metadata()).toMatchObject({
      format: 'png',
      channels: 1,
      depth: 'uchar',
      bitsPerSample: 8,
      width: 37,
      height: 21,
    });
    expect(await decodeMask(png)).toEqual(mask);
  });

  it('reads masks stored as RGB or one bit', async () => {
    const grey = await encodePng({ width: 2, height: 1, data: Uint8Array.of(0, 255) });
    for (const bytes of [
      await sharp(grey).toColourspace('srgb').png().toBuffer(),
      await sharp(grey).png({ palette: true, colours: 2 }).toBuffer(),
    ]) {
      expect([...(await decodeMask(bytes)).data]).toEqual([0, 255]);
    }
  });

  it('a heat map is clear where nothing is, red where much is, and fits the edge', async () => {
    const mask = maskFromCells(cells, WIDTH, HEIGHT);
    const { data, info } = await sharp(await heatmapPng(mask))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width: WIDTH, height: HEIGHT, channels: 4 });
    expect(data[4 * (5 * WIDTH + 5) + 3]).toBe(0);
    expect([...data.subarray(4 * (48 * WIDTH + 48), 4 * (48 * WIDTH + 49))]).toEqual([255, 0, 0, 200]);
    expect(await sharp(await heatmapPng(mask, 50)).metadata()).toMatchObject({
      width: 50,
      height: 46,
      channels: 4,
    });
  });
});
