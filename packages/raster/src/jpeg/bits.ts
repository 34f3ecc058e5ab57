import { type HuffmanDecoder, LOOKUP_BITS } from './huffman.ts';

/**
 * Reads bits of one restart interval whose byte stuffing is already removed. Beyond the end it supplies zeros; `overrun`
 * tells. `data` needs one readable byte after `end`, so that two bytes can be fetched at a time.
 */
export class BitReader {
  readonly data: Uint8Array;
  position = 0;
  end = 0;
  /** The lowest `count` bits are unread; what lies above them is stale. */
  bits = 0;
  count = 0;
  /** A code that no table holds, or a run beyond the block, was met. */
  damaged = false;
  /** Blocks still to come that the last end-of-band run covers (progressive). */
  endOfBandRun = 0;

  constructor(data: Uint8Array) {
    this.data = data;
  }

  start(from: number, to: number): void {
    this.position = from;
    this.end = to;
    this.bits = 0;
    this.count = 0;
    this.endOfBandRun = 0;
  }

  /** More bits were taken than the interval holds. */
  get overrun(): boolean {
    return this.position - this.end > this.count >> 3;
  }

  /** Makes at least 16 bits available. */
  fill(): void {
    const at = this.position;
    this.bits <<= 16;
    if (at < this.end) this.bits |= (this.data[at]! << 8) | this.data[at + 1]!;
    this.position = at + 2;
    this.count += 16;
  }

  /** @param n bits, 0–16 */
  read(n: number): number {
    if (this.count < n) this.fill();
    this.count -= n;
    return (this.bits >>> this.count) & ((1 << n) - 1);
  }

  /** T.81 F.2.2.1 EXTEND: a signed value of `n` bits, 0–15. */
  readSigned(n: number): number {
    if (n === 0) return 0;
    const value = this.read(n);
    return value < 1 << (n - 1) ? value - (1 << n) + 1 : value;
  }

  /** The next symbol, or 0 and `damaged` where no code fits. */
  decode(table: HuffmanDecoder): number {
    if (this.count < 16) this.fill();
    const entry = table.lookup[(this.bits >>> (this.count - LOOKUP_BITS)) & ((1 << LOOKUP_BITS) - 1)]!;
    if (entry !== 0) {
      this.count -= entry >> 8;
      return entry & 255;
    }
    return this.decodeLong(table);
  }

  private decodeLong(table: HuffmanDecoder): number {
    for (let length = LOOKUP_BITS + 1; length <= 16; length++) {
      const code = (this.bits >>> (this.count - length)) & ((1 << length) - 1);
      if (code <= table.maxCode[length]!) {
        this.count -= length;
        return table.symbols[code + table.offset[length]!]!;
      }
    }
    this.count -= 16;
    this.damaged = true;
    return 0;
  }
}
