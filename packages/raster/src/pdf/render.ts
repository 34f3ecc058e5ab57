import type { PageImage } from '../page.ts';
import { BitmapFormat, RenderFlag } from './fpdf.ts';
import type { LoadedPage } from './page.ts';
import type { PdfRenderOptions } from './types.ts';

const DEFAULT_DPI = 150;
const MAX_PIXELS = 9_000_000;
const WHITE = 0xffffffff;

/** Draws a page with its annotations on white. Track `render`. */
export function renderPage(page: LoadedPage, options: PdfRenderOptions = {}): PageImage {
  const { dpi = DEFAULT_DPI, maxPixels = MAX_PIXELS } = options;
  const points = page.width * page.height;
  const scale = Math.min(dpi / 72, Math.sqrt(maxPixels / points));
  const width = Math.max(1, Math.round(page.width * scale));
  const height = Math.max(1, Math.round(page.height * scale));
  return { width, height, rgb: draw(page, width, height), track: 'render', jpeg: null, dpi: scale * 72 };
}

/** The page as interleaved RGB of that very size. */
export function draw(page: LoadedPage, width: number, height: number): Uint8Array {
  const { fpdf, heap, handle } = page;
  const stride = width * 4;
  const pixels = heap.allocate(stride * height);
  try {
    const bitmap = fpdf._FPDFBitmap_CreateEx(width, height, BitmapFormat.bgrx, pixels, stride);
    if (bitmap === 0) throw new RangeError(`PDFium made no bitmap of ${width} × ${height}`);
    fpdf._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    const flags = RenderFlag.annotations | RenderFlag.reverseByteOrder;
    fpdf._FPDF_RenderPageBitmap(bitmap, handle, 0, 0, width, height, 0, flags);
    fpdf._FPDFBitmap_Destroy(bitmap);
    return dropFourth(fpdf.HEAPU8.subarray(pixels, pixels + stride * height));
  } finally {
    heap.free(pixels);
  }
}

function dropFourth(rgbx: Uint8Array): Uint8Array {
  const rgb = new Uint8Array((rgbx.length / 4) * 3);
  for (let from = 0, to = 0; from < rgbx.length; from += 4, to += 3) {
    rgb[to] = rgbx[from]!;
    rgb[to + 1] = rgbx[from + 1]!;
    rgb[to + 2] = rgbx[from + 2]!;
  }
  return rgb;
}
