/** A column that grows in place: its addresses are reserved beforehand, so that no call pays for copying hundreds of megabytes. */
export class ReservedInts {
  readonly #buffer: ArrayBuffer;
  /** Tracks the buffer's length. */
  readonly values: Int32Array;
  readonly #fill: number;

  /**
   * @param most entries that there can ever be; only those in use take memory
   * @param fill value of new entries
   */
  constructor(length: number, most: number, fill: number) {
    this.#buffer = new ArrayBuffer(4 * length, { maxByteLength: 4 * Math.max(length, most) });
    this.values = new Int32Array(this.#buffer);
    this.#fill = fill;
    if (fill !== 0) this.values.fill(fill);
  }

  /** Makes room for `length` entries, a step beyond so that not every call grows. @throws RangeError beyond `most` */
  ensure(length: number): void {
    const before = this.values.length;
    if (length <= before) return;
    const wanted = Math.min(Math.max(length, before + STEP), this.#buffer.maxByteLength / 4);
    this.#buffer.resize(4 * Math.max(length, wanted));
    if (this.#fill !== 0) this.values.fill(this.#fill, before);
  }
}

const STEP = 1 << 16;
