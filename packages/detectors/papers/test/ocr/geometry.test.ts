import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convexHull, minimumAreaRectangle, withinQuarter } from '../../src/ocr/geometry/hull.ts';
import { corners, pointWithin, turned } from '../../src/ocr/geometry/rectangle.ts';

describe('minimum-area rectangle', () => {
  it('finds a turned rectangle again from its corners and points within', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.75, max: 0.75, noNaN: true }),
        fc.integer({ min: 30, max: 300 }),
        fc.integer({ min: 5, max: 20 }),
        (angle, width, height) => {
          const truth = { cx: 120, cy: 80, width, height, angle };
          const inner = [-0.4, 0, 0.3].map((share) => pointWithin(truth, share * width, share * height));
          const found = minimumAreaRectangle(convexHull([...inner, ...corners(truth)]));
          expect(found.cx).toBeCloseTo(120, 6);
          expect(found.cy).toBeCloseTo(80, 6);
          expect(found.width).toBeCloseTo(width, 6);
          expect(found.height).toBeCloseTo(height, 6);
          expect(found.angle).toBeCloseTo(angle, 6);
        },
      ),
      { seed: 7, numRuns: 60 },
    );
  });

  it('brings directions into a quarter turn', () => {
    expect(withinQuarter(Math.PI)).toBeCloseTo(0);
    expect(withinQuarter(-Math.PI / 2 + 0.1)).toBeCloseTo(0.1);
  });
});

it('a quarter turn keeps the corners and starts them elsewhere', () => {
  const rectangle = { cx: 10, cy: 10, width: 8, height: 2, angle: 0.2 };
  const around = corners(turned(rectangle, 1));
  const before = corners(rectangle);
  for (const [i, { x, y }] of around.entries()) {
    expect(x).toBeCloseTo(before[(i + 1) % 4].x);
    expect(y).toBeCloseTo(before[(i + 1) % 4].y);
  }
});
