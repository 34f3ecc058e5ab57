import { expect, it } from 'vitest';
import { maskWhere } from '../../src/index.ts';

it('a mask is 1 where the test holds, told value and place, and never where there is no number', () => {
  const values = Float32Array.of(0.2, 0.7, Number.NaN, 0.7, -1);
  expect([...maskWhere(values, (value, i) => value > 0.5 && i < 3)]).toEqual([0, 1, 0, 0, 0]);
  expect(maskWhere([], () => true)).toHaveLength(0);
});
