import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxOf } from '../../src/locate/box.ts';
import { distancesTo, fitEllipse } from '../../src/locate/conic.ts';
import { aroundEllipse } from '../../src/locate/outline.ts';

const ellipses = fc
  .record({
    cx: fc.double({ min: -300, max: 900, noNaN: true }),
    cy: fc.double({ min: -300, max: 900, noNaN: true }),
    rx: fc.double({ min: 20, max: 300, noNaN: true }),
    ratio: fc.double({ min: 0.5, max: 0.97, noNaN: true }),
    angle: fc.double({ min: -89, max: 90, noNaN: true }),
  })
  .map(({ ratio, ...ellipse }) => ({ ...ellipse, ry: ellipse.rx * ratio }));

describe('the ellipse through points', () => {
  it('is the one that the points lie on, from whichever frame', () => {
    fc.assert(
      fc.property(ellipses, fc.double({ min: -0.3, max: 0.3, noNaN: true }), (ellipse, off) => {
        const points = aroundEllipse(ellipse, 60);
        const frame = { x: ellipse.cx + off * ellipse.rx, y: ellipse.cy, radius: ellipse.rx * (1 + off) };
        const fitted = fitEllipse(points, new Float32Array(60).fill(1), frame)!;
        expect(fitted.cx).toBeCloseTo(ellipse.cx, 1);
        expect(fitted.cy).toBeCloseTo(ellipse.cy, 1);
        expect(fitted.rx / ellipse.rx).toBeCloseTo(1, 2);
        expect(fitted.ry / ellipse.ry).toBeCloseTo(1, 2);
        // Axes have no direction.
        const turn = Math.abs(fitted.angle - ellipse.angle) % 180;
        expect(Math.min(turn, 180 - turn)).toBeLessThan(ellipse.ry / ellipse.rx > 0.95 ? 3 : 1);
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it('has no distance from its own points, and the distance moved from others', () => {
    fc.assert(
      fc.property(ellipses, fc.double({ min: -0.04, max: 0.04, noNaN: true }), (ellipse, part) => {
        const outline = aroundEllipse(ellipse, 48);
        const moved = part * ellipse.ry;
        const x = outline.x.map((value, k) => value + outline.ox[k]! * moved);
        const y = outline.y.map((value, k) => value + outline.oy[k]! * moved);
        for (const distance of distancesTo(ellipse, { count: 48, x, y }))
          expect(Math.abs(distance - moved)).toBeLessThan(0.06 * Math.abs(moved) + 0.05);
      }),
      { seed: 6, numRuns: 100 },
    );
  });

  it('is drawn to a circle by an arc alone when told to', () => {
    const whole = aroundEllipse({ cx: 100, cy: 80, rx: 50, ry: 50, angle: 0 }, 120);
    const weights = new Float32Array(120).fill(0);
    for (let k = 0; k < 36; k++) weights[k] = 1;
    const x = whole.x.map((value, k) => value + ((k * 37) % 11) / 11 - 0.5);
    const fitted = fitEllipse({ count: 120, x, y: whole.y }, weights, { x: 95, y: 85, radius: 45 }, 0.2)!;
    expect(Math.abs(fitted.rx - 50)).toBeLessThan(6);
    expect(fitted.ry / fitted.rx).toBeGreaterThan(0.9);
  });

  it('is none where the points make none', () => {
    const points = { count: 4, x: Float32Array.of(1, 2, 3, 4), y: Float32Array.of(1, 2, 3, 4) };
    expect(fitEllipse(points, Float32Array.of(1, 1, 1, 1), { x: 0, y: 0, radius: 1 })).toBeNull();
  });
});

describe('the box of an ellipse', () => {
  it('holds the outline and touches it on every side', () => {
    fc.assert(
      fc.property(ellipses, (ellipse) => {
        const shifted = { ...ellipse, cx: ellipse.cx + 700, cy: ellipse.cy + 700 };
        const box = boxOf(shifted, false, { width: 4000, height: 4000 });
        const { x, y } = aroundEllipse(shifted, 720);
        expect(Math.min(...x)).toBeCloseTo(box.x, 1);
        expect(Math.max(...x)).toBeCloseTo(box.x + box.width, 1);
        expect(Math.min(...y)).toBeCloseTo(box.y, 1);
        expect(Math.max(...y)).toBeCloseTo(box.y + box.height, 1);
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});
