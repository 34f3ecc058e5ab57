import fc from 'fast-check';
import { expect, it } from 'vitest';
import { summedArea, windowMeans } from '../../src/origin/windows.ts';

it('means over windows are what counting pixel by pixel gives, cut off at the edges, 0 without any', () => {
  const field = fc.record({
    width: fc.integer({ min: 1, max: 7 }),
    height: fc.integer({ min: 1, max: 7 }),
    reach: fc.integer({ min: 1, max: 3 }),
    step: fc.integer({ min: 1, max: 2 }),
    seed: fc.infiniteStream(fc.integer({ min: 0, max: 9 })),
  });
  fc.assert(
    fc.property(field, ({ width, height, reach, step, seed }) => {
      const drawn = () => seed.next().value as number;
      const values = Array.from({ length: width * height }, drawn);
      const mask = Uint8Array.from(values, () => (drawn() > 4 ? 1 : 0));
      const asked = Uint8Array.from(values, () => (drawn() > 3 ? 1 : 0));
      const expected: number[] = [];
      for (let i = 0; i < values.length; i += step) {
        if (asked[i] === 0) continue;
        const about = values.filter((_, k) => {
          const [dx, dy] = [(k % width) - (i % width), Math.floor(k / width) - Math.floor(i / width)];
          return mask[k] === 1 && Math.max(Math.abs(dx), Math.abs(dy)) <= reach;
        });
        expected.push(about.reduce((sum, value) => sum + value, 0) / Math.max(1, about.length));
      }
      const means = windowMeans(
        summedArea(mask, width, height, (i) => values[i]!),
        asked,
        reach,
        step,
      );
      expect([...means]).toEqual(expected.map((mean) => Math.fround(mean)));
    }),
  );
});
