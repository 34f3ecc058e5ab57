import type { Message } from '@jianzhen/evidence';
import { type SoundFormat, sniffSound } from '@jianzhen/signal';
import { OTHERS, SIGNATURES, type Signature } from './signatures.ts';

export type ImageFormat = 'jpeg' | 'png' | 'webp' | 'tiff' | 'bmp' | 'gif' | 'avif' | 'heic';

export type Sniffed =
  | { readonly kind: 'image'; readonly format: ImageFormat; readonly mediaType: string }
  | { readonly kind: 'pdf' | 'ofd'; readonly mediaType: string }
  | { readonly kind: 'sound'; readonly format: SoundFormat; readonly mediaType: string }
  | { readonly kind: 'other'; readonly seen: Message };

/** ISO 32000-2 annex I.3.2: readers accept a PDF header anywhere in the first 1024 bytes. */
const PDF_HEADER_WINDOW = 1024;
/** As many bytes as tell a recording. */
const SOUND_WINDOW = 64;

/** What a file is, by its content alone; its name only tells raw G.711, which has no header. */
export function sniff(bytes: Uint8Array, name = ''): Sniffed {
  const image = imageFormat(bytes);
  if (image) return { kind: 'image', format: image, mediaType: `image/${image}` };
  if (latin1(bytes, 0, PDF_HEADER_WINDOW).includes('%PDF-'))
    return { kind: 'pdf', mediaType: 'application/pdf' };
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) return zipKind(bytes);
  const sound = sniffSound(bytes.subarray(0, SOUND_WINDOW), name);
  if (sound.kind === 'sound') return sound;
  return { kind: 'other', seen: nameOf(bytes) };
}

function imageFormat(bytes: Uint8Array): ImageFormat | null {
  if (startsWith(bytes, '\xff\xd8\xff')) return 'jpeg';
  if (startsWith(bytes, '\x89PNG\r\n\x1a\n')) return 'png';
  if (startsWith(bytes, 'GIF87a') || startsWith(bytes, 'GIF89a')) return 'gif';
  if (startsWith(bytes, 'RIFF') && latin1(bytes, 8, 12) === 'WEBP') return 'webp';
  if (startsWith(bytes, 'II*\0') || startsWith(bytes, 'MM\0*')) return 'tiff';
  if (startsWith(bytes, 'II+\0') || startsWith(bytes, 'MM\0+')) return 'tiff';
  if (startsWith(bytes, 'BM') && isBitmapHeader(bytes)) return 'bmp';
  return latin1(bytes, 4, 8) === 'ftyp' ? heifBrand(bytes) : null;
}

/** "BM" alone begins many a text; a bitmap's info header has one of a few sizes. */
function isBitmapHeader(bytes: Uint8Array): boolean {
  if (bytes.length < 18) return false;
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(14, true);
  return [12, 16, 40, 52, 56, 64, 108, 124].includes(size);
}

/** ISO/IEC 23008-12: the major or a compatible brand of the `ftyp` box tells the coding. */
function heifBrand(bytes: Uint8Array): ImageFormat | null {
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const brands = latin1(bytes, 8, Math.min(size, 8 + 4 * 32));
  if (/avif|avis/.test(brands)) return 'avif';
  return /heic|heix|heim|heis|hevc|hevx|mif1|msf1/.test(brands) ? 'heic' : null;
}

/** An OFD is a ZIP with OFD.xml at its root; central directories lie at the end, local headers anywhere. */
function zipKind(bytes: Uint8Array): Sniffed {
  const window = 1 << 16;
  const names = latin1(bytes, 0, window) + latin1(bytes, Math.max(0, bytes.length - window), bytes.length);
  if (/OFD\.xml/i.test(names)) return { kind: 'ofd', mediaType: 'application/ofd' };
  if (names.includes('word/')) return { kind: 'other', seen: OTHERS.docx };
  if (names.includes('xl/')) return { kind: 'other', seen: OTHERS.xlsx };
  return { kind: 'other', seen: OTHERS.zip };
}

function nameOf(bytes: Uint8Array): Message {
  const known = SIGNATURES.find((signature: Signature) =>
    startsWith(bytes, signature.magic, signature.offset),
  );
  if (known) return known.name;
  const head = latin1(bytes, 0, 1024)
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  if (/^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)?(<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i.test(head))
    return OTHERS.svg;
  if (/^<(!doctype html|html|head|body|script)/i.test(head)) return OTHERS.html;
  if (/^<\?xml/.test(head)) return OTHERS.xml;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters tell binary from text
  if (!/[\x00-\x08\x0e-\x1f]/.test(head)) return OTHERS.text;
  const hex = [...bytes.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
  return { zh: `开头为 ${hex} 的未知数据`, en: `unknown data beginning ${hex}` };
}

function startsWith(bytes: Uint8Array, magic: string, offset = 0): boolean {
  return latin1(bytes, offset, offset + magic.length) === magic;
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', start, end);
}
