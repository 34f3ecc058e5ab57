import { describe, expect, it } from 'vitest';
import { placeBadges } from '../src/badges.ts';
import { fileName } from '../src/file-name.ts';
import { bytes, explain, instant, percent } from '../src/format.ts';
import { turnRegion, viewOf } from '../src/orientation.ts';

describe('format', () => {
  it.each([
    [0, '<1%'],
    [0.0049, '<1%'],
    [0.005, '1%'],
    [0.424, '42%'],
    [0.994, '99%'],
    [0.995, '>99%'],
    [1, '>99%'],
  ])('never promises certainty: %d is %s', (probability, shown) => {
    expect(percent(probability)).toBe(shown);
  });

  it('explains a probability in words that agree with the number', () => {
    expect(explain(0.973).en).toBe('Of 100 pages that get this value, about 97 are forged.');
    expect(explain(0.01).en).toBe('Of 100 pages that get this value, about 1 is forged.');
    expect(explain(0.999).zh).toContain('超过 99 页');
    expect(explain(0.001).zh).toContain('不到 1 页');
  });

  it('writes sizes in binary units', () => {
    expect([0, 1023, 1024, 85_804, 5 * 1024 ** 2, 3 * 1024 ** 4].map(bytes)).toEqual([
      '0 B',
      '1023 B',
      '1.0 KiB',
      '84 KiB',
      '5.0 MiB',
      '3072 GiB',
    ]);
  });

  it('writes instants as they are, in UTC', () => {
    expect(instant('2026-03-01T08:30:00.000Z')).toBe('2026-03-01 08:30:00 UTC');
    expect(instant('<yesterday>')).toBe('<yesterday>');
  });
});

describe('orientation', () => {
  // Where the stored top left pixel and the one right of it are shown, from the pictures in Exif 2.32 table 6.
  it.each([
    [1, [0, 0], [1, 0]],
    [2, [3, 0], [2, 0]],
    [3, [3, 1], [2, 1]],
    [4, [0, 1], [1, 1]],
    [5, [0, 0], [0, 1]],
    [6, [1, 0], [1, 1]],
    [7, [1, 3], [1, 2]],
    [8, [0, 3], [0, 2]],
  ])('shows orientation %i upright', (orientation, first, second) => {
    const view = viewOf({ width: 4, height: 2 }, orientation);
    const pixel = (x: number) => turnRegion({ x, y: 0, width: 1, height: 1 }, view);
    expect(pixel(0)).toEqual({ x: first[0], y: first[1], width: 1, height: 1 });
    expect(pixel(1)).toEqual({ x: second[0], y: second[1], width: 1, height: 1 });
    expect([view.width, view.height]).toEqual(orientation > 4 ? [2, 4] : [4, 2]);
  });

  it('takes an orientation that does not exist as upright', () => {
    expect(viewOf({ width: 4, height: 2 }, 9)).toEqual(viewOf({ width: 4, height: 2 }, 1));
  });
});

describe('badges', () => {
  it('stay on the page, off each other and off boxes that lie close together', () => {
    const page = { width: 300, height: 200 };
    const boxes = [0, 18, 36].map((y) => ({ x: 2, y: 2 + y, width: 60, height: 12 }));
    const badges = placeBadges(boxes, 10, page);
    for (const [i, { x, y }] of badges.entries()) {
      expect(x >= 10 && x <= 290 && y >= 10 && y <= 190).toBe(true);
      for (const other of badges.slice(0, i)) {
        expect(Math.hypot(other.x - x, other.y - y)).toBeGreaterThanOrEqual(20);
      }
      expect(boxes.some((box) => x > box.x && x < box.x + 60 && y > box.y && y < box.y + 12)).toBe(false);
    }
  });
});

describe('file names', () => {
  it.each([
    ['a.jpg', '<bdi>a.jpg</bdi>'],
    ['客户/七/a.jpg', '<bdi><span class="folder">客户/七/</span><wbr>a.jpg</bdi>'],
    ['C:\\in\\<a>.jpg', '<bdi><span class="folder">C:\\in\\</span><wbr>&lt;a&gt;.jpg</bdi>'],
  ])('%s: the folder stands back', (path, markup) => {
    expect(fileName(path).markup).toBe(markup);
  });
});
