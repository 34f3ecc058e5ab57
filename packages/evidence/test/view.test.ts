import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeBadges, turnOf, turnRegion } from '../src/index.ts';

const PAGE = { width: 1240, height: 1754 };
const R = 10;
const boxesOfPage = fc.array(
  fc.record({
    x: fc.integer({ min: 0, max: PAGE.width - 400 }),
    y: fc.integer({ min: 0, max: PAGE.height - 400 }),
    width: fc.integer({ min: 1, max: 400 }),
    height: fc.integer({ min: 1, max: 400 }),
  }),
  { minLength: 1, maxLength: 8 },
);
const apart = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(a.x - b.x, a.y - b.y);

describe('badges', () => {
  it('never lie on each other', () => {
    fc.assert(
      fc.property(boxesOfPage, (boxes) => {
        const badges = placeBadges(boxes, R);
        for (const [i, a] of badges.entries())
          for (const b of badges.slice(0, i)) expect(apart(a, b)).toBeGreaterThanOrEqual(2 * R);
      }),
      { seed: 20260301 },
    );
  });

  it('stay on a page that ends', () => {
    fc.assert(
      fc.property(boxesOfPage, (boxes) => {
        for (const { x, y } of placeBadges(boxes, R, PAGE)) {
          expect(x >= R && x <= PAGE.width - R).toBe(true);
          expect(y >= R && y <= PAGE.height - R).toBe(true);
        }
      }),
      { seed: 20260301 },
    );
  });

  it.each([
    ['without an end', 100, undefined],
    ['at the edge of a page', 2, { width: 300, height: 200 }],
  ])('leave small boxes free that lie close together, %s', (_, left, page) => {
    const boxes = [0, 18, 36].map((y) => ({ x: left, y: left + y, width: 60, height: 12 }));
    const badges = placeBadges(boxes, R, page);
    for (const [i, { x, y }] of badges.entries()) {
      for (const other of badges.slice(0, i)) expect(apart(other, { x, y })).toBeGreaterThanOrEqual(2 * R);
      const over = boxes.some((box) => x > box.x && x < box.x + 60 && y > box.y && y < box.y + 12);
      expect(over).toBe(false);
    }
  });
});

describe('turning', () => {
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
    const turn = turnOf({ width: 4, height: 2 }, orientation);
    const pixel = (x: number) => turnRegion({ x, y: 0, width: 1, height: 1 }, turn);
    expect(pixel(0)).toEqual({ x: first[0], y: first[1], width: 1, height: 1 });
    expect(pixel(1)).toEqual({ x: second[0], y: second[1], width: 1, height: 1 });
    expect([turn.width, turn.height]).toEqual(orientation > 4 ? [2, 4] : [4, 2]);
  });

  it('takes an orientation that does not exist as upright', () => {
    expect(turnOf({ width: 4, height: 2 }, 9)).toEqual(turnOf({ width: 4, height: 2 }, 1));
  });
});
