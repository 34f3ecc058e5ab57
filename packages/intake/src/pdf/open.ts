import type { PdfFacts, PdfPageFacts } from '@jianzhen/evidence';
import { openPdf, type PdfDocument } from '@jianzhen/raster';
import { intakeError } from '../errors.ts';
import type { Opened } from '../open.ts';
import { locateChanges } from './changed-regions.ts';
import { describeRevisions } from './changes.ts';
import { PdfHistory } from './history.ts';
import { describeProducer, readXmp } from './metadata.ts';

/** Opens a PDF: pages through PDFium, structure by our own reading of its revisions. */
export async function openPdfExhibit(bytes: Uint8Array, name: string, maxPages: number): Promise<Opened> {
  const document = await openPdf(bytes);
  try {
    if (document.pages > maxPages) {
      throw intakeError('intake.too-many-pages', { name, pages: document.pages, limit: maxPages });
    }
    const pdf = await readPdfFacts(bytes, document);
    return {
      facts: { image: null, pdf },
      pages: document.pages,
      page: (n) => document.page(n),
      close: async () => document.close(),
    };
  } catch (error) {
    document.close();
    throw error;
  }
}

async function readPdfFacts(bytes: Uint8Array, document: PdfDocument): Promise<PdfFacts> {
  const history = new PdfHistory(bytes);
  const header = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(1024, bytes.byteLength)).toString(
    'latin1',
  );
  const pages: PdfPageFacts[] = [];
  for (let n = 1; n <= document.pages; n++) {
    const { width, height, images, textRuns, fills } = await document.drawing(n);
    pages.push({ page: n, width, height, images, textRuns, fills });
  }
  const changes = describeRevisions(history);
  const located = await locateChanges(bytes, changes);
  const revisions = changes.map(({ changed, ...revision }, k) => ({
    ...revision,
    contentPages: changed.map((change) => change.page),
    ...(located.has(k) ? { changes: located.get(k) ?? [] } : {}),
  }));
  return {
    version: /%PDF-(\d\.\d)/.exec(header)?.[1] ?? 'unknown',
    ...describeProducer(document.info, readXmp(history)),
    revisions,
    encrypted: document.encrypted,
    pages,
  };
}
