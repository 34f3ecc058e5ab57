import { errors } from '../errors.ts';
import type { RandomAccess } from './access.ts';
import {
  CENTRAL,
  CENTRAL_BYTES,
  ENCRYPTED,
  END,
  END_BYTES,
  END64,
  END64_BYTES,
  END64_LOCATOR,
  LOCATOR_BYTES,
  MAX16,
  MAX32,
} from './format.ts';

export interface ZipEntry {
  readonly path: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
  /** A folder's own entry, which holds nothing. */
  readonly folder: boolean;
  readonly encrypted: boolean;
}

/** A directory larger than that is no package's. */
const LARGEST_DIRECTORY = 512 << 20;
const broken = (detail: string) => errors('leads.zip-unreadable', { detail });

/** The entries in the directory's order. @throws CodedError `leads.zip-unreadable` */
export async function readDirectory(file: RandomAccess): Promise<ZipEntry[]> {
  const { count, start, bytes } = await findDirectory(file);
  if (bytes > LARGEST_DIRECTORY || start + bytes > file.size) throw broken('directory beyond the end');
  const directory = Buffer.from(await file.read(start, bytes));
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + CENTRAL_BYTES > bytes || directory.readUInt32LE(at) !== CENTRAL) throw broken(`entry ${i + 1}`);
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((field) =>
      directory.readUInt16LE(at + field),
    );
    const next = at + CENTRAL_BYTES + nameBytes! + extraBytes! + commentBytes!;
    if (next > bytes) throw broken(`entry ${i + 1}`);
    const name = directory.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameBytes!);
    const path = name.toString('utf8');
    if (!Buffer.from(path).equals(name)) throw broken(`entry ${i + 1}: its name is not UTF-8`);
    const extra = directory.subarray(at + CENTRAL_BYTES + nameBytes!, next - commentBytes!);
    const fields = [24, 20, 42].map((field) => directory.readUInt32LE(at + field));
    const [size, packed, offset] = wide(fields, extra, i);
    entries.push({
      path,
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      packed: packed!,
      size: size!,
      offset: offset!,
      folder: path.endsWith('/'),
      encrypted: (directory.readUInt16LE(at + 8) & ENCRYPTED) !== 0,
    });
    at = next;
  }
  if (at !== bytes) throw broken('directory');
  return entries;
}

/** Size, packed size and offset, those that are too large for 32 bits from ZIP64's extra field, where they follow in this order. */
function wide(fields: readonly number[], extra: Buffer, index: number): number[] {
  let at = 0;
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== 1) at += 4 + extra.readUInt16LE(at + 2);
  let next = at + 4;
  return fields.map((value) => {
    if (value !== MAX32) return value;
    if (next + 8 > extra.length) throw broken(`entry ${index + 1}: ZIP64`);
    const large = Number(extra.readBigUInt64LE(next));
    next += 8;
    return large;
  });
}

async function findDirectory(file: RandomAccess): Promise<{ count: number; start: number; bytes: number }> {
  const tailBytes = Math.min(file.size, END_BYTES + MAX16);
  if (tailBytes < END_BYTES) throw broken('too short');
  const tail = Buffer.from(await file.read(file.size - tailBytes, tailBytes));
  let at = tailBytes - END_BYTES;
  // The record ends the file with its comment: a signature inside a comment is none.
  while (
    at >= 0 &&
    !(tail.readUInt32LE(at) === END && at + END_BYTES + tail.readUInt16LE(at + 20) === tailBytes)
  )
    at--;
  if (at < 0) throw broken('no directory');
  const found = {
    count: tail.readUInt16LE(at + 10),
    bytes: tail.readUInt32LE(at + 12),
    start: tail.readUInt32LE(at + 16),
  };
  if (found.count !== MAX16 && found.bytes !== MAX32 && found.start !== MAX32) return found;
  const locatorAt = file.size - tailBytes + at - LOCATOR_BYTES;
  if (locatorAt < 0) throw broken('ZIP64');
  const locator = Buffer.from(await file.read(locatorAt, LOCATOR_BYTES));
  if (locator.readUInt32LE(0) !== END64_LOCATOR) return found;
  const end64At = Number(locator.readBigUInt64LE(8));
  if (end64At + END64_BYTES > file.size) throw broken('ZIP64');
  const end64 = Buffer.from(await file.read(end64At, END64_BYTES));
  if (end64.readUInt32LE(0) !== END64) throw broken('ZIP64');
  const [count, bytes, start] = [32, 40, 48].map((field) => Number(end64.readBigUInt64LE(field)));
  return { count: count!, bytes: bytes!, start: start! };
}
