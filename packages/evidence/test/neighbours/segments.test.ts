import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growingSegments, sortByBands } from '../../src/index.ts';

describe('sorting by bands', () => {
  it('lists every item once in each band, under its key, in order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 50 }),
        fc.array(fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 3, maxLength: 3 }), { maxLength: 60 }),
        (from, items) => {
          const keyOf = (number: number, band: number) => items[number - from]![band]!;
          const { starts, members } = sortByBands({
            from,
            to: from + items.length,
            bands: 3,
            bits: 3,
            keyOf,
          });
          for (let band = 0; band < 3; band++)
            for (let key = 0; key < 8; key++) {
              const bucket = (band << 3) | key;
              const expected = items.flatMap((keys, i) => (keys[band] === key ? [from + i] : []));
              expect([...members.subarray(starts[bucket], starts[bucket + 1])]).toEqual(expected);
            }
        },
      ),
    );
  });
});

describe('growing segments', () => {
  it('hold all but the newest, in a row, few of them, and are sorted seldom', () => {
    let sorted = 0;
    const segments = growingSegments((from, to) => {
      sorted += to - from;
      return { from, to };
    });
    for (let size = 0; size <= 2_000_000; size += 5000) {
      const all = segments(size);
      all.forEach(({ from }, i) => {
        expect(from).toBe(all[i - 1]?.to ?? 0);
      });
      expect(size - (all.at(-1)?.to ?? 0)).toBeLessThanOrEqual(16_384);
      expect(all.length).toBeLessThanOrEqual(5);
    }
    expect(sorted).toBeLessThan(8 * 2_000_000);
  });
});
