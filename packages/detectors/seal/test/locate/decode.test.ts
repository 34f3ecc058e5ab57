import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CELL, decodeSeals, type LocatorSigns, TOLD } from '../../src/locate/decode.ts';

const [COLUMNS, ROWS] = [40, 30];

function nothing(): LocatorSigns {
  const maps = Object.fromEntries(
    TOLD.map((name) => [name, new Float32Array(COLUMNS * ROWS)]),
  ) as LocatorSigns['maps'];
  maps.middle.fill(-9);
  return { columns: COLUMNS, rows: ROWS, maps };
}

const outlines = fc.record({
  cx: fc.double({ min: 10, max: 150, noNaN: true }),
  cy: fc.double({ min: 10, max: 110, noNaN: true }),
  radius: fc.double({ min: 8, max: 90, noNaN: true }),
  ratio: fc.double({ min: 1.05, max: 1.6, noNaN: true }),
  angle: fc.double({ min: -44, max: 44, noNaN: true }),
  square: fc.boolean(),
});

describe('seals by what the network says', () => {
  it('have the outline that was written into the maps, as round ones and as squares', () => {
    fc.assert(
      fc.property(outlines, ({ cx, cy, radius, ratio, angle, square }) => {
        const signs = nothing();
        const [column, row] = [Math.floor(cx / CELL), Math.floor(cy / CELL)];
        const turn = (angle * Math.PI) / 180;
        const said = {
          middle: 2,
          square: square ? 3 : -3,
          right: cx / CELL - column - 0.5,
          down: cy / CELL - row - 0.5,
          size: Math.log(radius / CELL),
          long: Math.log(ratio) * Math.cos(2 * turn),
          aslant: Math.log(ratio) * Math.sin(2 * turn),
          level: Math.cos(4 * turn),
          turned: Math.sin(4 * turn),
        };
        for (const name of TOLD) signs.maps[name][row * COLUMNS + column] = said[name];
        const [found, ...others] = decodeSeals(signs, 0.2);
        expect(others).toEqual([]);
        expect(found!.square).toBe(square);
        expect(found!.score).toBeCloseTo(1 / (1 + Math.exp(-2)), 5);
        const truth = { cx, cy, rx: radius * Math.sqrt(ratio), ry: radius / Math.sqrt(ratio), angle };
        for (const [name, value] of Object.entries(truth))
          expect(found!.ellipse[name as keyof typeof truth]).toBeCloseTo(value, 2);
      }),
      { seed: 11, numRuns: 100 },
    );
  });

  it('are peaks alone, the surest first, and none below the least score', () => {
    const signs = nothing();
    signs.maps.middle.set([0.5, 1, 0.5], 5 * COLUMNS + 5);
    // Two alike beside each other are one.
    signs.maps.middle.set([2, 2], 20 * COLUMNS + 30);
    signs.maps.middle[0] = -2;
    const found = decodeSeals(signs, 0.5);
    expect(found.map(({ ellipse: { cx, cy } }) => [cx, cy])).toEqual([
      [CELL * 30.5, CELL * 20.5],
      [CELL * 6.5, CELL * 5.5],
    ]);
    expect(decodeSeals(signs, 0.1)).toHaveLength(3);
    expect(decodeSeals(nothing(), 0.1)).toEqual([]);
  });
});
