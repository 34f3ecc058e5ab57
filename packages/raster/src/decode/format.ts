export type ImageFormat = 'jpeg' | 'png' | 'webp' | 'tiff' | 'bmp' | 'gif' | 'avif' | 'heic';

const MAGIC: readonly (readonly [string, ImageFormat])[] = [
  ['\xff\xd8', 'jpeg'],
  ['\x89PNG\r\n\x1a\n', 'png'],
  ['GIF87a', 'gif'],
  ['GIF89a', 'gif'],
  ['II*\0', 'tiff'],
  ['MM\0*', 'tiff'],
  ['II+\0', 'tiff'],
  ['MM\0+', 'tiff'],
  ['BM', 'bmp'],
];

/** The image format by its first bytes; null where they are none of ours. */
export function imageFormat(bytes: Uint8Array): ImageFormat | null {
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 4) === 'WEBP') return 'webp';
  if (text(bytes, 4, 4) === 'ftyp') return heifFormat(bytes);
  return MAGIC.find(([magic]) => text(bytes, 0, magic.length) === magic)?.[1] ?? null;
}

/** ISO/IEC 23008-12: the brands in the `ftyp` box tell AV1 from HEVC. */
function heifFormat(bytes: Uint8Array): ImageFormat | null {
  const size = ((bytes[0]! << 24) | (bytes[1]! << 16) | (bytes[2]! << 8) | bytes[3]!) >>> 0;
  const brands = text(bytes, 8, Math.min(size, 256) - 8);
  if (/avif|avis/.test(brands)) return 'avif';
  return /hei[cxms]|hev[cx]|mif1|msf1/.test(brands) ? 'heic' : null;
}

/** WebP: the lossless coding has a `VP8L` chunk, the lossy one `VP8 `. */
export function isLosslessWebp(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = text(bytes, at, 4);
    if (name === 'VP8L') return true;
    if (name === 'VP8 ') return false;
    // An animation's first frame holds its own chunks after 16 bytes.
    if (name === 'ANMF') at += 24;
    else at += 8 + view.getUint32(at + 4, true) + (view.getUint32(at + 4, true) & 1);
  }
  return false;
}

/** Whether the container itself says that bytes are missing at its end. */
export function endsEarly(bytes: Uint8Array, format: ImageFormat): boolean {
  const { length } = bytes;
  if (format === 'png') return text(bytes, Math.max(0, length - 1024), 1024).indexOf('IEND') < 0;
  if (format === 'webp') return new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true) + 8 > length;
  return false;
}

function text(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + Math.max(0, length)));
}
