import { seeded } from '@jianzhen/learn';
import { expect, test } from 'vitest';
import { leading, type Matrix, product, transposed, whitening } from '../fit-typography/matrix.ts';

const SIZE = 12;

/** A symmetric positive definite matrix. */
function covariance(seed: number): Matrix {
  const random = seeded(seed);
  const rows = Array.from({ length: SIZE }, () => Float64Array.from({ length: SIZE }, () => random() - 0.5));
  const squared = product(rows, transposed(rows));
  return squared.map((row, i) => row.map((value, j) => value + (i === j ? 0.1 : 0)));
}

test('whitening makes a covariance the identity', () => {
  const matrix = covariance(1);
  const white = whitening(matrix);
  const identity = product(product(white, matrix), transposed(white));
  for (let i = 0; i < SIZE; i++) {
    for (let j = 0; j < SIZE; j++) expect(identity[i]![j]).toBeCloseTo(i === j ? 1 : 0, 8);
  }
});

test('leading directions are orthonormal and stay among themselves', () => {
  const matrix = covariance(2);
  const rows = leading(matrix, 3);
  const among = product(rows, transposed(rows));
  for (let i = 0; i < 3; i++)
    for (let j = 0; j < 3; j++) expect(among[i]![j]).toBeCloseTo(i === j ? 1 : 0, 8);
  const moved = product(rows, matrix);
  const along = product(product(moved, transposed(rows)), rows);
  const missed = moved.flatMap((row, i) => Array.from(row, (value, j) => Math.abs(value - along[i]![j]!)));
  expect(Math.max(...missed)).toBeLessThan(1e-3);
});
