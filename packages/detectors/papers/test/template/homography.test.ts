import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Homography, MatchSums, mapX, mapY } from '../../src/template/verify/homography.ts';

const small = (most: number) => fc.double({ min: -most, max: most, noNaN: true });

it('sums of matches give their map back, where the print agrees with it', () => {
  fc.assert(
    fc.property(small(0.05), small(0.03), small(0.04), small(0.1), (turn, scale, lean, shift) => {
      const [cos, sin] = [(1 + scale) * Math.cos(turn), (1 + scale) * Math.sin(turn)];
      const map: Homography = [cos, -sin, shift, sin, cos, -shift, lean, -lean / 2, 1];
      const sums = new MatchSums();
      for (let x = -0.4; x <= 0.4; x += 0.1)
        for (let y = -0.5; y <= 0.5; y += 0.1) sums.add(x, y, mapX(map, x, y), mapY(map, x, y), 1);
      const found = sums.map({ turn, scale: 1 + scale, angle: 0 }, true)!;
      for (const [x, y] of [
        [-0.4, -0.5],
        [0.4, 0.5],
        [0.1, 0],
      ] as const) {
        expect(mapX(found, x, y)).toBeCloseTo(mapX(map, x, y), 3);
        expect(mapY(found, x, y)).toBeCloseTo(mapY(map, x, y), 3);
      }
    }),
    { numRuns: 50, seed: 3 },
  );
});

it('no map comes of matches that stand in one place', () => {
  const sums = new MatchSums();
  for (let i = 0; i < 9; i++) sums.add(0, 0, 0, 0, 0);
  expect(sums.map({ turn: 0, scale: 1, angle: 0 }, true)).toBeNull();
});
