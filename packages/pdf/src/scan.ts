import { Parser } from './parser.ts';
import type { Revision } from './revision.ts';
import { isDict, type PdfDict, PdfSyntaxError } from './values.ts';
import type { Entry } from './xref.ts';

const MAX_OBJECTS = 1_000_000;

/**
 * Revisions of a file without usable cross-references: every `n g obj` by its place, cut at the ends of file marks;
 * later ones win. Objects inside object streams stay unknown.
 */
export function scanRevisions(bytes: Uint8Array, ends: readonly number[]): Revision[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const cuts = [...ends.filter((end) => end < bytes.length), bytes.length];
  const parts = cuts.map(() => new Map<number, Entry>());
  let part = 0;
  let count = 0;
  for (const match of text.matchAll(/(?<![0-9])(\d{1,9})[ \t\r\n]{1,4}\d{1,5}[ \t\r\n]{1,4}obj\b/g)) {
    if (++count > MAX_OBJECTS) break;
    while (part < cuts.length - 1 && match.index >= cuts[part]!) part++;
    parts[part]!.set(Number(match[1]), { offset: match.index });
  }
  return parts
    .map((entries, i) => ({
      endOffset: cuts[i]!,
      entries,
      trailer: trailerIn(bytes, text, i > 0 ? cuts[i - 1]! : 0, cuts[i]!),
    }))
    .filter((revision) => revision.entries.size > 0);
}

function trailerIn(bytes: Uint8Array, text: string, start: number, end: number): PdfDict {
  const at = text.lastIndexOf('trailer', end);
  if (at < start) return new Map();
  try {
    const value = new Parser(bytes, at + 'trailer'.length).value();
    return isDict(value) ? value : new Map();
  } catch (error) {
    if (error instanceof PdfSyntaxError) return new Map();
    throw error;
  }
}
