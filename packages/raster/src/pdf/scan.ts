import { CodedError } from '@jianzhen/evidence';
import { decodeImage } from '../decode/index.ts';
import type { PageImage } from '../page.ts';
import type { Drawing, DrawnImage } from './drawing.ts';
import { BitmapFormat } from './fpdf.ts';
import type { LoadedPage } from './page.ts';
import { draw } from './render.ts';

/** Share of the page's edges that a scan must span; scanners' rounding leaves slivers. */
const COVER = 0.97;
/** Above this, lossless scans are drawn at the usual resolution instead: a 600 dpi fax page needs no 100 MB. */
const MAX_LOSSLESS_PIXELS = 16_000_000;
const LOSSLESS = new Set(['FlateDecode', 'LZWDecode', 'RunLengthDecode', 'CCITTFaxDecode']);
/** Annotations that do not cover the page: links and pop-ups. */
const QUIET_ANNOTATIONS = new Set([2, 16]);

/**
 * A page that is nothing but one full-page picture, as that picture: its own pixels and, for a JPEG, its own
 * coefficients. Null where the page shows anything else. The picture is returned as stored, upright as the file holds
 * it, and only when it looks like the page drawn (so no crop, mask, inversion or mirrored placement goes unseen).
 */
export async function readScan(page: LoadedPage, drawing: Drawing): Promise<PageImage | null> {
  const image = loneImage(page, drawing);
  if (!image) return null;
  const stored = await storedImage(page, image);
  return stored && looksAlike(page, stored) ? stored : null;
}

function loneImage(page: LoadedPage, drawing: Drawing): DrawnImage | null {
  const { images, textRuns, fills, otherObjects, truncated } = drawing;
  if (images.length !== 1 || textRuns.length > 0 || otherObjects > 0 || truncated) return null;
  const image = images[0]!;
  // A white sheet under the scan is common and harmless; anything over it is not.
  if (fills.some((fill) => fill.order > image.order || !fill.white)) return null;
  const { x, y, width, height } = image.region;
  const covers = (at: number, length: number, edge: number) =>
    Math.min(at + length, edge) - Math.max(at, 0) >= COVER * edge && length <= edge / COVER;
  if (!covers(x, width, page.width) || !covers(y, height, page.height)) return null;
  return isPlain(page) ? image : null;
}

function isPlain({ fpdf, heap, handle }: LoadedPage): boolean {
  if (fpdf._FPDFPage_GetRotation(handle) !== 0) return false;
  const count = fpdf._FPDFPage_GetAnnotCount(handle);
  for (let i = 0; i < count; i++) {
    const annotation = fpdf._FPDFPage_GetAnnot(handle, i);
    if (annotation === 0) continue;
    const rect = heap.floats(4, (p) => fpdf._FPDFAnnot_GetRect(annotation, p)) ?? [0, 0, 0, 0];
    const empty = Math.abs((rect[2]! - rect[0]!) * (rect[3]! - rect[1]!)) < 1;
    const quiet = QUIET_ANNOTATIONS.has(fpdf._FPDFAnnot_GetSubtype(annotation));
    fpdf._FPDFPage_CloseAnnot(annotation);
    if (!empty && !quiet) return false;
  }
  return true;
}

async function storedImage(page: LoadedPage, image: DrawnImage): Promise<PageImage | null> {
  const { fpdf, heap } = page;
  const { handle, pixelWidth, pixelHeight } = image;
  const filters = Array.from(
    { length: Math.min(fpdf._FPDFImageObj_GetImageFilterCount(handle), 8) },
    (_, i) => heap.text('utf8', (p, length) => fpdf._FPDFImageObj_GetImageFilter(handle, i, p, length)),
  );
  const dpi = pixelWidth / (image.region.width / 72);
  if (filters.length === 1 && filters[0] === 'DCTDecode') {
    const decoded = await decodeQuietly(rawData(page, handle));
    const whole = decoded?.width === pixelWidth && decoded.height === pixelHeight;
    return whole ? { ...decoded, dpi } : null;
  }
  if (!filters.every((filter) => LOSSLESS.has(filter)) || pixelWidth * pixelHeight > MAX_LOSSLESS_PIXELS)
    return null;
  const rgb = bitmapPixels(page, image);
  return rgb && { width: pixelWidth, height: pixelHeight, rgb, track: 'lossless', jpeg: null, dpi };
}

