// Microsoft, Bitmap Storage: BITMAPFILEHEADER, BITMAPCOREHEADER, BITMAPINFOHEADER, BITMAPV4HEADER and BITMAPV5HEADER.

import { errors } from '../../errors.ts';
import { assertSize, type ImageLimits } from '../../limits.ts';

export type BmpCoding = 'rgb' | 'rle8' | 'rle4' | 'bitfields';

export interface BmpHeader {
  readonly width: number;
  readonly height: number;
  /** Rows run from the top; most files store them from the bottom. */
  readonly topDown: boolean;
  readonly bitsPerPixel: number;
  readonly coding: BmpCoding;
  /** Red, green, blue, alpha; an alpha of 0 means there is none. */
  readonly masks: readonly [number, number, number, number];
  /** R, G, B for each index, 256 entries; black where the file gives fewer. */
  readonly palette: Uint8Array;
  readonly pixelOffset: number;
  readonly dpi: number | null;
}

const INCHES_PER_METRE = 1 / 0.0254;
const CORE_HEADER = 12;
const INFO_HEADER = 40;
const ALPHA_BIT_FIELDS = 6;
/** By biCompression. */
const CODINGS: Readonly<Record<number, BmpCoding>> = {
  0: 'rgb',
  1: 'rle8',
  2: 'rle4',
  3: 'bitfields',
  [ALPHA_BIT_FIELDS]: 'bitfields',
};
const DEPTHS: Readonly<Record<BmpCoding, readonly number[]>> = {
  rgb: [1, 4, 8, 16, 24, 32],
  rle8: [8],
  rle4: [4],
  bitfields: [16, 32],
};

/** @throws CodedError `image.corrupt`, `image.truncated`, `image.too-large` */
export function parseBmpHeader(bytes: Uint8Array, limits: ImageLimits): BmpHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const need = (end: number) => {
    if (end > bytes.length) throw errors('image.truncated');
  };
  need(14 + CORE_HEADER);
  const pixelOffset = view.getUint32(10, true);
  const headerSize = view.getUint32(14, true);
  const core = headerSize === CORE_HEADER;
  if (!core && (headerSize < 16 || headerSize > 256))
    throw errors('image.corrupt', { detail: 'BITMAPINFOHEADER' });
  need(14 + headerSize);
  // Short OS/2 headers leave out the later fields; those then count as 0.
  const field = (at: number) => (at + 4 <= headerSize ? view.getUint32(14 + at, true) : 0);
  const width = core ? view.getUint16(18, true) : view.getInt32(18, true);
  const signedHeight = core ? view.getUint16(20, true) : view.getInt32(22, true);
  const bitsPerPixel = view.getUint16(core ? 24 : 28, true);
  const coding = CODINGS[core ? 0 : field(16)];
  if (width <= 0 || signedHeight === 0 || coding === undefined || !DEPTHS[coding].includes(bitsPerPixel)) {
    throw errors('image.corrupt', { detail: `BMP ${bitsPerPixel} bit, BI ${core ? 0 : field(16)}` });
  }
  const height = Math.abs(signedHeight);
  assertSize(width, height, limits);

  // A plain info header is followed by its masks; larger headers hold them.
  const masksFollow = coding === 'bitfields' && headerSize === INFO_HEADER;
  const maskBytes = masksFollow ? (field(16) === ALPHA_BIT_FIELDS ? 16 : 12) : 0;
  need(14 + headerSize + maskBytes);
  const paletteAt = 14 + headerSize + maskBytes;
  const perMetre = core ? 0 : field(24);
  return {
    width,
    height,
    topDown: signedHeight < 0,
    bitsPerPixel,
    coding,
    masks: coding === 'bitfields' ? readMasks(view, headerSize, maskBytes) : defaultMasks(bitsPerPixel),
    palette: readPalette(bytes, paletteAt, pixelOffset, core ? 3 : 4, bitsPerPixel),
    pixelOffset,
    dpi: perMetre > 0 ? perMetre / INCHES_PER_METRE : null,
  };
}

function readMasks(view: DataView, headerSize: number, following: number): BmpHeader['masks'] {
  const mask = (i: number) => view.getUint32(14 + INFO_HEADER + 4 * i, true);
  const alpha = following === 16 || headerSize >= 56;
  return [mask(0), mask(1), mask(2), alpha ? mask(3) : 0];
}

function defaultMasks(bitsPerPixel: number): BmpHeader['masks'] {
  return bitsPerPixel === 16 ? [0x7c00, 0x3e0, 0x1f, 0] : [0xff0000, 0xff00, 0xff, 0];
}

function readPalette(
  bytes: Uint8Array,
  at: number,
  end: number,
  entryBytes: number,
  bitsPerPixel: number,
): Uint8Array {
  const palette = new Uint8Array(256 * 3);
  if (bitsPerPixel > 8) return palette;
  const room = Math.floor((Math.min(end, bytes.length) - at) / entryBytes);
  for (let i = 0; i < Math.min(room, 1 << bitsPerPixel); i++) {
    for (let channel = 0; channel < 3; channel++)
      palette[3 * i + channel] = bytes[at + entryBytes * i + 2 - channel]!;
  }
  return palette;
}
