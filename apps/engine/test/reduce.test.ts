import type { PageImage } from '@jianzhen/raster';
import { describe, expect, it } from 'vitest';
import { enlargeFinding, enlargeMask, MOST_PIXELS, reducePage } from '../src/reduce.ts';

const page = (width: number, height: number): PageImage => ({
  width,
  height,
  rgb: new Uint8Array(width * height * 3).fill(200),
  track: 'jpeg',
  jpeg: null,
  dpi: null,
});

describe('reducePage', () => {
  it('leaves a page of 12 megapixels alone and bounds a larger one', () => {
    const usual = page(4032, 3024);
    expect(reducePage(usual)).toBe(usual);
    const reduced = reducePage(page(5000, 4000));
    expect(reduced.width * reduced.height).toBeLessThanOrEqual(MOST_PIXELS);
    expect(reduced.width / reduced.height).toBeCloseTo(5000 / 4000, 2);
    expect(reduced).toMatchObject({ track: 'lossy', jpeg: null });
    expect(reduced.rgb.every((value) => value === 200)).toBe(true);
  });

  it('takes findings and masks back to the size of the page', () => {
    const region = { x: 10, y: 20, width: 30, height: 40 };
    const finding = {
      code: 'document.copy-move',
      severity: 'high',
      probability: 1,
      region,
      message: { zh: '', en: '' },
    } as const;
    expect(enlargeFinding(finding, 2).region).toEqual({ x: 20, y: 40, width: 60, height: 80 });
    const mask = enlargeMask({ width: 2, height: 1, data: Uint8Array.of(0, 255) }, 8, 4);
    expect(mask.data).toHaveLength(32);
    expect([mask.data[0], mask.data[7]]).toEqual([0, 255]);
  });
});