/** A JPEG that our decoder refuses (CMYK, damaged) is drawn by PDFium instead. */
async function decodeQuietly(bytes: Uint8Array): Promise<PageImage | null> {
  try {
    return await decodeImage(bytes);
  } catch (error) {
    if (error instanceof CodedError) return null;
    throw error;
  }
}

function rawData({ fpdf, heap }: LoadedPage, image: number): Uint8Array {
  const length = fpdf._FPDFImageObj_GetImageDataRaw(image, 0, 0);
  return heap.with(length, (p) => heap.copy(p, fpdf._FPDFImageObj_GetImageDataRaw(image, p, length)));
}

function bitmapPixels({ fpdf }: LoadedPage, image: DrawnImage): Uint8Array | null {
  const bitmap = fpdf._FPDFImageObj_GetBitmap(image.handle);
  if (bitmap === 0) return null;
  try {
    const width = fpdf._FPDFBitmap_GetWidth(bitmap);
    const height = fpdf._FPDFBitmap_GetHeight(bitmap);
    const format = fpdf._FPDFBitmap_GetFormat(bitmap);
    const step =
      format === BitmapFormat.grey
        ? 1
        : format === BitmapFormat.bgr
          ? 3
          : format === BitmapFormat.bgrx
            ? 4
            : 0;
    if (step === 0 || width !== image.pixelWidth || height !== image.pixelHeight) return null;
    const [start, stride] = [fpdf._FPDFBitmap_GetBuffer(bitmap), fpdf._FPDFBitmap_GetStride(bitmap)];
    const heap = fpdf.HEAPU8;
    const rgb = new Uint8Array(width * height * 3);
    const [red, green] = step === 1 ? [0, 0] : [2, 1];
    for (let y = 0, to = 0; y < height; y++) {
      for (let x = 0, from = start + y * stride; x < width; x++, from += step, to += 3) {
        rgb[to] = heap[from + red]!;
        rgb[to + 1] = heap[from + green]!;
        rgb[to + 2] = heap[from]!;
      }
    }
    return rgb;
  } finally {
    fpdf._FPDFBitmap_Destroy(bitmap);
  }
}

const PREVIEW_WIDTH = 160;
/** Mean absolute difference, of 255, between the picture and the page drawn small; decoders and scalers differ by 2 or 3. */
const MAX_DIFFERENCE = 8;

function looksAlike(page: LoadedPage, image: PageImage): boolean {
  const width = Math.min(PREVIEW_WIDTH, image.width);
  const height = Math.max(1, Math.min(image.height, Math.round((width * page.height) / page.width)));
  const drawn = draw(page, width, height);
  let sum = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) sum += cellDifference(image, drawn, x, y, width, height);
  }
  return sum / (width * height) <= MAX_DIFFERENCE;
}

/** |mean of the picture's green samples in the preview's pixel − that pixel|. */
function cellDifference(
  image: PageImage,
  drawn: Uint8Array,
  x: number,
  y: number,
  width: number,
  height: number,
): number {
  const [x0, x1] = [Math.floor((x * image.width) / width), Math.floor(((x + 1) * image.width) / width)];
  const [y0, y1] = [Math.floor((y * image.height) / height), Math.floor(((y + 1) * image.height) / height)];
  let sum = 0;
  for (let j = y0; j < y1; j++)
    for (let i = x0; i < x1; i++) sum += image.rgb[(j * image.width + i) * 3 + 1]!;
  return Math.abs(sum / ((x1 - x0) * (y1 - y0)) - drawn[(y * width + x) * 3 + 1]!);
}
