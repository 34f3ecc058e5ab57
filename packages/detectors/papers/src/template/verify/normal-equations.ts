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

  /** The least-squares solution by Gaussian elimination with row pivots; null where the rows do not fix one. */
  solve(): number[] | null {
    const size = this.#size;
    const rows = Array.from({ length: size }, (_, i) => this.#row(i));
    for (let i = 0; i < size; i++) {
      let pivot = i;
      for (let r = i + 1; r < size; r++) if (Math.abs(rows[r]![i]!) > Math.abs(rows[pivot]![i]!)) pivot = r;
      if (Math.abs(rows[pivot]![i]!) < 1e-10) return null;
      [rows[i], rows[pivot]] = [rows[pivot]!, rows[i]!];
      for (let r = i + 1; r < size; r++) {
        const factor = rows[r]![i]! / rows[i]![i]!;
        if (factor === 0) continue;
        for (let c = i; c <= size; c++) rows[r]![c]! -= factor * rows[i]![c]!;
      }
    }
    const out = new Array<number>(size).fill(0);
    for (let i = size - 1; i >= 0; i--) {
      let sum = rows[i]![size]!;
      for (let c = i + 1; c < size; c++) sum -= rows[i]![c]! * out[c]!;
      out[i] = sum / rows[i]![i]!;
    }
    return out;
  }

  /** A row of the symmetric system, of which the upper half was summed. */
  #row(i: number): Float64Array {
    const width = this.#size + 1;
    const row = this.#system.slice(i * width, (i + 1) * width);
    for (let j = 0; j < i; j++) row[j] = this.#system[j * width + i]!;
    return row;
  }
}
