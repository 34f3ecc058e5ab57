import { decodeImage, imagePageCount } from '@jianzhen/raster';
import type { Opened } from '../opened.ts';
import type { ImageFormat } from '../sniff.ts';
import { readImageFacts } from './facts.ts';

/** An image file; only a TIFF has more than one page (frames of a GIF or WebP are no pages: the first is shown). */
export async function openImage(bytes: Uint8Array, format: ImageFormat, maxPages: number): Promise<Opened> {
  return {
    facts: { image: await readImageFacts(bytes, format), pdf: null },
    pages: Math.max(1, imagePageCount(bytes, maxPages + 1)),
    page: (n) => decodeImage(bytes, { page: n }),
    close: async () => {},
  };
}
