// Fisher's discriminants by subspace iteration: G. H. Golub, C. F. Van Loan, "Matrix Computations", 4th edition, sections 8.2.4 and 8.7.2.
import { seeded } from '@jianzhen/learn';

/** Share of the mean variance within classes that is added to every direction's. */
const RIDGE = 0.5;
const ROUNDS = 40;

export interface Fitted {
  readonly mean: Float64Array;
  /** Unit vectors' multiples, the most telling first, `count` × `width`. */
  readonly directions: Float64Array[];
}

/** Directions in which rows of different classes differ most for how much rows of one class do. */
export function fitDiscriminants(
  rows: readonly Float32Array[],
  classes: readonly string[],
  count: number,
): Fitted {
  const width = rows[0]!.length;
  const mean = meanOf(rows, width);
  const total = scatter(rows.map((row) => centred(row, mean)));
  const within = scatter(
    [...Map.groupBy(rows.keys(), (i) => classes[i]!).values()].flatMap((members) => {
      const own = meanOf(
        members.map((i) => rows[i]!),
        width,
      );
      return members.map((i) => centred(rows[i]!, own));
    }),
  );
  let trace = 0;
  for (let i = 0; i < width; i++) trace += within[i * width + i]!;
  for (let i = 0; i < width; i++) within[i * width + i]! += (RIDGE * trace) / width;
  const lower = cholesky(within, width);
  const random = seeded(1);
  let basis: Float64Array[] = Array.from({ length: count }, () =>
    Float64Array.from({ length: width }, () => random() - 0.5),
  );
  for (let round = 0; round < ROUNDS; round++) {
    basis = basis.map((vector) => {
      const back = solveUpper(lower, vector, width);
      return solveLower(lower, times(total, back, width), width);
    });
    orthogonalise(basis);
  }
  return { mean, directions: basis.map((vector) => solveUpper(lower, vector, width)) };
}

const meanOf = (rows: readonly Float32Array[], width: number): Float64Array => {
  const mean = new Float64Array(width);
  for (const row of rows) for (let k = 0; k < width; k++) mean[k]! += row[k]! / rows.length;
  return mean;
};

const centred = (row: Float32Array, mean: Float64Array): Float64Array =>
  Float64Array.from(row, (value, k) => value - mean[k]!);

function scatter(rows: readonly Float64Array[]): Float64Array {
  const width = rows[0]!.length;
  const out = new Float64Array(width * width);
  for (const row of rows)
    for (let i = 0; i < width; i++) {
      const value = row[i]! / rows.length;
      for (let j = 0; j <= i; j++) out[i * width + j]! += value * row[j]!;
    }
  for (let i = 0; i < width; i++)
    for (let j = i + 1; j < width; j++) out[i * width + j] = out[j * width + i]!;
  return out;
}

function cholesky(matrix: Float64Array, n: number): Float64Array {
  const lower = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= lower[i * n + k]! * lower[j * n + k]!;
      lower[i * n + j] = i === j ? Math.sqrt(sum) : sum / lower[j * n + j]!;
    }
  return lower;
}

function solveLower(lower: Float64Array, right: Float64Array, n: number): Float64Array {
  const out = Float64Array.from(right);
  for (let i = 0; i < n; i++) {
    let sum = out[i]!;
    for (let k = 0; k < i; k++) sum -= lower[i * n + k]! * out[k]!;
    out[i] = sum / lower[i * n + i]!;
  }
  return out;
}

/** Solves with the transpose. */
function solveUpper(lower: Float64Array, right: Float64Array, n: number): Float64Array {
  const out = Float64Array.from(right);
  for (let i = n - 1; i >= 0; i--) {
    out[i]! /= lower[i * n + i]!;
    for (let k = 0; k < i; k++) out[k]! -= lower[i * n + k]! * out[i]!;
  }
  return out;
}

function times(matrix: Float64Array, vector: Float64Array, n: number): Float64Array {
  return Float64Array.from({ length: n }, (_, i) => {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += matrix[i * n + k]! * vector[k]!;
    return sum;
  });
}

/** Gram and Schmidt, in place. */
function orthogonalise(basis: readonly Float64Array[]): void {
  for (const [i, vector] of basis.entries()) {
    for (const other of basis.slice(0, i)) {
      let dot = 0;
      for (let k = 0; k < vector.length; k++) dot += vector[k]! * other[k]!;
      for (let k = 0; k < vector.length; k++) vector[k]! -= dot * other[k]!;
    }
    let norm = 0;
    for (const value of vector) norm += value * value;
    for (let k = 0; k < vector.length; k++) vector[k]! /= Math.sqrt(norm);
  }
}
