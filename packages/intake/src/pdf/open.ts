import { CodedError, type PdfFacts, type PdfPageFacts } from '@jianzhen/evidence';
import { PdfHistory } from '@jianzhen/pdf';
import { openPdf, type PdfDocument, rasterErrors } from '@jianzhen/raster';
import { intakeError } from '../errors.ts';
import type { Opened } from '../opened.ts';
import { locateChanges } from './changed-regions.ts';
import { describeRevisions } from './changes.ts';
import { overlyComplexPages } from './complexity.ts';
import { describeProducer, readXmp } from './metadata.ts';

/** Opens a PDF: pages through PDFium, structure by our own reading of its revisions. */
export async function openPdfExhibit(bytes: Uint8Array, name: string, maxPages: number): Promise<Opened> {
  const document = await openPdf(bytes);
  try {
    if (document.pages > maxPages) {
      throw intakeError('intake.too-many-pages', { name, pages: document.pages, limit: maxPages });
    }
    const history = new PdfHistory(bytes);
    const refused = overlyComplexPages(history, history.revisions.length - 1);
    const pdf = await readPdfFacts(bytes, document, history, refused);
    return {
      facts: { image: null, pdf },
      pages: document.pages,
      async page(n) {
        if (refused.has(n)) throw rasterErrors('pdf.too-complex', { page: n });
        return document.page(n);
      },
      close: async () => document.close(),
    };
  } catch (error) {
    document.close();
    throw error;
  }
}

async function readPdfFacts(
  bytes: Uint8Array,
  document: PdfDocument,
  history: PdfHistory,
  refused: ReadonlySet<number>,
): Promise<PdfFacts> {
  const header = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(1024, bytes.byteLength));
  const pages: PdfPageFacts[] = [];
  for (let n = 1; n <= document.pages; n++) {
    pages.push(refused.has(n) ? unreadable(n) : await readPageFacts(document, n));
  }
  const changes = describeRevisions(history);
  const located = await locateChanges(bytes, history, changes);
  const revisions = changes.map(({ changed, ...revision }, k) => ({
    ...revision,
    contentPages: changed.map((change) => change.page),
    ...(located.has(k) ? { changes: located.get(k) ?? [] } : {}),
  }));
  return {
    version: /%PDF-(\d\.\d)/.exec(header.toString('latin1'))?.[1] ?? 'unknown',
    ...describeProducer(document.info, readXmp(history)),
    revisions,
    encrypted: document.encrypted,
    pages,
  };
}

/** A page that cannot be read says nothing; its error comes when the page itself is asked for. */
async function readPageFacts(document: PdfDocument, n: number): Promise<PdfPageFacts> {
  try {
    const { width, height, images, textRuns, fills } = await document.drawing(n);
    return { page: n, width, height, images, textRuns, fills };
  } catch (error) {
    if (error instanceof CodedError) return unreadable(n);
    throw error;
  }
}

function unreadable(page: number): PdfPageFacts {
  return { page, width: 0, height: 0, images: [], textRuns: [], fills: [] };
}
