import { type Canvas, createCanvas, ImageData } from '@napi-rs/canvas';
import sharp from 'sharp';
import type { OfdPackage } from './package.ts';

const MAX_PIXELS = 40_000_000;
/** All pictures of one document that are kept decoded, in pixels. */
const MAX_TOTAL = 60_000_000;

/** Pictures of a document, decoded by content with sharp. What it cannot decode (JBIG2) is left out, as missing pictures are. */
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
      const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' });
      const { data, info } = await image
        .toColourspace('srgb')
        .ensureAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      this.#pixels += info.width * info.height;
      if (this.#pixels > MAX_TOTAL) return null;
      const canvas = createCanvas(info.width, info.height);
      const pixels = new ImageData(new Uint8ClampedArray(data), info.width, info.height);
      canvas.getContext('2d').putImageData(pixels, 0, 0);
      return canvas;
    } catch {
      return null;
    }
  }
}

/** SVG could refer to files; no OFD picture is one. */
function isMarkup(bytes: Uint8Array): boolean {
  return /^(\xef\xbb\xbf)?\s*</.test(Buffer.from(bytes.subarray(0, 256)).toString('latin1'));
}
