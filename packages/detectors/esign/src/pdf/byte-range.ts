import type { PdfHistory } from '@jianzhen/pdf';

/** A stretch of the file, in bytes; the end is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What is wrong with a byte range; each makes the signature's cover doubtful, whatever the digest says. */
export type ByteRangeProblem =
  /** No array of whole numbers, two for each stretch. */
  | 'malformed'
  /** Other than two stretches. */
  | 'stretches'
  | 'outside-file'
  | 'not-from-start'
  | 'overlap'
  /** The gap is not the signature's own Contents with its delimiters: something else may hide in it. */
  | 'gap'
  /** It ends inside what was saved, so that a part of the signed state is not covered. */
  | 'not-to-end';

/** ByteRange of a signature dictionary (ISO 32000-2, table 255), judged. */
export interface ByteRange {
  /** What was digested, in the order given; empty where it cannot be. */
  readonly spans: readonly Span[];
  /** Where the signed state of the file ends, in bytes; 0 where the file has no such place. */
  readonly end: number;
  readonly problems: readonly ByteRangeProblem[];
}

/**
 * Judges a ByteRange by itself and by the place of the Contents string (delimiters included) that it must leave out.
 * Whether it reaches the end of a revision is told by `reachesEndOfRevision`.
 */
export function judgeByteRange(
  numbers: readonly unknown[],
  contents: Span | null,
  length: number,
): ByteRange {
  const whole = numbers.every(
    (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0,
  );
  if (!whole || numbers.length < 2 || numbers.length % 2 !== 0 || numbers.length > 64)
    return { spans: [], end: 0, problems: ['malformed'] };
  const values = numbers as readonly number[];
  const spans: Span[] = [];
  for (let i = 0; i < values.length; i += 2)
    spans.push({ start: values[i]!, end: values[i]! + values[i + 1]! });
  const end = Math.max(...spans.map((span) => span.end));
  // What there is of it is digested all the same, as readers do.
  const there = (at: number) => Math.min(at, length);
  if (end > length) {
    const clipped = spans.map((span) => ({ start: there(span.start), end: there(span.end) }));
    return { spans: clipped, end: 0, problems: ['outside-file'] };
  }
  const problems: ByteRangeProblem[] = [];
  if (spans.length !== 2) problems.push('stretches');
  if (spans[0]!.start !== 0) problems.push('not-from-start');
  if (spans.some((span, i) => i > 0 && span.start < spans[i - 1]!.end)) problems.push('overlap');
  const exact = contents !== null && spans[0]!.end === contents.start && spans[1]?.start === contents.end;
  if (spans.length === 2 && !exact) problems.push('gap');
  return { spans, end, problems };
}

/**
 * Whether `end` closes the revision that a reader of the first `end` bytes would see: behind its end-of-file marker
 * nothing but white space may lie. `signed` is the history of those bytes.
 */
export function reachesEndOfRevision(signed: PdfHistory, end: number): boolean {
  const last = signed.revisions.at(-1);
  if (!last || last.endOffset > end) return false;
  const bytes = signed.bytes;
  for (let at = last.endOffset; at < end; at++) if (!isSpace(bytes[at]!)) return false;
  return Buffer.from(bytes.buffer, bytes.byteOffset, last.endOffset)
    .subarray(-10)
    .toString('latin1')
    .trimEnd()
    .endsWith('%%EOF');
}

export function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0 || (byte >= 9 && byte <= 13);
}
