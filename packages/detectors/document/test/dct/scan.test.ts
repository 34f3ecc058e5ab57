import { describe, expect, it } from 'vitest';
import { SummedArea, visitRectangles } from '../../src/dct/rectangles.ts';
import { scanRectangles } from '../../src/dct/scan.ts';

const COLUMNS = 60;
const ROWS = 80;

function map(value: (column: number, row: number, i: number) => number) {
  const data = new Float32Array(COLUMNS * ROWS);
  for (let i = 0; i < data.length; i++) data[i] = value(i % COLUMNS, Math.floor(i / COLUMNS), i);
  return { columns: COLUMNS, rows: ROWS, data };
}
/** A fixed scatter: true for one in `rate`. */
const scattered = (i: number, rate: number) => Math.imul(i + 1, 2654435761) >>> 0 < 2 ** 32 / rate;
const within = (column: number, row: number) => column >= 20 && column < 28 && row >= 40 && row < 43;

describe('the scan', () => {
  it('finds the rectangle where odd blocks gather', () => {
    const scan = scanRectangles(
      map((column, row, i) => (within(column, row) || scattered(i, 60) ? 12 : -12)),
    );
    expect(scan.region).toEqual({ x: 160, y: 320, width: 64, height: 24 });
    expect(scan.logNfa).toBeLessThan(-15);
    expect(scan.inside).toBeGreaterThan(0.95);
    expect(scan.outside).toBeLessThan(0.03);
  });

  it('expects nothing of odd blocks scattered over the page', () => {
    for (const rate of [8, 30, 200]) {
      expect(scanRectangles(map((_, __, i) => (scattered(i, rate) ? 12 : -12))).logNfa).toBeGreaterThan(-1.5);
    }
  });

  it('gives blocks that say nothing no vote', () => {
    expect(scanRectangles(map(() => 0))).toEqual({
      score: 0,
      logNfa: 0,
      region: null,
      inside: 0,
      outside: 0,
      mass: 0,
    });
    expect(scanRectangles(map((column) => (column % 2 ? Number.NaN : 0.5))).score).toBe(0);
  });

  it('adds up evidence too weak for a vote', () => {
    const scan = scanRectangles(map((column, row) => (within(column, row) ? 1.5 : -1.5)));
    expect(scan.score).toBe(0);
    expect(scan.mass).toBeCloseTo(24 * 1.5, 0);
  });

  it('finds no part of a page that fits badly everywhere', () => {
    const scan = scanRectangles(map((_, __, i) => (scattered(i, 2) ? 12 : -2)));
    expect(scan.logNfa).toBeGreaterThan(-1.5);
    expect(scan.mass).toBeLessThan(20);
  });
});

describe('rectangles', () => {
  it('lie within the page', () => {
    let least = Number.POSITIVE_INFINITY;
    const count = visitRectangles(5, 3, (left, top, right, bottom) => {
      expect(left >= 0 && top >= 0 && right <= 5 && bottom <= 3).toBe(true);
      least = Math.min(least, (right - left) * (bottom - top));
    });
    expect(count).toBeGreaterThan(10);
    expect(least).toBe(4);
  });

  it('are summed from four look-ups', () => {
    const table = new SummedArea(
      Float32Array.from({ length: 12 }, (_, i) => i),
      4,
      3,
    );
    expect(table.total).toBe(66);
    expect(table.sum(1, 1, 3, 3)).toBe(5 + 6 + 9 + 10);
  });
});
