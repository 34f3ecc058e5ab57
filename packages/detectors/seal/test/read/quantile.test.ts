import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nearbyQuantile } from '../../src/read/quantile.ts';

it('is what sorting each neighbourhood gives', () => {
  const values = fc.float32Array({ noNaN: true, minLength: 1, maxLength: 60, min: 0, max: 1 });
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 20 }), (given, reach) => {
      const expected = given.map((_, x) => {
        const about = given.subarray(Math.max(0, x - reach), x + reach + 1).toSorted();
        return about[Math.floor(0.7 * about.length)]!;
      });
      expect(nearbyQuantile(given, reach, 0.7)).toEqual(expected);
    }),
    { numRuns: 200, seed: 3 },
  );
});
