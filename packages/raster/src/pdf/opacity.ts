import { BitmapFormat } from './fpdf.ts';
import type { LoadedPage } from './page.ts';

/** Share of an image's pixels that may be see-through at its rim before it counts as transparent. */
const RIM = 0.03;
const MAX_PIXELS = 4_000_000;

/** Whether nothing under an image object shows through: no blend mode, no soft mask, no colour key that lets some pass. */
export function isOpaque({ fpdf, document, handle }: LoadedPage, image: number): boolean {
  if (fpdf._FPDFPageObj_HasTransparency(image) === 1) return false;
  const bitmap = fpdf._FPDFImageObj_GetRenderedBitmap(document, handle, image);
  if (bitmap === 0) return false;
  try {
    const format = fpdf._FPDFBitmap_GetFormat(bitmap);
    if (format !== BitmapFormat.bgra && format !== BitmapFormat.bgraPremultiplied) return true;
    const [width, height] = [fpdf._FPDFBitmap_GetWidth(bitmap), fpdf._FPDFBitmap_GetHeight(bitmap)];
    const [start, stride] = [fpdf._FPDFBitmap_GetBuffer(bitmap), fpdf._FPDFBitmap_GetStride(bitmap)];
    if (width * height > MAX_PIXELS) return false;
    let clear = 0;
    for (let y = 0; y < height; y++) {
      for (let x = 0, at = start + y * stride + 3; x < width; x++, at += 4)
        if (fpdf.HEAPU8[at]! < 250) clear++;
    }
    return clear <= RIM * width * height;
  } finally {
    fpdf._FPDFBitmap_Destroy(bitmap);
  }
}
