import { type Canvas, createCanvas, ImageData } from '@napi-rs/canvas';
import sharp from 'sharp';
import { decodeJbig2, isJbig2 } from './jbig2.ts';
import type { OfdPackage } from './package.ts';

const MAX_PIXELS = 40_000_000;
/** All pictures of one document that are kept decoded, in pixels. */
const MAX_TOTAL = 60_000_000;

/** Pictures of a document, decoded by content. What does not decode is left out, as missing pictures are. */
export class Images {
  readonly #pack: OfdPackage;
  readonly #decoded = new Map<string, Canvas | null>();
  #pixels = 0;

  constructor(pack: OfdPackage) {
    this.#pack = pack;
  }

  async get(file: string): Promise<Canvas | null> {
    const known = this.#decoded.get(file);
    if (known !== undefined) return known;
    const bytes = this.#pack.read(file);
    const canvas = bytes ? await this.#decode(bytes) : null;
    this.#decoded.set(file, canvas);
    return canvas;
  }

  async #decode(bytes: Uint8Array): Promise<Canvas | null> {
    if (isMarkup(bytes)) return null;
    try {
      const { width, height, rgba } = isJbig2(bytes) ? await fromJbig2(bytes) : await fromSharp(bytes);
      this.#pixels += width * height;
      if (this.#pixels > MAX_TOTAL) return null;
      const canvas = createCanvas(width, height);
      canvas.getContext('2d').putImageData(new ImageData(rgba, width, height), 0, 0);
      return canvas;
    } catch {
      return null;
    }
  }
}

interface Decoded {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray;
}

async function fromSharp(bytes: Uint8Array): Promise<Decoded> {
  const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' });
  const rgba = image.toColourspace('srgb').ensureAlpha().raw();
  const { data, info } = await rgba.toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgba: new Uint8ClampedArray(data) };
}

async function fromJbig2(bytes: Uint8Array): Promise<Decoded> {
  const page = await decodeJbig2(bytes);
  if (!page) throw new TypeError('not a JBIG2 file that is read');
  const rgba = new Uint8ClampedArray(page.width * page.height * 4).fill(255);
  for (let from = 0, to = 0; from < page.rgb.length; from += 3, to += 4)
    rgba.set(page.rgb.subarray(from, from + 3), to);
  return { width: page.width, height: page.height, rgba };
}

/** SVG could refer to files; no OFD picture is one. */
function isMarkup(bytes: Uint8Array): boolean {
  return /^(\xef\xbb\xbf)?\s*</.test(Buffer.from(bytes.subarray(0, 256)).toString('latin1'));
}
