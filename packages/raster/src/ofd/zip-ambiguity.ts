import { LOCAL, type Zip, type ZipEntry } from './zip.ts';

/**
 * Why two ZIP readers may see two different archives (as in Android's "master key", CVE-2013-4787, where the first of two
 * entries of a name was verified and the second installed):
 * `duplicate`: two entries of one name, or of names that differ in case or slashes only;
 * `local-header`: the header before an entry's data differs from the directory's;
 * `overlap`: two entries share octets; `hidden-entry`: a local header that the directory does not list;
 * `end-record`: the directory's own place or length can be read in two ways.
 */
export interface ZipAmbiguity {
  readonly kind: 'duplicate' | 'local-header' | 'overlap' | 'hidden-entry' | 'end-record';
  /** The entry's name, or what can be said instead. */
  readonly detail: string;
}

const LOCAL_LENGTH = 30;
const HAS_DESCRIPTOR = 8;
/** Signature, CRC and two sizes, the latter in 64 bits at most. */
const DESCRIPTOR_MAX = 24;
const END_LENGTH = 22;

export function findAmbiguities(bytes: Uint8Array, zip: Zip): readonly ZipAmbiguity[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return [
    ...duplicates(zip.directory),
    ...localHeaders(bytes, view, zip.directory),
    ...gaps(bytes, view, zip),
    ...endRecord(bytes, view, zip),
  ];
}

function duplicates(directory: readonly ZipEntry[]): ZipAmbiguity[] {
  const seen = new Set<string>();
  // A folder named twice hides nothing.
  const files = directory.filter(({ name }) => !name.endsWith('/'));
  return files.flatMap(({ name }) => {
    const plain = name.normalize('NFC').toLowerCase().replaceAll(/\/+/g, '/');
    if (!seen.has(plain)) {
      seen.add(plain);
      return [];
    }
    return [{ kind: 'duplicate' as const, detail: name }];
  });
}

function localHeaders(bytes: Uint8Array, view: DataView, directory: readonly ZipEntry[]): ZipAmbiguity[] {
  return directory.flatMap((entry) =>
    sameAsLocal(bytes, view, entry) ? [] : [{ kind: 'local-header' as const, detail: entry.name }],
  );
}

function sameAsLocal(bytes: Uint8Array, view: DataView, entry: ZipEntry): boolean {
  const at = entry.offset;
  if (at + LOCAL_LENGTH > bytes.length || view.getUint32(at, true) !== LOCAL) return false;
  const name = bytes.subarray(at + LOCAL_LENGTH, at + LOCAL_LENGTH + view.getUint16(at + 26, true));
  if (Buffer.compare(name, entry.rawName) !== 0 || view.getUint16(at + 8, true) !== entry.method)
    return false;
  // Where sizes follow the data, the header may leave them out.
  const told = [view.getUint32(at + 14, true), view.getUint32(at + 18, true), view.getUint32(at + 22, true)];
  const meant = [entry.crc, entry.compressed, entry.size];
  const later = (view.getUint16(at + 6, true) & HAS_DESCRIPTOR) !== 0;
  return told.every((value, i) => value === meant[i] || (later && value === 0));
}

/** Entries one after another up to the directory: what lies between them must hold no further entry. */
function gaps(bytes: Uint8Array, view: DataView, { directory, bounds }: Zip): ZipAmbiguity[] {
  const out: ZipAmbiguity[] = [];
  let at = 0;
  const visit = (offset: number, end: number, name: string) => {
    if (offset < at) out.push({ kind: 'overlap', detail: name });
    else if (hasLocalHeader(bytes.subarray(at, offset)))
      out.push({ kind: 'hidden-entry', detail: `octet ${at}` });
    at = Math.max(at, end);
  };
  for (const entry of [...directory].sort((a, b) => a.offset - b.offset))
    visit(entry.offset, endOf(view, entry, bytes.length), entry.name);
  visit(bounds.start, bounds.end, 'the directory');
  return out;
}

function endOf(view: DataView, { offset, compressed }: ZipEntry, length: number): number {
  if (offset + LOCAL_LENGTH > length) return length;
  return (
    offset + LOCAL_LENGTH + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true) + compressed
  );
}

function hasLocalHeader(gap: Uint8Array): boolean {
  return (
    gap.length > DESCRIPTOR_MAX &&
    Buffer.from(gap.buffer, gap.byteOffset, gap.length).includes('PK\x03\x04', 0, 'latin1')
  );
}

/**
 * The directory must end where its record begins: else some readers count all places from elsewhere. Octets after the
 * record are padding, unless there is a second record for readers who pass over the first.
 */
function endRecord(bytes: Uint8Array, view: DataView, { bounds }: Zip): ZipAmbiguity[] {
  const { record, start, end } = bounds;
  const told = start + view.getUint32(record + 12, true);
  const padded = record + END_LENGTH + view.getUint16(record + 20, true) !== bytes.length;
  const before = Buffer.from(bytes.buffer, bytes.byteOffset, record);
  const second = padded && before.includes('PK\x05\x06', 0, 'latin1');
  if (told === record && end === record && !second) return [];
  return [{ kind: 'end-record', detail: `octet ${record}` }];
}
