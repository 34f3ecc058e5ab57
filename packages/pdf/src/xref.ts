import type { StreamDecoder } from './filters.ts';
import { readIndirectObject } from './object-reader.ts';
import { Parser } from './parser.ts';
import { integerOf, isArray, isDict, nameOf, type PdfDict, PdfStream, PdfSyntaxError } from './values.ts';

/** Where an object lies: at a byte offset, or in an object stream. */
export type Entry =
  | { readonly offset: number }
  | { readonly stream: number; readonly index: number }
  | { readonly free: true };

/** One cross-reference section (ISO 32000-2, 7.5.4 and 7.5.8) with its trailer. */
export interface Section {
  readonly offset: number;
  readonly entries: ReadonlyMap<number, Entry>;
  readonly trailer: PdfDict;
}

const MAX_SECTIONS = 500;
const MAX_ENTRIES = 2_000_000;

/** The sections, newest first, that the last `startxref` leads to. Throws PdfSyntaxError on a loop or a broken link. */
export function readSections(bytes: Uint8Array, start: number, decoder: StreamDecoder): Section[] {
  const sections: Section[] = [];
  const seen = new Set<number>();
  let entries = 0;
  for (let next: number | null = start; next !== null; ) {
    if (seen.has(next)) throw new PdfSyntaxError(`the cross-reference chain loops at ${next}`);
    if (sections.length >= MAX_SECTIONS) throw new PdfSyntaxError('too many cross-reference sections');
    seen.add(next);
    const section = readSection(bytes, next, decoder);
    entries += section.entries.size;
    if (entries > MAX_ENTRIES) throw new PdfSyntaxError('too many cross-reference entries');
    sections.push(section);
    next = integerOf(section.trailer.get('Prev'));
  }
  return sections;
}

function readSection(bytes: Uint8Array, offset: number, decoder: StreamDecoder): Section {
  if (offset < 0 || offset >= bytes.length)
    throw new PdfSyntaxError(`cross-reference at ${offset}, outside the file`);
  const parser = new Parser(bytes, offset);
  if (!parser.accept('xref')) return readXrefStream(bytes, offset, decoder);
  const entries = readTable(parser);
  const trailer = parser.value();
  if (!isDict(trailer)) throw new PdfSyntaxError('no trailer');
  const hybrid = integerOf(trailer.get('XRefStm'));
  if (hybrid !== null) {
    for (const [number, entry] of readXrefStream(bytes, hybrid, decoder).entries) {
      const listed = entries.get(number);
      if (!listed || 'free' in listed) entries.set(number, entry);
    }
  }
  return { offset, entries, trailer };
}

function readTable(parser: Parser): Map<number, Entry> {
  const entries = new Map<number, Entry>();
  while (!parser.accept('trailer')) {
    const first = parser.integer();
    const count = parser.integer();
    for (let i = 0; i < count; i++) {
      const offset = parser.integer();
      parser.integer();
      if (parser.accept('n')) entries.set(first + i, { offset });
      else if (parser.accept('f')) entries.set(first + i, { free: true });
      else throw new PdfSyntaxError('a broken cross-reference entry');
    }
  }
  return entries;
}

function readXrefStream(bytes: Uint8Array, offset: number, decoder: StreamDecoder): Section {
  const { value } = readIndirectObject(bytes, offset, () => null);
  if (!(value instanceof PdfStream) || nameOf(value.dict.get('Type')) !== 'XRef') {
    throw new PdfSyntaxError(`no cross-reference at ${offset}`);
  }
  const widths = integers(value.dict.get('W'));
  if (widths.length < 3 || widths.some((width) => width > 8)) throw new PdfSyntaxError('odd field widths');
  const size = integerOf(value.dict.get('Size')) ?? 0;
  const index = value.dict.has('Index') ? integers(value.dict.get('Index')) : [0, size];
  return { offset, entries: unpack(decoder.decode(value), widths, index), trailer: value.dict };
}

function unpack(data: Uint8Array, widths: readonly number[], index: readonly number[]): Map<number, Entry> {
  const entries = new Map<number, Entry>();
  const [w0, w1, w2] = widths as [number, number, number];
  const step = w0 + w1 + w2;
  const field = (at: number, width: number) => {
    let value = 0;
    for (let i = 0; i < width; i++) value = value * 256 + data[at + i]!;
    return value;
  };
  let at = 0;
  for (let i = 0; i + 1 < index.length; i += 2) {
    for (let k = 0; k < index[i + 1]! && step > 0 && at + step <= data.length; k++, at += step) {
      const type = w0 === 0 ? 1 : field(at, w0);
      const second = field(at + w0, w1);
      if (type === 1) entries.set(index[i]! + k, { offset: second });
      else if (type === 2) entries.set(index[i]! + k, { stream: second, index: field(at + w0 + w1, w2) });
      else if (type === 0) entries.set(index[i]! + k, { free: true });
    }
  }
  return entries;
}

function integers(value: Parameters<typeof integerOf>[0]): number[] {
  const items = isArray(value) ? value.map(integerOf) : [];
  return items.filter((item) => item !== null && item >= 0) as number[];
}
