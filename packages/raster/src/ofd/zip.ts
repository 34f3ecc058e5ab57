import { inflateRawSync } from 'node:zlib';
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

interface ZipEntry {
  readonly method: number;
  readonly compressed: number;
  readonly offset: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

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

  constructor(bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#limits = limits;
    this.#left = limits.totalBytes;
    try {
      this.#readDirectory();
    } catch (error) {
      if (error instanceof RangeError) throw broken('a truncated archive directory');
      throw error;
    }
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

  #dataOf(entry: ZipEntry): Uint8Array {
    const at = entry.offset;
    if (at + 30 > this.#bytes.length || this.#view.getUint32(at, true) !== LOCAL)
      throw broken('a lost entry');
    const start = at + 30 + this.#view.getUint16(at + 26, true) + this.#view.getUint16(at + 28, true);
    if (start + entry.compressed > this.#bytes.length) throw broken('a truncated entry');
    return this.#bytes.subarray(start, start + entry.compressed);
  }

  #readDirectory(): void {
    const end = this.#endRecord();
    const count = this.#view.getUint16(end + 10, true);
    if (count > this.#limits.entries) throw errors('ofd.bomb', { detail: `${count} entries` });
    let at = this.#view.getUint32(end + 16, true);
    for (let i = 0; i < count; i++) {
      if (this.#view.getUint32(at, true) !== CENTRAL) throw broken('a damaged archive directory');
      const nameLength = this.#view.getUint16(at + 28, true);
      const name = safeName(
        Buffer.from(this.#bytes.subarray(at + 46, at + 46 + nameLength)).toString('utf8'),
      );
      this.#entries.set(name, {
        method: this.#view.getUint16(at + 10, true),
        compressed: this.#view.getUint32(at + 20, true),
        offset: this.#view.getUint32(at + 42, true),
      });
      at += 46 + nameLength + this.#view.getUint16(at + 30, true) + this.#view.getUint16(at + 32, true);
    }
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
