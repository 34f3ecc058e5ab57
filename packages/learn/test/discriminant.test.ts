import { expect, it } from 'vitest';
import { fitDiscriminant, fitLogRatio, seeded, symmetricEigen } from '../src/index.ts';

const random = seeded(11);
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

it('takes a symmetric matrix apart: unit vectors at right angles, which put it together again', () => {
  const n = 12;
  const root = Array.from({ length: n }, () => Float64Array.from({ length: n }, normal));
  const matrix = root.map((a) => Float64Array.from(root, (b) => a.reduce((sum, x, k) => sum + x * b[k]!, 0)));
  const { values, vectors } = symmetricEigen(matrix);
  expect([...values]).toEqual([...values].sort((a, b) => b - a));
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const dot = vectors[i]!.reduce((sum, x, k) => sum + x * vectors[j]![k]!, 0);
      expect(dot).toBeCloseTo(i === j ? 1 : 0, 9);
      const again = values.reduce((sum, value, k) => sum + value * vectors[k]![i]! * vectors[k]![j]!, 0);
      expect(again).toBeCloseTo(matrix[i]![j]!, 8);
    }
});

it('finds the direction that parts groups under louder noise, and the variances on both sides', () => {
  // Groups differ by 2 (deviation) along the first axis; noise has deviation 0.5 there and 5 along the second.
  const vectors: number[][] = [];
  const groups: string[] = [];
  for (let g = 0; g < 400; g++) {
    const centre = 2 * normal();
    for (let k = 0; k < 10; k++) {
      vectors.push([centre + 0.5 * normal() + 7, 5 * normal() - 3]);
      groups.push(`g${g}`);
    }
  }
  const { mean, rows, between } = fitDiscriminant(vectors, groups, { dims: 2 });
  expect(mean[0]!).toBeCloseTo(7, 0);
  const [first] = rows;
  expect(Math.abs(first![1]! / first![0]!)).toBeLessThan(0.02);
  // A variance of 4 between against 0.25 within is 16 once within is 1.
  expect(between[0]!).toBeGreaterThan(13);
  expect(between[0]!).toBeLessThan(19);
  expect(between[1]!).toBeLessThan(0.1);
});

it('recovers the log-likelihood ratio of two normal distributions at whatever shares the classes have', () => {
  const rows: number[][] = [];
  const labels: number[] = [];
  for (let i = 0; i < 60_000; i++) {
    const label = i % 20 === 0 ? 1 : 0;
    rows.push([normal() + (label ? 2 : 0), 1]);
    labels.push(label);
  }
  // N(2, 1) against N(0, 1): 2 x − 2.
  for (const prior of [0.5, 0.01]) {
    const [slope, offset] = fitLogRatio(rows, labels, { prior });
    expect(slope!).toBeCloseTo(2, 0);
    expect(offset!).toBeCloseTo(-2, 0);
  }
  const held = fitLogRatio(rows, labels, { ridge: 1e6, towards: [3, -1] });
  expect(held[0]!).toBeCloseTo(3, 3);
});
