import { plane } from '@jianzhen/raster';
import { describe, expect, test } from 'vitest';
import { components } from '../../src/layout/components.ts';
import { layoutOf } from '../../src/layout/index.ts';
import { captured, HEIGHT, overlap, pageOf, TEXT_HEIGHT, WIDTH } from './pages.ts';

const found = (page: ReturnType<typeof captured>) => {
  const layout = layoutOf(pageOf(page.luma));
  const hit = page.words.filter((word) => layout.words.some(({ region }) => overlap(region, word) > 0.7));
  return { layout, recall: hit.length / page.words.length };
};

describe('words and lines', () => {
  test('are found on a photographed page', () => {
    const { layout, recall } = found(captured({ seed: 1 }));
    expect(recall).toBeGreaterThan(0.97);
    expect(layout.words.length).toBeLessThan(1.15 * captured({ seed: 1 }).words.length);
    expect(layout.textHeight).toBeGreaterThan(TEXT_HEIGHT - 3);
    expect(layout.textHeight).toBeLessThan(TEXT_HEIGHT + 5);
    expect(layout.lines.length).toBeGreaterThanOrEqual(14);
    expect(layout.lines.length).toBeLessThanOrEqual(16);
  });

  test('are found in faded print on noisy grey paper', () => {
    expect(found(captured({ seed: 2, noise: 4, paperLevel: 190, inkLevel: 145 })).recall).toBeGreaterThan(
      0.95,
    );
  });

  test('are found in dark mode', () => {
    expect(found(captured({ seed: 3, noise: 0, paperLevel: 40, inkLevel: 220 })).recall).toBeGreaterThan(
      0.95,
    );
  });

  test('are found under a shadow and between ruled lines', () => {
    const page = captured({ seed: 4 });
    for (let y = 0; y < HEIGHT; y++) {
      for (let x = 0; x < WIDTH; x++) {
        const i = y * WIDTH + x;
        page.luma.data[i]! *= Math.max(0.6, Math.min(1, (700 - x - y) / 300));
        if (y > 40 && y % 32 < 2 && x > 20 && x < WIDTH - 20) page.luma.data[i] = 50;
      }
    }
    expect(found(page).recall).toBeGreaterThan(0.9);
  });

  test('strokes are as wide as they were drawn', () => {
    const { words } = layoutOf(pageOf(captured({ seed: 5, softness: 0, noise: 0 }).luma));
    const widths = words.map((word) => word.strokeWidth).sort((a, b) => a - b);
    expect(widths[widths.length >> 1]).toBeGreaterThan(1.8);
    expect(widths[widths.length >> 1]).toBeLessThan(3.8);
  });

  test('a large page is worked on at a coarser scale, in page pixels all the same', () => {
    const small = captured({ seed: 6 });
    const large = plane(WIDTH * 4, HEIGHT * 4);
    for (let i = 0; i < large.data.length; i++) {
      const x = Math.floor((i % large.width) / 4);
      large.data[i] = small.luma.data[Math.floor(i / large.width / 4) * WIDTH + x]!;
    }
    const layout = layoutOf(pageOf(large));
    expect(layout.scale).toBe(2);
    const region = small.words.map(({ x, y, width, height }) => ({
      x: 4 * x,
      y: 4 * y,
      width: 4 * width,
      height: 4 * height,
    }));
    const hit = region.filter((word) => layout.words.some((w) => overlap(w.region, word) > 0.7));
    expect(hit.length / region.length).toBeGreaterThan(0.95);
  });

  test.each([
    [1, 1],
    [3, 200],
    [64, 64],
    [300, 200],
  ])('a blank page of %i × %i has none', (width, height) => {
    const blank = plane(width, height);
    blank.data.fill(240);
    const layout = layoutOf(pageOf(blank));
    expect(layout.words).toEqual([]);
    expect(layout.textHeight).toBe(0);
  });

  test('are computed once a page', () => {
    const page = pageOf(captured({ seed: 7 }).luma);
    expect(layoutOf(page)).toBe(layoutOf(page));
  });
});

test('components join runs over gaps and rows', () => {
  const mask = Uint8Array.from([1, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0]);
  expect(components(mask, 4, 3)).toHaveLength(3);
  expect(components(mask, 4, 3, 2, 2)).toEqual([{ left: 0, top: 0, right: 4, bottom: 3, pixels: 3 }]);
});
