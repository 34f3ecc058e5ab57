import { errors } from '../../errors.ts';

/** Writes numbers and strings one after the other. */
export class ByteWriter {
  readonly #bytes: number[] = [];

  byte(value: number): void {
    this.#bytes.push(value & 0xff);
  }

  /** 16 bits, the lower first. */
  short(value: number): void {
    this.byte(value);
    this.byte(value >>> 8);
  }

  /** A length or place in units of the longer edge, −0.5 to 1.5, to 1/32,768. */
  unit(value: number): void {
    this.short(Math.min(65_535, Math.max(0, Math.round((value + 0.5) * 32_768))));
  }

  bytes(values: Uint8Array): void {
    for (const value of values) this.#bytes.push(value);
  }

  /** UTF-8 of up to 255 bytes. */
  text(value: string): void {
    const bytes = new TextEncoder().encode(value);
    this.byte(bytes.length);
    this.bytes(bytes);
  }

  finish(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

/** Reads what a ByteWriter wrote. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** @throws CodedError `papers.template-unreadable` past the end; the same of all that follow */
  byte(): number {
    const value = this.#bytes[this.#at++];
    if (value === undefined) throw errors('papers.template-unreadable', { detail: 'end' });
    return value;
  }

  short(): number {
    return this.byte() | (this.byte() << 8);
  }

  unit(): number {
    return this.short() / 32_768 - 0.5;
  }

  bytes(count: number): Uint8Array {
    const from = this.#at;
    this.#at += count;
    if (this.#at > this.#bytes.length) throw errors('papers.template-unreadable', { detail: 'end' });
    return this.#bytes.slice(from, this.#at);
  }

  text(): string {
    return new TextDecoder().decode(this.bytes(this.byte()));
  }

  get done(): boolean {
    return this.#at === this.#bytes.length;
  }
}
