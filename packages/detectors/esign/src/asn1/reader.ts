// ITU-T X.690: BER, of which DER is a part. Elements are read lazily and keep their place in the input, so that what was signed is
// verified byte by byte as it lies in the file. asn1js reads eagerly: a revocation list of 100,000 entries takes it seconds.
import { errors } from '../errors.ts';

/** Nesting deeper than this is hostile. */
export const MAX_DEPTH = 64;
/** The same of indefinite lengths, each level of which is searched for its end anew; CMS has six. */
const MAX_INDEFINITE = 16;

/** `problem` is a code, the same in every language. */
const fail = (at: number, problem: string) => errors('esign.malformed-asn1', { at, problem });

interface Header {
  readonly tagClass: number;
  readonly constructed: boolean;
  readonly tag: number;
  readonly contentStart: number;
  /** -1 where indefinite. */
  readonly length: number;
}

function readHeader(bytes: Uint8Array, start: number, limit: number): Header {
  let at = start;
  const next = () => {
    if (at >= limit) throw fail(at, 'truncated');
    return bytes[at++]!;
  };
  const first = next();
  let tag = first & 0x1f;
  if (tag === 0x1f) {
    tag = 0;
    let octet: number;
    do {
      octet = next();
      tag = tag * 128 + (octet & 0x7f);
      if (tag > 0x7fffffff) throw fail(at, 'tag-too-large');
    } while (octet & 0x80);
  }
  const constructed = (first & 0x20) !== 0;
  const short = next();
  let length = short;
  if (short === 0x80) {
    if (!constructed) throw fail(at, 'indefinite-primitive');
    length = -1;
  } else if (short > 0x80) {
    length = 0;
    for (let left = short & 0x7f; left > 0; left--) {
      length = length * 256 + next();
      if (length > bytes.length) throw fail(at, 'length-beyond-data');
    }
  }
  if (length > limit - at) throw fail(at, 'length-beyond-data');
  return { tagClass: first >> 6, constructed, tag, contentStart: at, length };
}

const isEnd = (bytes: Uint8Array, at: number, limit: number) =>
  at + 1 < limit && bytes[at] === 0 && bytes[at + 1] === 0;

/** Where the content of an element of indefinite length ends: the place of its own end-of-contents octets. */
function indefiniteEnd(bytes: Uint8Array, start: number, limit: number): number {
  let at = start;
  for (let open = 1; ; ) {
    if (isEnd(bytes, at, limit)) {
      if (--open === 0) return at;
      at += 2;
      continue;
    }
    const header = readHeader(bytes, at, limit);
    at = header.contentStart;
    if (header.length >= 0) at += header.length;
    else if (++open > MAX_INDEFINITE) throw fail(at, 'too-deep');
  }
}

/** One element: `bytes` as in the input with tag and length, `content` without. */
export class Asn1 {
  readonly source: Uint8Array;
  readonly start: number;
  readonly end: number;
  /** 0 universal, 1 application, 2 context-specific, 3 private. */
  readonly tagClass: number;
  readonly constructed: boolean;
  readonly tag: number;
  readonly indefinite: boolean;
  readonly #contentStart: number;
  readonly #contentEnd: number;
  #children: readonly Asn1[] | null = null;

  constructor(source: Uint8Array, start: number, limit: number) {
    const header = readHeader(source, start, limit);
    this.source = source;
    this.start = start;
    this.tagClass = header.tagClass;
    this.constructed = header.constructed;
    this.tag = header.tag;
    this.indefinite = header.length < 0;
    this.#contentStart = header.contentStart;
    this.#contentEnd = this.indefinite
      ? indefiniteEnd(source, header.contentStart, limit)
      : header.contentStart + header.length;
    this.end = this.#contentEnd + (this.indefinite ? 2 : 0);
  }

  get bytes(): Uint8Array {
    return this.source.subarray(this.start, this.end);
  }

  get content(): Uint8Array {
    return this.source.subarray(this.#contentStart, this.#contentEnd);
  }

  /** The elements inside. @throws `esign.malformed-asn1` */
  get children(): readonly Asn1[] {
    if (this.#children) return this.#children;
    if (!this.constructed) throw fail(this.start, 'primitive');
    const children: Asn1[] = [];
    for (let at = this.#contentStart; at < this.#contentEnd; ) {
      const child = new Asn1(this.source, at, this.#contentEnd);
      children.push(child);
      at = child.end;
    }
    this.#children = children;
    return children;
  }

  /** Universal `tag`, in a form that X.690 allows it. */
  is(tag: number): boolean {
    const form = FORM.get(tag) ?? this.constructed;
    return this.tagClass === 0 && this.tag === tag && this.constructed === form;
  }

  /** Context-specific [`tag`]. */
  isContext(tag: number): boolean {
    return this.tagClass === 2 && this.tag === tag;
  }

  /** The child at `index`. @throws `esign.malformed-asn1` where there is none */
  at(index: number): Asn1 {
    const child = this.children[index];
    if (!child) throw fail(this.start, `element-${index}-missing`);
    return child;
  }

  /** The child under context-specific [`tag`], or null. */
  context(tag: number): Asn1 | null {
    return this.children.find((child) => child.isContext(tag)) ?? null;
  }

  /** This element, where it has universal `tag`. @throws `esign.malformed-asn1` otherwise */
  expect(tag: number): Asn1 {
    if (!this.is(tag)) throw fail(this.start, `tag-${this.tagClass}/${this.tag}-not-${tag}`);
    return this;
  }
}

/** Universal tags, X.680 table 1. */
export const TAG = {
  BOOLEAN: 1,
  INTEGER: 2,
  BIT_STRING: 3,
  OCTET_STRING: 4,
  NULL: 5,
  OID: 6,
  ENUMERATED: 10,
  UTF8_STRING: 12,
  SEQUENCE: 16,
  SET: 17,
  PRINTABLE_STRING: 19,
  IA5_STRING: 22,
  UTC_TIME: 23,
  GENERALIZED_TIME: 24,
  UNIVERSAL_STRING: 28,
  BMP_STRING: 30,
} as const;

/** Types that are always constructed, and those that never are; strings may be either. */
const FORM: ReadonlyMap<number, boolean> = new Map([
  [TAG.SEQUENCE, true],
  [TAG.SET, true],
  [TAG.BOOLEAN, false],
  [TAG.INTEGER, false],
  [TAG.NULL, false],
  [TAG.OID, false],
  [TAG.ENUMERATED, false],
]);

/** The first element of `bytes`; what follows it (padding of a fixed-size field) is left alone. @throws `esign.malformed-asn1` */
export const readAsn1 = (bytes: Uint8Array): Asn1 => new Asn1(bytes, 0, bytes.length);
