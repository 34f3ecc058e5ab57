import { openOfd } from '@jianzhen/raster';
import { intakeError } from '../errors.ts';
import type { Opened } from '../opened.ts';

/** Opens an OFD (GB/T 33190): pages are drawn. */
export async function openOfdExhibit(bytes: Uint8Array, name: string, maxPages: number): Promise<Opened> {
  const document = await openOfd(bytes);
  if (document.pages > maxPages) {
    throw intakeError('intake.too-many-pages', { name, pages: document.pages, limit: maxPages });
  }
  return {
    facts: { image: null, pdf: null },
    pages: document.pages,
    page: (n) => document.page(n),
    close: async () => {},
  };
}
