import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';
import type { ByteSource } from '../bag/digests.ts';
import { errors } from '../errors.ts';
import {
  CENTRAL,
  CENTRAL_BYTES,
  DEFLATED,
  DESCRIPTOR,
  DOS_DATE,
  END,
  END_BYTES,
  END64,
  END64_BYTES,
  END64_LOCATOR,
  FLAGS,
  LOCAL,
  LOCAL_BYTES,
  LOCATOR_BYTES,
  MAX16,
  MAX32,
  STORED,
} from './format.ts';

export interface ZipWriter {
  /** @throws CodedError `leads.entry-too-large` over 4 GiB */
  add(path: string, source: ByteSource): Promise<void>;
  /** The directory at the end. Nothing can be added afterwards. */
  finish(): Promise<void>;
}

interface Entry {
  readonly name: Buffer;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** What is compressed already gains nothing. */
const PACKED = /\.(jpe?g|png|webp|gif|avif|heic|pdf|ofd|zip|docx|xlsx|mp3|mp4|m4a|opus|ogg|amr)$/i;

/** A ZIP as a stream: `out` gets its bytes in order and is waited for, so that nothing piles up. */
export function createZipWriter(out: (bytes: Uint8Array) => Promise<void>): ZipWriter {
  const entries: Entry[] = [];
  let offset = 0;
  const put = async (bytes: Uint8Array) => {
    offset += bytes.length;
    await out(bytes);
  };

  return {
    async add(path, source) {
      const name = Buffer.from(path);
      const method = PACKED.test(path) ? STORED : DEFLATED;
      const start = offset;
      await put(Buffer.concat([localHeader(name, method), name]));
      let [crc, size, packed] = [0, 0, 0];
      async function* counted() {
        for await (const chunk of source) {
          crc = crc32(chunk, crc);
          size += chunk.length;
          yield chunk;
        }
      }
      for await (const chunk of method === STORED ? counted() : deflated(counted())) {
        packed += chunk.length;
        if (size > MAX32 || packed > MAX32) throw errors('leads.entry-too-large', { name: path });
        await put(chunk);
      }
      const descriptor = Buffer.alloc(16);
      [DESCRIPTOR, crc, packed, size].forEach((value, i) => void descriptor.writeUInt32LE(value, 4 * i));
      await put(descriptor);
      entries.push({ name, method, crc, packed, size, offset: start });
    },
    async finish() {
      const start = offset;
      for (const entry of entries) await put(centralHeader(entry));
      await put(ending(entries.length, start, offset - start));
    },
  };
}

async function* deflated(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const deflate = createDeflateRaw();
  const pumped = pipeline(source, deflate);
  // Whatever fails is told where the stream is read; the promise must not be left alone until then.
  pumped.catch(() => {});
  yield* deflate;
  await pumped;
}

function localHeader(name: Buffer, method: number): Buffer {
  const header = Buffer.alloc(LOCAL_BYTES);
  header.writeUInt32LE(LOCAL, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(FLAGS, 6);
  header.writeUInt16LE(method, 8);
  header.writeUInt16LE(DOS_DATE, 12);
  header.writeUInt16LE(name.length, 26);
  return header;
}

function centralHeader({ name, method, crc, packed, size, offset }: Entry): Buffer {
  // Only offsets can be beyond 32 bits here: then ZIP64's extra field has them.
  const far = offset >= MAX32;
  const extra = Buffer.alloc(far ? 12 : 0);
  if (far) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(8, 2);
    extra.writeBigUInt64LE(BigInt(offset), 4);
  }
  const header = Buffer.alloc(CENTRAL_BYTES);
  header.writeUInt32LE(CENTRAL, 0);
  header.writeUInt16LE(far ? 45 : 20, 4);
  header.writeUInt16LE(far ? 45 : 20, 6);
  header.writeUInt16LE(FLAGS, 8);
  header.writeUInt16LE(method, 10);
  header.writeUInt16LE(DOS_DATE, 14);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(packed, 20);
  header.writeUInt32LE(size, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt32LE(far ? MAX32 : offset, 42);
  return Buffer.concat([header, name, extra]);
}

function ending(count: number, start: number, bytes: number): Buffer {
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(Math.min(count, MAX16), 8);
  end.writeUInt16LE(Math.min(count, MAX16), 10);
  end.writeUInt32LE(Math.min(bytes, MAX32), 12);
  end.writeUInt32LE(Math.min(start, MAX32), 16);
  if (count < MAX16 && bytes < MAX32 && start < MAX32) return end;
  const end64 = Buffer.alloc(END64_BYTES);
  end64.writeUInt32LE(END64, 0);
  end64.writeBigUInt64LE(BigInt(END64_BYTES - 12), 4);
  end64.writeUInt16LE(45, 12);
  end64.writeUInt16LE(45, 14);
  end64.writeBigUInt64LE(BigInt(count), 24);
  end64.writeBigUInt64LE(BigInt(count), 32);
  end64.writeBigUInt64LE(BigInt(bytes), 40);
  end64.writeBigUInt64LE(BigInt(start), 48);
  const locator = Buffer.alloc(LOCATOR_BYTES);
  locator.writeUInt32LE(END64_LOCATOR, 0);
  locator.writeBigUInt64LE(BigInt(start + bytes), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([end64, locator, end]);
}
