/** Reads bits, the highest first. Past the end it throws `OutOfBits`, which a frame that was cut off leads to. */
export class OutOfBits extends Error {}

export class BitReader {
  readonly #bytes: Uint8Array;
  /** Bits taken so far. */
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Bytes begun so far. */
  get position(): number {
    return (this.#at + 7) >> 3;
  }

  /** @param count 0 to 32 */
  unsigned(count: number): number {
    let value = 0;
    for (let left = count; left > 0; ) {
      const byte = this.#bytes[this.#at >> 3];
      if (byte === undefined) throw new OutOfBits();
      const free = 8 - (this.#at & 7);
      const taken = Math.min(left, free);
      const bits = (byte >> (free - taken)) & ((1 << taken) - 1);
      value = value * (1 << taken) + bits;
      this.#at += taken;
      left -= taken;
    }
    return value;
  }

  /** Two's complement. @param count 1 to 32 */
  signed(count: number): number {
    const value = this.unsigned(count);
    return value >= 2 ** (count - 1) ? value - 2 ** count : value;
  }

  /** Zeros before the next one, which is taken too. */
  unary(): number {
    let zeros = 0;
    for (;;) {
      const byte = this.#bytes[this.#at >> 3];
      if (byte === undefined) throw new OutOfBits();
      const used = this.#at & 7;
      const rest = (byte << used) & 0xff;
      if (rest !== 0) {
        const leading = Math.clz32(rest) - 24;
        this.#at += leading + 1;
        return zeros + leading;
      }
      zeros += 8 - used;
      this.#at += 8 - used;
    }
  }

  /** On to the next whole byte. */
  align(): void {
    this.#at = (this.#at + 7) & ~7;
  }
}
