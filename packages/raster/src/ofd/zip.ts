import { crc32, inflateRawSync } from 'node:zlib';
import { errors } from '../errors.ts';

/** What an archive may hold. A voucher's OFD has some dozens of entries and some megabytes. */
export interface ZipLimits {
  readonly entries: number;
  /** Inflated bytes of one entry. */
  readonly entryBytes: number;
  /** Inflated bytes of all entries that are read. */
  readonly totalBytes: number;
}

export const ZIP_LIMITS: ZipLimits = { entries: 5_000, entryBytes: 64 << 20, totalBytes: 256 << 20 };

/** An entry as the central directory tells of it. */
export interface ZipEntry {
  /** With slashes and without a leading one. */
  readonly name: string;
  /** The name's octets as they stand in the directory. */
  readonly rawName: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly compressed: number;
  readonly size: number;
  /** Of the local header. */
  readonly offset: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
export const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

/**
 * A ZIP (APPNOTE 6.3) in memory, read through its central directory. Entries are inflated when asked for, against limits
 * that are checked while inflating: what the headers claim is not trusted.
 * Errors: `ofd.broken`, `ofd.bomb`, `ofd.path-traversal`.
 */
export class Zip {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #entries = new Map<string, ZipEntry>();
  readonly #limits: ZipLimits;
  #left: number;
  /** All entries in the directory's order, doubles included; of doubles, `read` takes the last. */
  readonly directory: readonly ZipEntry[];
  /** Where the directory begins and ends, and where its end record begins. */
  readonly bounds: { readonly start: number; readonly end: number; readonly record: number };

  constructor(bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#limits = limits;
    this.#left = limits.totalBytes;
    try {
      ({ directory: this.directory, bounds: this.bounds } = this.#readDirectory());
    } catch (error) {
      if (error instanceof RangeError) throw broken('a truncated archive directory');
      throw error;
    }
    for (const entry of this.directory) this.#entries.set(entry.name, entry);
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** An entry's bytes, or null where there is none of that name. */
  read(name: string): Uint8Array | null {
    const entry = this.#entries.get(name);
    if (!entry) return null;
    const data = this.#dataOf(entry);
    if (entry.method === STORED) return data;
    if (entry.method !== DEFLATED) throw broken(`compression method ${entry.method}`);
    const allowed = Math.min(this.#limits.entryBytes, this.#left);
    const out = inflate(data, allowed, name);
    this.#left -= out.length;
    return out;
  }

  /** As `read`, but only where length and CRC are what the directory says: other readers may go by those. */
  readExact(name: string): Uint8Array | null {
    const entry = this.#entries.get(name);
    const out = this.read(name);
    if (!entry || !out) return null;
    if (entry.flags & ENCRYPTED || out.length !== entry.size || crc32(out) !== entry.crc)
      throw broken(`${name} is not what the archive's directory says`);
    return out;
  }

  #dataOf(entry: ZipEntry): Uint8Array {
    const at = entry.offset;
    if (at + 30 > this.#bytes.length || this.#view.getUint32(at, true) !== LOCAL)
      throw broken('a lost entry');
    const start = at + 30 + this.#view.getUint16(at + 26, true) + this.#view.getUint16(at + 28, true);
    if (start + entry.compressed > this.#bytes.length) throw broken('a truncated entry');
    return this.#bytes.subarray(start, start + entry.compressed);
  }

  #readDirectory(): Pick<Zip, 'directory' | 'bounds'> {
    const record = this.#endRecord();
    const count = this.#view.getUint16(record + 10, true);
    if (count > this.#limits.entries) throw errors('ofd.bomb', { detail: `${count} entries` });
    const start = this.#view.getUint32(record + 16, true);
    const directory: ZipEntry[] = [];
    let at = start;
    for (let i = 0; i < count; i++) {
      if (this.#view.getUint32(at, true) !== CENTRAL) throw broken('a damaged archive directory');
      const nameLength = this.#view.getUint16(at + 28, true);
      const rawName = this.#bytes.subarray(at + 46, at + 46 + nameLength);
      directory.push({
        name: safeName(Buffer.from(rawName).toString('utf8')),
        rawName,
        flags: this.#view.getUint16(at + 8, true),
        method: this.#view.getUint16(at + 10, true),
        crc: this.#view.getUint32(at + 16, true),
        compressed: this.#view.getUint32(at + 20, true),
        size: this.#view.getUint32(at + 24, true),
        offset: this.#view.getUint32(at + 42, true),
      });
      at += 46 + nameLength + this.#view.getUint16(at + 30, true) + this.#view.getUint16(at + 32, true);
    }
    return { directory, bounds: { start, end: at, record } };
  }

  #endRecord(): number {
    const lowest = Math.max(0, this.#bytes.length - 22 - 0xffff);
    for (let at = this.#bytes.length - 22; at >= lowest; at--)
      if (this.#view.getUint32(at, true) === END) return at;
    throw broken('no archive directory');
  }
}

function inflate(data: Uint8Array, allowed: number, name: string): Uint8Array {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, allowed) });
  } catch (error) {
    const tooLong = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    if (tooLong) throw errors('ofd.bomb', { detail: `${name} inflates to more than ${allowed} bytes` });
    throw broken(`${name} does not inflate`);
  }
}

/** Names by slashes, without a leading one. Nothing is ever written to disk; a path that leaves the archive is refused all the same. */
function safeName(raw: string): string {
  const name = raw.replaceAll('\\', '/').replace(/^\/+/, '');
  if (name.split('/').includes('..') || /^[a-z]:/i.test(name))
    throw errors('ofd.path-traversal', { path: raw.slice(0, 200) });
  return name;
}

function broken(detail: string) {
  return errors('ofd.broken', { detail });
}
