import { type PdfDict, PdfName, PdfRef, PdfString, PdfSyntaxError, type PdfValue } from './values.ts';

const MAX_DEPTH = 60;
const NUL = 0;
const SPACE = 0x20;

/** Reads PDF objects from bytes at a place (ISO 32000-2, 7.2 and 7.3). Throws PdfSyntaxError. */
export class Parser {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  value(depth = 0): PdfValue {
    if (depth > MAX_DEPTH) throw new PdfSyntaxError('objects nested too deeply');
    this.skipSpace();
    const byte = this.bytes[this.at];
    if (byte === undefined) throw new PdfSyntaxError('the file ends inside an object');
    if (byte === 0x2f) return new PdfName(this.#name());
    if (byte === 0x28) return new PdfString(this.#literal());
    if (byte === 0x5b) return this.#array(depth);
    if (byte === 0x3c)
      return this.bytes[this.at + 1] === 0x3c ? this.#dict(depth) : new PdfString(this.#hex());
    if (isNumberStart(byte)) return this.#numberOrRef();
    return this.#keyword();
  }

  skipSpace(): void {
    for (;;) {
      const byte = this.bytes[this.at];
      if (byte === 0x25) while (this.at < this.bytes.length && !isEol(this.bytes[this.at])) this.at++;
      else if (byte !== undefined && isSpace(byte)) this.at++;
      else return;
    }
  }

  /** Takes the word if it is next. */
  accept(word: string): boolean {
    this.skipSpace();
    for (let i = 0; i < word.length; i++) if (this.bytes[this.at + i] !== word.charCodeAt(i)) return false;
    this.at += word.length;
    return true;
  }

  integer(): number {
    const value = this.#number();
    if (!Number.isSafeInteger(value) || value < 0) throw new PdfSyntaxError('a whole number was expected');
    return value;
  }

  #number(): number {
    this.skipSpace();
    const start = this.at;
    while (this.at - start < 40 && isNumberStart(this.bytes[this.at])) this.at++;
    const value = Number(text(this.bytes, start, this.at).replace(/^(--)+/, ''));
    if (start === this.at || Number.isNaN(value)) throw new PdfSyntaxError(`no number at ${start}`);
    return value;
  }

  #numberOrRef(): number | PdfRef {
    const value = this.#number();
    const after = this.at;
    if (Number.isSafeInteger(value) && value >= 0 && isSpace(this.bytes[this.at] ?? 0x41)) {
      this.skipSpace();
      const start = this.at;
      while (isDigit(this.bytes[this.at]) && this.at - start < 6) this.at++;
      if (this.at > start && this.accept('R') && !isRegular(this.bytes[this.at])) return new PdfRef(value);
    }
    this.at = after;
    return value;
  }

  #keyword(): PdfValue {
    const start = this.at;
    while (isRegular(this.bytes[this.at]) && this.at - start < 32) this.at++;
    const word = text(this.bytes, start, this.at);
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null') return null;
    throw new PdfSyntaxError(`unexpected "${word}" at ${start}`);
  }

  #name(): string {
    const start = ++this.at;
    while (isRegular(this.bytes[this.at])) this.at++;
    const raw = text(this.bytes, start, Math.min(this.at, start + 256));
    return raw.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }

  #literal(): Uint8Array {
    const end = this.#literalEnd();
    const out: number[] = [];
    for (this.at++; this.at < end; this.at++) {
      const byte = this.bytes[this.at]!;
      if (byte === 0x5c) this.#escape(out);
      else out.push(byte);
    }
    this.at = end + 1;
    return Uint8Array.from(out);
  }

  /** Where the string's own parenthesis closes; nothing is kept of one that has no end. */
  #literalEnd(): number {
    let open = 0;
    for (let at = this.at; at < this.bytes.length; at++) {
      const byte = this.bytes[at]!;
      if (byte === 0x5c) at++;
      else if (byte === 0x28) open++;
      else if (byte === 0x29 && --open === 0) return at;
    }
    this.at = this.bytes.length;
    throw new PdfSyntaxError('a string has no end');
  }

  /** Leaves `at` on the escape's last byte. */
  #escape(out: number[]): void {
    const byte = this.bytes[++this.at] ?? NUL;
    const simple = ESCAPES[String.fromCharCode(byte)];
    if (simple !== undefined) out.push(simple);
    else if (byte === 0x0d && this.bytes[this.at + 1] === 0x0a) this.at++;
    else if (isOctal(byte)) {
      let value = byte - 0x30;
      for (let i = 0; i < 2 && isOctal(this.bytes[this.at + 1]); i++)
        value = value * 8 + this.bytes[++this.at]! - 0x30;
      out.push(value & 0xff);
    } else if (!isEol(byte)) out.push(byte);
  }

  #hex(): Uint8Array {
    const end = this.bytes.indexOf(0x3e, this.at);
    if (end < 0) throw new PdfSyntaxError('a hexadecimal string has no end');
    const digits = text(this.bytes, this.at + 1, end).replace(/[^0-9a-f]/gi, '');
    this.at = end + 1;
    return Uint8Array.from(Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex'));
  }

  #array(depth: number): PdfValue[] {
    const items: PdfValue[] = [];
    this.at++;
    while (!this.accept(']')) items.push(this.value(depth + 1));
    return items;
  }

  #dict(depth: number): PdfDict {
    const entries = new Map<string, PdfValue>();
    this.at += 2;
    while (!this.accept('>>')) {
      if (this.bytes[this.at] !== 0x2f) throw new PdfSyntaxError(`no key at ${this.at}`);
      const key = this.#name();
      entries.set(key, this.value(depth + 1));
    }
    return entries;
  }
}

const ESCAPES: Readonly<Record<string, number>> = {
  n: 10,
  r: 13,
  t: 9,
  b: 8,
  f: 12,
  '(': 40,
  ')': 41,
  '\\': 92,
};

function text(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', start, end);
}

const isEol = (byte: number | undefined) => byte === 0x0a || byte === 0x0d;
const isSpace = (byte: number) =>
  byte === SPACE || byte === NUL || (byte >= 0x09 && byte <= 0x0d && byte !== 0x0b);
const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 0x30 && byte <= 0x39;
const isOctal = (byte: number | undefined) => byte !== undefined && byte >= 0x30 && byte <= 0x37;
const isNumberStart = (byte: number | undefined) =>
  isDigit(byte) || byte === 0x2b || byte === 0x2d || byte === 0x2e;
const isRegular = (byte: number | undefined) =>
  byte !== undefined && !isSpace(byte) && !'()<>[]{}/%'.includes(String.fromCharCode(byte));
