/** A column of 32-bit integers whose length is not known beforehand. */
export class GrowingInts {
  #values: Int32Array;
  length = 0;

  constructor(capacity = 1024) {
    this.#values = new Int32Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Int32Array(2 * this.#values.length);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length++] = value;
  }

  /** What was pushed; a view, valid until the next push. */
  view(): Int32Array {
    return this.#values.subarray(0, this.length);
  }
}

/** The same of 64-bit floating-point numbers. */
export class GrowingFloats {
  #values: Float64Array;
  length = 0;

  constructor(capacity = 1024) {
    this.#values = new Float64Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Float64Array(2 * this.#values.length);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length++] = value;
  }

  view(): Float64Array {
    return this.#values.subarray(0, this.length);
  }
}
