import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutSeal } from '../../src/rectify/cut.ts';
import { ringDepth, ringPoint, ringTurn, sealPlane } from '../../src/unroll/ring.ts';
import { drawRing } from '../../src/unroll/strips.ts';

const page = { width: 300, height: 300, rgb: new Uint8Array(3 * 300 * 300).fill(255) };
const planeOf = (shape: 'circle' | 'ellipse', rx: number, ry: number, angle = 0) => {
  const seal = { ellipse: { cx: 150, cy: 150, rx, ry, angle }, shape };
  return sealPlane(seal, cutSeal(page, seal)!);
};

describe('places on a ring', () => {
  it('are told from points, exactly on circles and nearly on ellipses', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.double({ min: 0, max: 0.4, noNaN: true }),
        fc.constantFrom(1, 0.75),
        (turn, depth, ratio) => {
          const plane = planeOf(ratio === 1 ? 'circle' : 'ellipse', 100, 100 * ratio);
          const [x, y] = ringPoint(plane, turn, depth);
          const off = Math.abs(ringTurn(plane, x, y) - turn);
          expect(Math.min(off, 1 - off)).toBeLessThan(ratio === 1 ? 0.002 : 0.06);
          expect(Math.abs(ringDepth(plane, x, y) - depth)).toBeLessThan(ratio === 1 ? 1e-6 : 0.06);
        },
      ),
    );
  });

  it('are spread evenly along an ellipse', () => {
    const plane = planeOf('ellipse', 120, 80);
    const steps = Array.from({ length: 24 }, (_, i) => {
      const [a, b] = [ringPoint(plane, i / 24, 0), ringPoint(plane, (i + 1) / 24, 0)];
      return Math.hypot(a[0] - b[0], a[1] - b[1]);
    });
    expect(Math.max(...steps) / Math.min(...steps)).toBeLessThan(1.03);
    expect(steps.reduce((sum, step) => sum + step, 0)).toBeCloseTo(plane.length, 1);
  });

  it('make a straight strip of a wheel: spokes upright, at equal distances', () => {
    const spokes = 12;
    const data = new Float32Array(300 * 300);
    for (let y = 0; y < 300; y++) {
      for (let x = 0; x < 300; x++) {
        const turns = (Math.atan2(x + 0.5 - 150, 150 - y - 0.5) / (2 * Math.PI)) * spokes;
        if (Math.abs(turns - Math.round(turns)) < 0.12) data[y * 300 + x] = 1;
      }
    }
    const plane = planeOf('circle', 100, 100);
    const { toPicture } = plane;
    // The cut begins where the seal's margin does; the wheel is about the page's middle.
    const shifted = { ...plane, toPicture: { ...toPicture, x0: 150, y0: 150 } };
    const source = { width: 300, height: 300, data, channels: 1 } as const;
    const strip = drawRing(source, shifted, { from: 0, to: 1, top: 0.1, bottom: 0.5 }, 480, 32);
    for (let k = 1; k < spokes; k++) {
      for (const row of [2, 16, 30]) {
        expect(strip[row * 480 + 40 * k]).toBeGreaterThan(0.8);
        expect(strip[row * 480 + 40 * k + 20]).toBeLessThan(0.2);
      }
    }
  });
});
