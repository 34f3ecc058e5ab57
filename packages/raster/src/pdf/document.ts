import { CodedError } from '@jianzhen/evidence';
import { errors } from '../errors.ts';
import type { PageImage } from '../page.ts';
import { listDrawing } from './drawing.ts';
import { type Fpdf, LoadError } from './fpdf.ts';
import { Heap } from './heap.ts';
import { instantiate } from './instance.ts';
import { type LoadedPage, withPage } from './page.ts';
import { renderPage } from './render.ts';
import { readScan } from './scan.ts';
import type { PdfDrawing, PdfRenderOptions } from './types.ts';

export interface PdfDocument {
  readonly pages: number;
  readonly encrypted: boolean;
  /** The information dictionary's text (ISO 32000-2, 14.3.3), decrypted: `Producer`, `Creator`, `CreationDate` … */
  readonly info: Readonly<Record<string, string>>;
  /** Page `n` (1-based): the scan it consists of, with its JPEG coefficients, or the page drawn. */
  page(n: number, options?: PdfRenderOptions): Promise<PageImage>;
  /** Page `n` drawn, whatever it consists of. */
  render(n: number, options?: PdfRenderOptions): Promise<PageImage>;
  /** What page `n` draws, and its size in points. */
  drawing(n: number): Promise<PdfDrawing & { readonly width: number; readonly height: number }>;
  close(): void;
}

/** Opens a PDF that needs no password. Errors: `pdf.broken`, `pdf.password`, `pdf.no-pages`. */
export async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  const fpdf = await instantiate();
  const heap = new Heap(fpdf);
  const document = await guard(() => load(fpdf, heap, bytes));
  const pages = await guard(() => fpdf._FPDF_GetPageCount(document));
  if (pages < 1) throw errors('pdf.no-pages');
  let dead = false;
  const onPage = <T>(n: number, use: (page: LoadedPage) => T | Promise<T>) =>
    guard(() => {
      if (dead) throw errors('pdf.page-broken', { page: n });
      return withPage(fpdf, heap, document, n, use);
    }).catch((error: CodedError) => {
      dead ||= error.code === 'pdf.broken';
      throw error;
    });
  return {
    pages,
    encrypted: fpdf._FPDF_GetSecurityHandlerRevision(document) >= 0,
    info: readInfo(fpdf, heap, document),
    page: (n, options) =>
      onPage(n, async (page) => (await readScan(page, listDrawing(page))) ?? renderPage(page, options)),
    render: (n, options) =>
      onPage(n, (page) => {
        listDrawing(page);
        return renderPage(page, options);
      }),
    drawing: (n) => onPage(n, describe),
    close: () => {
      if (!dead) fpdf._FPDF_CloseDocument(document);
      dead = true;
    },
  };
}

/** Without the handles, which mean nothing once the page is closed. */
function describe(page: LoadedPage): PdfDrawing & { width: number; height: number } {
  const drawing = listDrawing(page);
  const images = drawing.images.map(({ handle: _, matrix: __, ...image }) => image);
  return { ...drawing, images, width: page.width, height: page.height };
}

function load(fpdf: Fpdf, heap: Heap, bytes: Uint8Array): number {
  const data = heap.allocate(bytes.length);
  fpdf.HEAPU8.set(bytes, data);
  const document = fpdf._FPDF_LoadMemDocument(data, bytes.length, 0);
  if (document !== 0) return document;
  const code = fpdf._FPDF_GetLastError();
  if (code === LoadError.password || code === LoadError.security) throw errors('pdf.password');
  throw errors('pdf.broken', { detail: `PDFium error ${code}` });
}

const INFO_KEYS = [
  'Title',
  'Author',
  'Subject',
  'Keywords',
  'Creator',
  'Producer',
  'CreationDate',
  'ModDate',
];

function readInfo(fpdf: Fpdf, heap: Heap, document: number): Record<string, string> {
  const entries = INFO_KEYS.map((key) => {
    const read = (tag: number) =>
      heap.text('utf16le', (p, length) => fpdf._FPDF_GetMetaText(document, tag, p, length));
    return [key, heap.cString(key, read)] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}

/** PDFium inside WebAssembly stops with a trap where native code would crash or run out of memory. */
async function guard<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CodedError) throw error;
    throw errors(
      'pdf.broken',
      { detail: error instanceof Error ? error.message : String(error) },
      { cause: error },
    );
  }
}
