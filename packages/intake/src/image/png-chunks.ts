import { inflateSync } from 'node:zlib';
import { Fields } from './text.ts';

export interface PngMetadata {
  readonly text: Record<string, string | number>;
  readonly xmp: string | null;
  /** eXIf chunk: a TIFF structure. */
  readonly exif: Uint8Array | null;
  /** Bytes behind IEND. */
  readonly trailing: number;
}

const MAX_CHUNKS = 100_000;
const MAX_TEXT = 1 << 20;

/** What a PNG's ancillary chunks say (W3C PNG, third edition, 11.3.3); pixel chunks are passed over unread. */
export function pngMetadata(bytes: Uint8Array): PngMetadata {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = new Fields();
  let xmp: string | null = null;
  let exif: Uint8Array | null = null;
  let at = 8;
  for (let count = 0; at + 12 <= bytes.length && count < MAX_CHUNKS; count++) {
    const length = view.getUint32(at);
    const type = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1');
    if (length > bytes.length - at - 12) break;
    const data = bytes.subarray(at + 8, at + 8 + length);
    at += 12 + length;
    if (type === 'IEND') return { text: text.toRecord(), xmp, exif, trailing: bytes.length - at };
    if (type === 'eXIf') exif ??= data;
    if (type === 'tEXt' || type === 'zTXt' || type === 'iTXt') {
      const entry = readText(type, data);
      if (entry?.keyword === 'XML:com.adobe.xmp') xmp ??= entry.value;
      else if (entry) text.set(entry.keyword, entry.value);
    }
  }
  return { text: text.toRecord(), xmp, exif, trailing: 0 };
}

function readText(type: string, data: Uint8Array): { keyword: string; value: string } | null {
  const end = data.indexOf(0);
  if (end < 1 || end > 79) return null;
  const keyword = Buffer.from(data.subarray(0, end)).toString('latin1');
  if (type === 'tEXt') return { keyword, value: decode(data.subarray(end + 1), 'latin1') };
  if (type === 'zTXt') return { keyword, value: decode(inflate(data.subarray(end + 2)), 'latin1') };
  const compressed = data[end + 1] === 1;
  const language = data.indexOf(0, end + 3);
  const translated = language < 0 ? -1 : data.indexOf(0, language + 1);
  if (translated < 0) return null;
  const body = data.subarray(translated + 1);
  return { keyword, value: decode(compressed ? inflate(body) : body, 'utf8') };
}

function decode(bytes: Uint8Array, encoding: 'latin1' | 'utf8'): string {
  return Buffer.from(bytes.subarray(0, MAX_TEXT)).toString(encoding);
}

/** A text chunk that does not inflate, or to more than MAX_TEXT, says nothing. */
function inflate(data: Uint8Array): Uint8Array {
  try {
    return inflateSync(data, { maxOutputLength: MAX_TEXT });
  } catch {
    return new Uint8Array(0);
  }
}
