import type { JpegImage } from './jpeg/types.ts';
import { type Plane, plane } from './plane.ts';

/**
 * How the page's pixels were last stored; signals and calibration go by it.
 * `jpeg`: coefficients are at hand. `lossless`: PNG, BMP, TIFF, lossless WebP, screenshots. `lossy`: other lossy codings
 * (WebP, AVIF). `render`: drawn from a PDF's or OFD's vector content.
 */
export type Track = 'jpeg' | 'lossless' | 'lossy' | 'render';

/** A page as decoded pixels; not turned by EXIF orientation. */
export interface PageImage {
  readonly width: number;
  readonly height: number;
  /** Interleaved 8-bit sRGB, width × height × 3. Transparent pixels lie on white. */
  readonly rgb: Uint8Array;
  readonly track: Track;
  /** Quantised coefficients whose decoding is exactly this page; null off the `jpeg` track. */
  readonly jpeg: JpegImage | null;
  /** Pixels per inch where the file states it. */
  readonly dpi: number | null;
}

/** ITU-R BT.601 luma in [0, 255], not rounded: what JPEG calls Y; written to `data` where that is given. */
export function luma(
  page: Pick<PageImage, 'width' | 'height' | 'rgb'>,
  data: Float32Array = new Float32Array(page.width * page.height),
): Plane {
  const { width, height, rgb } = page;
  for (let i = 0, j = 0; i < data.length; i++, j += 3) {
    data[i] = 0.299 * rgb[j]! + 0.587 * rgb[j + 1]! + 0.114 * rgb[j + 2]!;
  }
  return plane(width, height, data);
}
