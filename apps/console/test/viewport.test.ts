import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fit, pan, project, reveal, zoomAt } from '../src/exhibit/viewer/viewport.ts';

const PAGE = { width: 1240, height: 1754 };
const WINDOW = { width: 800, height: 700 };
const region = fc
  .record({
    x: fc.integer({ min: 0, max: 1200 }),
    y: fc.integer({ min: 0, max: 1700 }),
    width: fc.integer({ min: 1, max: 400 }),
    height: fc.integer({ min: 1, max: 400 }),
  })
  .map((r) => ({
    ...r,
    width: Math.min(r.width, PAGE.width - r.x),
    height: Math.min(r.height, PAGE.height - r.y),
  }));

describe('the viewport', () => {
  it('fits a page whole and centred', () => {
    const view = fit(PAGE, WINDOW);
    const { x, y, width, height } = project(view, { x: 0, y: 0, ...PAGE });
    expect(y).toBeCloseTo(16);
    expect(height).toBeCloseTo(700 - 32);
    expect(x + width / 2).toBeCloseTo(400);
  });

  it('does not blow a small picture up without end', () => {
    expect(fit({ width: 20, height: 20 }, WINDOW).scale).toBe(4);
  });

  it('keeps the spot under the pointer where it is while zooming', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 800 }),
        fc.integer({ min: 0, max: 700 }),
        fc.double({ min: 0.5, max: 3, noNaN: true }),
        (x, y, factor) => {
          const before = fit(PAGE, WINDOW);
          const after = zoomAt(before, { x, y }, factor, PAGE, WINDOW);
          expect((x - after.x) / after.scale).toBeCloseTo((x - before.x) / before.scale, 6);
          expect((y - after.y) / after.scale).toBeCloseTo((y - before.y) / before.scale, 6);
        },
      ),
      { seed: 20260301 },
    );
  });

  it('bounds the zoom in both directions', () => {
    const view = fit(PAGE, WINDOW);
    expect(zoomAt(view, { x: 0, y: 0 }, 1e6, PAGE, WINDOW).scale).toBe(16);
    expect(zoomAt(view, { x: 0, y: 0 }, 1e-6, PAGE, WINDOW).scale).toBeCloseTo(view.scale / 2);
  });

  it('never loses the page out of the window', () => {
    const away = pan(fit(PAGE, WINDOW), { x: 1e6, y: -1e6 }, PAGE, WINDOW);
    const { x, y, height } = project(away, { x: 0, y: 0, ...PAGE });
    expect(x).toBe(WINDOW.width - 60);
    expect(y + height).toBeCloseTo(60);
  });

  it('brings any region into the window, large enough to read', () => {
    fc.assert(
      fc.property(region, fc.integer({ min: -3000, max: 3000 }), (wanted, by) => {
        const start = pan(fit(PAGE, WINDOW), { x: by, y: by }, PAGE, WINDOW);
        const view = reveal(start, wanted, PAGE, WINDOW);
        const box = project(view, wanted);
        expect(box.x).toBeGreaterThanOrEqual(-0.001);
        expect(box.y).toBeGreaterThanOrEqual(-0.001);
        expect(box.x + box.width).toBeLessThanOrEqual(WINDOW.width + 0.001);
        expect(box.y + box.height).toBeLessThanOrEqual(WINDOW.height + 0.001);
        const readable = view.scale >= 0.75 || box.width * box.height >= 0.1 * 800 * 700;
        const asLargeAsFits = box.width > 0.59 * WINDOW.width || box.height > 0.59 * WINDOW.height;
        expect(readable || asLargeAsFits).toBe(true);
      }),
      { seed: 20260301 },
    );
  });

  it('leaves the view alone where the region is well in sight', () => {
    const view = zoomAt(fit(PAGE, WINDOW), { x: 400, y: 350 }, 2.5, PAGE, WINDOW);
    expect(reveal(view, { x: 600, y: 860, width: 60, height: 20 }, PAGE, WINDOW)).toBe(view);
  });
});
