import { INFLATE_BUDGET, StreamDecoder } from './filters.ts';
import { type IndirectObject, readIndirectObject } from './object-reader.ts';
import { Parser } from './parser.ts';
import type { Revision } from './revision.ts';
import { readRevisions } from './revisions.ts';
import { integerOf, type PdfDict, PdfRef, PdfStream, PdfSyntaxError, type PdfValue } from './values.ts';
import type { Entry } from './xref.ts';

const MAX_STREAM_OBJECTS = 200_000;

/** How many bytes of objects are parsed, strings that never end among them. */
const PARSE_BUDGET = 64 * 1024 * 1024;

/** What reading one file may cost, its older states included. */
export interface ReadingBudget {
  readonly decoder: StreamDecoder;
  /** Bytes of objects that may still be parsed. */
  parsing: number;
}

export function readingBudget(files = 1): ReadingBudget {
  return { decoder: new StreamDecoder(files * INFLATE_BUDGET), parsing: files * PARSE_BUDGET };
}

/** A PDF's objects as each revision leaves them. Unreadable and missing objects are null, as the standard wants. */
export class PdfHistory {
  readonly bytes: Uint8Array;
  readonly revisions: readonly Revision[];
  /** Cross-references were unusable, so that objects were looked for in the bytes. */
  readonly scanned: boolean;
  readonly #budget: ReadingBudget;
  readonly #byOffset = new Map<number, IndirectObject | null>();
  readonly #streams = new Map<PdfStream, PdfValue[]>();

  /** @param budget shared where several states of one file are read */
  constructor(bytes: Uint8Array, budget = readingBudget()) {
    this.bytes = bytes;
    this.#budget = budget;
    const { revisions, scanned } = readRevisions(bytes, budget.decoder);
    this.revisions = revisions;
    this.scanned = scanned;
  }

  /** The newest revision; -1 where the file has none. */
  get newest(): number {
    return this.revisions.length - 1;
  }

  /** Trailer of revision `k` (0-based), or of the nearest older one that names a root. */
  trailer(k: number): PdfDict {
    for (let i = k; i >= 0; i--)
      if (this.revisions[i]!.trailer.has('Root')) return this.revisions[i]!.trailer;
    return new Map();
  }

  /** Where object `number` lies as of revision `k`. */
  entry(number: number, k: number): Entry | null {
    for (let i = k; i >= 0; i--) {
      const entry = this.revisions[i]!.entries.get(number);
      if (entry) return entry;
    }
    return null;
  }

  /** The value behind references, as of revision `k`. */
  resolve(value: PdfValue | undefined, k: number): PdfValue {
    let current = value ?? null;
    for (let hops = 0; current instanceof PdfRef; hops++) {
      if (hops > 20) return null;
      current = this.object(current.number, k);
    }
    return current;
  }

  object(number: number, k: number): PdfValue {
    const entry = this.entry(number, k);
    if (!entry || 'free' in entry) return null;
    if ('offset' in entry) return this.#at(entry.offset, number, k);
    // An object stream lies in the file itself: one inside another (or in itself) is refused.
    const home = this.entry(entry.stream, k);
    if (!home || !('offset' in home)) return null;
    const stream = this.#at(home.offset, entry.stream, k);
    return stream instanceof PdfStream ? (this.#unpacked(stream)[entry.index] ?? null) : null;
  }

  decode(stream: PdfStream): Uint8Array | null {
    return quietly(() => this.#budget.decoder.decode(stream), null);
  }

  /** A content stream's bytes; 'too-long' beyond `limit`, empty where its filters are not read here. */
  content(stream: PdfStream, limit: number): Uint8Array | 'too-long' {
    return quietly(() => this.#budget.decoder.content(stream, limit) ?? 'too-long', new Uint8Array(0));
  }

  /** What is written at an offset, whatever the cross-references say; null where it cannot be read, or costs too much. */
  readAt(offset: number, k = this.newest): IndirectObject | null {
    const known = this.#byOffset.get(offset);
    if (known !== undefined) return known;
    let read: IndirectObject | null = null;
    if (this.#budget.parsing > 0) {
      try {
        read = readIndirectObject(this.bytes, offset, (ref) => this.#directLength(ref, k));
        this.#budget.parsing -= read.end - offset;
      } catch (error) {
        if (!(error instanceof PdfSyntaxError)) throw error;
        this.#budget.parsing -= Math.max(0, (error.at ?? offset) - offset);
      }
    }
    this.#byOffset.set(offset, read);
    return read;
  }

  #at(offset: number, number: number, k: number): PdfValue {
    // Several numbers may claim one offset; only the one written there has it.
    const read = this.readAt(offset, k);
    return read?.number === number ? read.value : null;
  }

  /** A length is a plain number at a byte offset: nothing deeper is followed for it. */
  #directLength(ref: PdfRef, k: number): number | null {
    const entry = this.entry(ref.number, k);
    if (!entry || !('offset' in entry)) return null;
    return quietly(() => integerOf(readIndirectObject(this.bytes, entry.offset, () => null).value), null);
  }

  #unpacked(stream: PdfStream): PdfValue[] {
    let values = this.#streams.get(stream);
    if (!values) {
      values = quietly(() => unpack(stream, this.#budget.decoder), []);
      this.#streams.set(stream, values);
    }
    return values;
  }
}

/** Objects of an object stream (ISO 32000-2, 7.5.7) in index order. */
function unpack(stream: PdfStream, decoder: StreamDecoder): PdfValue[] {
  const data = decoder.decode(stream);
  const count = Math.min(integerOf(stream.dict.get('N')) ?? 0, MAX_STREAM_OBJECTS);
  const first = integerOf(stream.dict.get('First')) ?? 0;
  const header = new Parser(data, 0);
  const offsets: number[] = [];
  for (let i = 0; i < count; i++) {
    header.integer();
    offsets.push(header.integer());
  }
  return offsets.map((offset) => quietly(() => new Parser(data, first + offset).value(), null));
}

function quietly<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof PdfSyntaxError) return otherwise;
    throw error;
  }
}
