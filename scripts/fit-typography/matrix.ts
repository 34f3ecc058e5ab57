// What fitting the axes of digits' forms needs of linear algebra: G. H. Golub and C. F. Van Loan, "Matrix Computations" (4th ed. 2013),
// algorithms 4.2.1 and 8.2.

/** Rows. */
export type Matrix = Float64Array[];

export const transposed = (matrix: Matrix): Matrix =>
  Array.from(matrix[0]!, (_, j) => Float64Array.from(matrix, (row) => row[j]!));

export function product(a: Matrix, b: Matrix): Matrix {
  return a.map((row) => {
    const out = new Float64Array(b[0]!.length);
    for (const [k, value] of row.entries()) {
      const other = b[k]!;
      for (let j = 0; j < out.length; j++) out[j]! += value * other[j]!;
    }
    return out;
  });
}

/** Inverse of the lower triangle L of a symmetric positive definite matrix = L Lᵀ (Cholesky): it makes the matrix the identity. */
export function whitening(matrix: Matrix): Matrix {
  const size = matrix.length;
  const lower: Matrix = matrix.map(() => new Float64Array(size));
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i]![j]!;
      for (let k = 0; k < j; k++) rest -= lower[i]![k]! * lower[j]![k]!;
      lower[i]![j] = i === j ? Math.sqrt(rest) : rest / lower[j]![j]!;
    }
  }
  const inverse: Matrix = matrix.map(() => new Float64Array(size));
  for (let column = 0; column < size; column++) {
    for (let i = column; i < size; i++) {
      let rest = i === column ? 1 : 0;
      for (let k = column; k < i; k++) rest -= lower[i]![k]! * inverse[k]![column]!;
      inverse[i]![column] = rest / lower[i]![i]!;
    }
  }
  return inverse;
}

const STEPS = 100;

/** Orthonormal rows that span the `count` largest eigenvectors of a symmetric positive matrix, by orthogonal iteration from the first axes. */
export function leading(matrix: Matrix, count: number): Matrix {
  let rows: Matrix = Array.from({ length: count }, (_, i) =>
    Float64Array.from(matrix, (_row, j) => (j % count === i ? 1 : 0)),
  );
  for (let step = 0; step < STEPS; step++) rows = orthonormal(product(rows, matrix));
  return rows;
}

/** Gram–Schmidt over rows. */
function orthonormal(rows: Matrix): Matrix {
  const done: Matrix = [];
  for (const row of rows) {
    const own = row.slice();
    for (const other of done) {
      const along = own.reduce((sum, value, i) => sum + value * other[i]!, 0);
      for (let i = 0; i < own.length; i++) own[i]! -= along * other[i]!;
    }
    const length = Math.hypot(...own);
    done.push(own.map((value) => value / length));
  }
  return done;
}
