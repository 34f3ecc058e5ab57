import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distances, eroded, FARTHER, NEAR } from '../../src/origin/layers.ts';

describe('distances from strokes', () => {
  it('is what going by steps and diagonals costs, and wraps around no edge', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 9 }),
        fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
        (width, height, places) => {
          const mask = new Uint8Array(width * height);
          for (const place of places) mask[place % mask.length] = 1;
          const found = distances(mask, width, height);
          found.forEach((value, i) => {
            let least = Number.POSITIVE_INFINITY;
            mask.forEach((set, j) => {
              if (!set) return;
              const dx = Math.abs((i % width) - (j % width));
              const dy = Math.abs(Math.floor(i / width) - Math.floor(j / width));
              least = Math.min(least, Math.abs(dx - dy) + Math.SQRT2 * Math.min(dx, dy));
            });
            expect(value).toBeCloseTo(least, 3);
          });
        },
      ),
      { numRuns: 60 },
    );
  });
});

it('insides of strokes are what lies as far from all else as distances say', () => {
  const picture = fc.integer({ min: 1, max: 9 }).chain((width) =>
    fc.record({
      width: fc.constant(width),
      rows: fc.array(fc.array(fc.boolean(), { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 9,
      }),
    }),
  );
  fc.assert(
    fc.property(picture, ({ width, rows }) => {
      const mask = Uint8Array.from(rows.flat(), Number);
      const away = distances(
        mask.map((value) => 1 - value),
        width,
        rows.length,
      );
      for (const [offsets, deep] of [
        [NEAR, 1.5],
        [FARTHER, 2.5],
      ] as const)
        expect([...eroded(mask, width, rows.length, offsets)]).toEqual(
          [...away].map((distance, i) => (mask[i] === 1 && distance >= deep ? 1 : 0)),
        );
    }),
  );
});
