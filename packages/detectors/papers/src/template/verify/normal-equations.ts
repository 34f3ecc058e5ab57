/** Weighted linear least squares, summed up row by row. */
export class NormalEquations {
  readonly #size: number;
  readonly #system: Float64Array;

  /** @param size unknowns */
  constructor(size: number) {
    this.#size = size;
    this.#system = new Float64Array(size * (size + 1));
  }

  /** Adds weight · (row · unknowns − value)²; entries of the row beyond the unknowns are left out. */
  add(weight: number, row: readonly number[], value: number): void {
    const size = this.#size;
    for (let i = 0; i < size; i++) {
      const scaled = weight * row[i]!;
      if (scaled === 0) continue;
      const at = i * (size + 1);
      for (let j = i; j < size; j++) this.#system[at + j]! += scaled * row[j]!;
      this.#system[at + size]! += scaled * value;
    }
  }

  /** Adds to an element of the upper half; and to an element of the right side. */
  put(i: number, j: number, amount: number): void {
    this.#system[i * (this.#size + 1) + j]! += amount;
  }

  value(i: number, amount: number): void {
    this.#system[i * (this.#size + 1) + this.#size]! += amount;
  }

  /** The least-squares solution by Gaussian elimination with row pivots; null where the rows do not fix one. */
  solve(): number[] | null {
    const size = this.#size;
    const width = size + 1;
    const rows = Float64Array.from(this.#system);
    for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) rows[i * width + j] = rows[j * width + i]!;
    for (let i = 0; i < size; i++) {
      let pivot = i;
      for (let r = i + 1; r < size; r++)
        if (Math.abs(rows[r * width + i]!) > Math.abs(rows[pivot * width + i]!)) pivot = r;
      if (Math.abs(rows[pivot * width + i]!) < 1e-10) return null;
      if (pivot !== i)
        for (let c = i; c <= size; c++) {
          const kept = rows[i * width + c]!;
          rows[i * width + c] = rows[pivot * width + c]!;
          rows[pivot * width + c] = kept;
        }
      for (let r = i + 1; r < size; r++) {
        const factor = rows[r * width + i]! / rows[i * width + i]!;
        if (factor === 0) continue;
        for (let c = i; c <= size; c++) rows[r * width + c]! -= factor * rows[i * width + c]!;
      }
    }
    const out = new Array<number>(size).fill(0);
    for (let i = size - 1; i >= 0; i--) {
      let sum = rows[i * width + size]!;
      for (let c = i + 1; c < size; c++) sum -= rows[i * width + c]! * out[c]!;
      out[i] = sum / rows[i * width + i]!;
    }
    return out;
  }
}
