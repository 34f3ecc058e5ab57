import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { errors } from '../errors.ts';
import type { RandomAccess } from './access.ts';
import { readDirectory, type ZipEntry } from './directory.ts';
import { DEFLATED, LOCAL, LOCAL_BYTES, STORED } from './format.ts';

export interface ZipReader {
  readonly entries: readonly ZipEntry[];
  /** What the entry holds, unpacked as it is read; its size and CRC are checked. @throws CodedError `leads.zip-unreadable` */
  open(entry: ZipEntry): AsyncGenerator<Uint8Array>;
}

const PIECE = 1 << 18;
const broken = (detail: string) => errors('leads.zip-unreadable', { detail });

/** @throws CodedError `leads.zip-unreadable` */
export async function openZip(file: RandomAccess): Promise<ZipReader> {
  const entries = await readDirectory(file);
  return { entries, open: (entry) => content(file, entry) };
}

async function* content(file: RandomAccess, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const raw = packed(file, entry);
  const source = entry.method === STORED ? raw : entry.method === DEFLATED ? inflated(raw) : null;
  if (!source) throw broken(`${entry.path}: method ${entry.method}`);
  let [crc, size] = [0, 0];
  try {
    for await (const chunk of source) {
      crc = crc32(chunk, crc);
      size += chunk.length;
      // A bomb says little and unpacks to much.
      if (size > entry.size) throw broken(`${entry.path}: longer than its directory says`);
      yield chunk;
    }
  } catch (cause) {
    if ((cause as { code?: unknown }).code === 'leads.zip-unreadable') throw cause;
    throw errors('leads.zip-unreadable', { detail: `${entry.path}: ${(cause as Error).message}` }, { cause });
  }
  if (size !== entry.size || crc !== entry.crc) throw broken(`${entry.path}: size or CRC`);
}

async function* packed(file: RandomAccess, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const header = Buffer.from(await file.read(entry.offset, LOCAL_BYTES));
  if (header.readUInt32LE(0) !== LOCAL) throw broken(`${entry.path}: no entry at its offset`);
  const nameBytes = header.readUInt16LE(26);
  const name = Buffer.from(await file.read(entry.offset + LOCAL_BYTES, nameBytes)).toString('utf8');
  // Readers that go by the entry and readers that go by the directory must see the same.
  if (name !== entry.path || header.readUInt16LE(8) !== entry.method)
    throw broken(`${entry.path}: entry and directory differ`);
  const start = entry.offset + LOCAL_BYTES + nameBytes + header.readUInt16LE(28);
  for (let at = 0; at < entry.packed; at += PIECE)
    yield await file.read(start + at, Math.min(PIECE, entry.packed - at));
}

async function* inflated(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const input = Readable.from(source);
  const inflate = createInflateRaw();
  input.once('error', (error) => inflate.destroy(error));
  yield* input.pipe(inflate);
}
