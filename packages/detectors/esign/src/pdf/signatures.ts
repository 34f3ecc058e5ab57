import {
  dictOf,
  isArray,
  isDict,
  nameOf,
  type PdfDict,
  type PdfHistory,
  PdfString,
  type PdfValue,
} from '@jianzhen/pdf';
import { type ByteRange, judgeByteRange, type Span } from './byte-range.ts';
import { locateContents } from './contents.ts';
import { type Field, formOf } from './fields.ts';

/** A signature dictionary (ISO 32000-2, 12.8.1) with what refers to it. */
export interface FoundSignature {
  readonly dict: PdfDict;
  readonly range: ByteRange;
  /** What Contents holds, padding included; empty where there is none. */
  readonly contents: Uint8Array;
  /** Where Contents lies; null where it lies nowhere in the file as such. */
  readonly span: Span | null;
  /** Fields of the newest revision, else of the newest that has any, whose value it is. None: an orphan. */
  readonly fields: readonly Field[];
  /** The newest revision has such a field. */
  readonly current: boolean;
}

interface Candidate {
  readonly dict: PdfDict;
  readonly key: string;
  readonly contents: Uint8Array;
  readonly span: Span | null;
}

const MAX_SIGNATURES = 200;
/** Revisions, newest first, whose forms are looked through. */
const MAX_FORMS = 64;

/**
 * All signatures of a file in the order in which they close: those of fields in any revision, and dictionaries that lie
 * in the bytes without any field. A dictionary written twice over the same bytes, as by whoever replaces its reason, is
 * one signature: what its own byte range leaves out is its Contents.
 */
export function findSignatures(history: PdfHistory): FoundSignature[] {
  const candidates = [...inBytes(history)];
  const described = new Map<PdfDict, Candidate>();
  const references: { readonly field: Field; readonly key: string; readonly k: number }[] = [];
  const oldest = Math.max(0, history.newest - MAX_FORMS + 1);
  for (let k = history.newest; k >= oldest; k--) {
    for (const field of formOf(history, k).fields) {
      const dict = dictOf(history.resolve(field.value, k));
      if (!dict || !isSignature(dict, field)) continue;
      // Any number of fields may name one dictionary of any size.
      const candidate = described.get(dict) ?? { ...describe(dict, history, k), span: null };
      described.set(dict, candidate);
      references.push({ field, key: candidate.key, k });
      if (!candidates.some(({ key }) => key === candidate.key)) candidates.push(candidate);
    }
  }
  const groups = Map.groupBy(candidates, ({ key }) => key);
  const found = [...groups.values()].map((group) => {
    const judged = group.map((candidate) => ({ candidate, range: rangeOf(candidate, history) }));
    const { candidate, range } = judged.find((item) => item.range.problems.length === 0) ?? judged[0]!;
    const referring = references.filter(({ key }) => key === candidate.key);
    const newest = referring[0]?.k;
    const fields = referring.filter(({ k }) => k === newest).map(({ field }) => field);
    const { dict, contents, span } = candidate;
    return { dict, range, contents, span, fields, current: newest === history.newest };
  });
  return found.sort((a, b) => a.range.end - b.range.end).slice(0, MAX_SIGNATURES);
}

/** A value of a field that claims to be a signature, complete or not. */
function isSignature(dict: PdfDict, field: Field): boolean {
  return dict.has('ByteRange') || dict.has('Contents') || (field.type === 'Sig' && dict.has('Filter'));
}

/** Dictionaries in the open: one in an object stream cannot have its Contents in the gap of its byte range. */
function* inBytes(history: PdfHistory): Generator<Candidate> {
  const { bytes } = history;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const seen = new Set<number>();
  let object = -1;
  for (const match of text.matchAll(/obj|\/ByteRange/g)) {
    if (match[0] === 'obj') {
      if (text[match.index - 1] !== 'd') object = match.index;
      continue;
    }
    const offset = headerBefore(text, object);
    if (offset === null || seen.has(offset)) continue;
    if (seen.size >= MAX_SIGNATURES) return;
    seen.add(offset);
    const dict = signatureIn(history.readAt(offset)?.value ?? null, history);
    if (!dict) continue;
    const described = describe(dict, history, history.newest);
    const located = locateContents(bytes, offset, described.contents);
    yield { ...described, span: located?.span ?? null };
  }
}

/** Offset of the `n g` before the word `obj` at `word`. */
function headerBefore(text: string, word: number): number | null {
  const from = Math.max(0, word - 24);
  const match = /(?<!\d)\d{1,10}\s+\d{1,5}\s+$/.exec(text.slice(from, Math.max(0, word)));
  return match ? from + match.index : null;
}

/** The dictionary itself, or the value written into a field. */
function signatureIn(value: PdfValue, history: PdfHistory): PdfDict | null {
  if (!isDict(value)) return null;
  if (value.has('ByteRange')) return value;
  const inner = history.resolve(value.get('V'), history.newest);
  return isDict(inner) && inner.has('ByteRange') && isDict(value.get('V')) ? inner : null;
}

function describe(dict: PdfDict, history: PdfHistory, k: number): Omit<Candidate, 'span'> {
  const held = history.resolve(dict.get('Contents'), k);
  const contents = held instanceof PdfString ? held.bytes : new Uint8Array(0);
  const numbers = numbersOf(dict, history, k);
  const key = `${numbers.join(' ')}|${Buffer.from(contents).toString('base64')}`;
  return { dict, contents, key };
}

function numbersOf(dict: PdfDict, history: PdfHistory, k: number): readonly PdfValue[] {
  const range = history.resolve(dict.get('ByteRange'), k);
  return isArray(range) ? range.slice(0, 65).map((item) => history.resolve(item, k)) : [];
}

function rangeOf({ dict, span }: Candidate, history: PdfHistory): ByteRange {
  return judgeByteRange(numbersOf(dict, history, history.newest), span, history.bytes.length);
}

/** What a signature dictionary says of its coding; null where it says nothing. */
export function subFilterOf(dict: PdfDict, history: PdfHistory): string | null {
  return nameOf(history.resolve(dict.get('SubFilter'), history.newest));
}
