import { CodedError } from '@jianzhen/evidence';
import { errors } from '../errors.ts';
import type { Fpdf } from './fpdf.ts';
import { type Matrix, pageTransform } from './geometry.ts';
import type { Heap } from './heap.ts';

/** A page that PDFium holds open. */
export interface LoadedPage {
  readonly fpdf: Fpdf;
  readonly heap: Heap;
  readonly document: number;
  /** 1-based. */
  readonly number: number;
  readonly handle: number;
  /** Points, as shown. */
  readonly width: number;
  readonly height: number;
  /** User space → points from the top left as shown. */
  readonly transform: Matrix;
}

/** ISO 32000 recommends at most 14,400 units an edge; real plotter pages reach that. */
const MAX_EDGE = 15_000;
const MIN_EDGE = 2;

/** Loads page `n` (1-based), calls `use` with it and closes it again. Errors: `pdf.page-broken`, `pdf.page-size`. */
export async function withPage<T>(
  fpdf: Fpdf,
  heap: Heap,
  document: number,
  n: number,
  use: (page: LoadedPage) => T | Promise<T>,
): Promise<T> {
  const handle = fpdf._FPDF_LoadPage(document, n - 1);
  if (handle === 0) throw errors('pdf.page-broken', { page: n });
  try {
    const page = describe(fpdf, heap, document, handle, n);
    const result = await use(page);
    fpdf._FPDF_ClosePage(handle);
    return result;
  } catch (error) {
    // After a trap nothing of this PDFium may be called any more.
    if (error instanceof CodedError) fpdf._FPDF_ClosePage(handle);
    throw error;
  }
}

function describe(fpdf: Fpdf, heap: Heap, document: number, handle: number, n: number): LoadedPage {
  const width = fpdf._FPDF_GetPageWidthF(handle);
  const height = fpdf._FPDF_GetPageHeightF(handle);
  const sane = (edge: number) => edge >= MIN_EDGE && edge <= MAX_EDGE;
  if (!sane(width) || !sane(height)) {
    throw errors('pdf.page-size', { page: n, width: Math.round(width), height: Math.round(height) });
  }
  const transform = pageTransform(fpdf, heap, handle, width, height);
  return { fpdf, heap, document, number: n, handle, width, height, transform };
}
