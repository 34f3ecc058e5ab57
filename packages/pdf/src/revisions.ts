import type { StreamDecoder } from './filters.ts';
import type { Revision } from './revision.ts';
import { scanRevisions } from './scan.ts';
import { type PdfDict, PdfSyntaxError } from './values.ts';
import { type Entry, readSections, type Section } from './xref.ts';

interface EndMark {
  /** What `startxref` says. */
  readonly start: number;
  /** Behind `%%EOF` and its end of line. */
  readonly end: number;
}

/** The file's revisions, oldest first. A file whose cross-references are broken is scanned for objects, as readers do. */
export function readRevisions(
  bytes: Uint8Array,
  decoder: StreamDecoder,
): { readonly revisions: Revision[]; readonly scanned: boolean } {
  const marks = endMarks(bytes);
  const last = marks.at(-1);
  if (last) {
    for (const base of new Set([0, headerOffset(bytes)])) {
      try {
        const sections = readSections(bytes.subarray(base), last.start, decoder);
        return { revisions: group(sections, marks, bytes.length, base), scanned: false };
      } catch (error) {
        if (!(error instanceof PdfSyntaxError)) throw error;
      }
    }
  }
  const ends = marks.map((mark) => mark.end);
  return { revisions: scanRevisions(bytes, ends), scanned: true };
}

/** Junk before the header shifts every offset of some files. */
function headerOffset(bytes: Uint8Array): number {
  return Math.max(0, Buffer.from(bytes.buffer, bytes.byteOffset, 1024).indexOf('%PDF-'));
}

function endMarks(bytes: Uint8Array): EndMark[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const marks: EndMark[] = [];
  for (const match of text.matchAll(/startxref\s{1,20}(\d{1,12})\s{1,20}%%EOF(\r\n|\r|\n)?/g)) {
    marks.push({ start: Number(match[1]), end: match.index + match[0].length });
  }
  return marks;
}

/**
 * Sections (newest first) into revisions (oldest first). A linearised file's first-page section refers forward to the
 * main one (ISO 32000-2, annex F): both are one revision.
 */
function group(
  sections: readonly Section[],
  marks: readonly EndMark[],
  length: number,
  base: number,
): Revision[] {
  const revisions: Revision[] = [];
  let entries = new Map<number, Entry>();
  let trailer: PdfDict | null = null;
  let end = 0;
  sections.forEach((section, i) => {
    for (const [number, entry] of section.entries)
      if (!entries.has(number)) entries.set(number, shift(entry, base));
    trailer ??= section.trailer;
    end = Math.max(end, marks.findLast((mark) => mark.start === section.offset)?.end ?? 0);
    const older = sections[i + 1];
    if (older && older.offset > section.offset) return;
    revisions.push({ endOffset: end || length, entries, trailer: trailer as PdfDict });
    entries = new Map();
    trailer = null;
    end = 0;
  });
  return revisions.reverse();
}

function shift(entry: Entry, base: number): Entry {
  return base > 0 && 'offset' in entry ? { offset: entry.offset + base } : entry;
}
