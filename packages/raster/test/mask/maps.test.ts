import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closing, connectedRegions, dilate, erode, opening, regionInPixels } from '../../src/index.ts';

const draw = (...rows: string[]) => Uint8Array.from(rows.join(''), (c) => (c === '#' ? 1 : 0));

describe('connectedRegions', () => {
  it('joins over corners, largest first, with boxes and areas', () => {
    const { regions, labels } = connectedRegions(draw('##....#', '..#...#', '......#', '#.....#'), 7);
    expect(regions).toEqual([
      { x: 6, y: 0, width: 1, height: 4, area: 4, label: 2 },
      { x: 0, y: 0, width: 3, height: 2, area: 3, label: 1 },
      { x: 0, y: 3, width: 1, height: 1, area: 1, label: 3 },
    ]);
    expect([...labels.subarray(0, 14)]).toEqual([1, 1, 0, 0, 0, 0, 2, 0, 0, 1, 0, 0, 0, 2]);
  });

  it('does not join the end of a row to the next', () => {
    expect(connectedRegions(draw('...#', '....', '#...'), 4).regions).toHaveLength(2);
    expect(connectedRegions(draw('...#', '#...'), 4).regions).toHaveLength(2);
  });

  it('is turned into pixels within the page', () => {
    const page = { width: 61, height: 30 };
    expect(regionInPixels({ x: 6, y: 1, width: 2, height: 3 }, page)).toEqual({
      x: 48,
      y: 8,
      width: 13,
      height: 22,
    });
  });
});

describe('morphology', () => {
  it('dilates and erodes by a square', () => {
    expect(dilate(draw('.....', '..#..', '.....'), 5)).toEqual(draw('.###.', '.###.', '.###.'));
    expect(erode(draw('.....', '.###.', '.###.', '.###.', '.....'), 5)).toEqual(
      draw('.....', '.....', '..#..', '.....', '.....'),
    );
  });

  it('closing fills gaps, opening removes specks', () => {
    expect(closing(draw('.......', '.##.##.', '.......'), 7)).toEqual(draw('.......', '.#####.', '.......'));
    expect(opening(draw('###...', '###..#', '###...'), 6)).toEqual(draw('###...', '###...', '###...'));
  });

  it('obeys extensivity, idempotence and duality', () => {
    const map = fc.uint8Array({ minLength: 48, maxLength: 48 });
    fc.assert(
      fc.property(map, fc.integer({ min: 0, max: 3 }), (values, radius) => {
        const closed = closing(values, 8, radius);
        expect(closed.every((value, i) => value >= values[i]!)).toBe(true);
        expect(closing(closed, 8, radius)).toEqual(closed);
        const inverted = values.map((value) => 255 - value);
        expect(erode(values, 8, radius)).toEqual(dilate(inverted, 8, radius).map((value) => 255 - value));
      }),
      { numRuns: 100, seed: 6 },
    );
  });
});
