import { readFileSync } from 'node:fs';
import { constants, crc32, deflateRawSync } from 'node:zlib';

/** A small committed picture, 96 × 64. */
export function fixture(name: string): Buffer {
  return readFileSync(new URL(`../fixtures/${name}`, import.meta.url));
}

/** Mulberry32: bytes that are the same on every run. */
export function noise(length: number, seed: number): Buffer {
  const out = Buffer.alloc(length);
  let state = seed;
  for (let i = 0; i < length; i++) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    out[i] = (mixed ^ (mixed >>> 14)) & 0xff;
  }
  return out;
}

export function uint32(value: number): Buffer {
  const out = Buffer.alloc(4);
  out.writeUInt32BE(value);
  return out;
}

export function uint16(value: number): Buffer {
  const out = Buffer.alloc(2);
  out.writeUInt16BE(value);
  return out;
}

export function pngChunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([uint32(data.length), body, uint32(crc32(body))]);
}

export function png(...chunks: Buffer[]): Buffer {
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    ...chunks,
    pngChunk('IEND', new Uint8Array(0)),
  ]);
}

export function pngHeader(width: number, height: number, depth: number, colour: number): Buffer {
  return pngChunk(
    'IHDR',
    Buffer.concat([uint32(width), uint32(height), Buffer.from([depth, colour, 0, 0, 0])]),
  );
}

export function jpegSegment(marker: number, payload: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([0xff, marker]), uint16(payload.length + 2), payload]);
}

/** Puts segments right behind SOI. */
export function withSegments(jpeg: Buffer, ...segments: Buffer[]): Buffer {
  return Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);
}

/** Offset of the first marker of that kind in the header. */
export function markerAt(jpeg: Buffer, marker: number): number {
  for (let at = 2; at < jpeg.length; at += 2 + jpeg.readUInt16BE(at + 2))
    if (jpeg[at + 1] === marker) return at;
  throw new RangeError(`no marker ${marker.toString(16)}`);
}

/** Raw deflate data of `mebibytes` times 2^20 equal bytes: one flushed block, again and again. */
export function deflateBomb(mebibytes: number, byte = 0): Buffer {
  const block = deflateRawSync(Buffer.alloc(1 << 20, byte), { finishFlush: constants.Z_SYNC_FLUSH });
  return Buffer.concat([...Array.from({ length: mebibytes }, () => block), Buffer.from([3, 0])]);
}

/** The same as a zlib stream, without its checksum: it is to be stopped long before that. */
export function zlibBomb(mebibytes: number, byte = 0): Buffer {
  return Buffer.concat([Buffer.from([0x78, 0x9c]), deflateBomb(mebibytes, byte)]);
}
