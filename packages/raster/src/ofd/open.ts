import { errors } from '../errors.ts';
import type { PageImage } from '../page.ts';
import { readAnnotations } from './annotations.ts';
import { asBroken } from './broken.ts';
import { OfdPackage, readDocuments } from './package.ts';
import { type OfdRenderOptions, renderPage } from './page.ts';

export interface OfdFile {
  readonly pages: number;
  /**
   * Page `n` (1-based): the JPEG scan that it consists of, with its coefficients, or the page drawn (track `render`),
   * annotations included; appearances of electronic seals are not.
   */
  page(n: number, options?: OfdRenderOptions): Promise<PageImage>;
}

/** See `openOfd`. */
export async function open(bytes: Uint8Array): Promise<OfdFile> {
  return guard(() => {
    const pack = new OfdPackage(bytes);
    const pages = readDocuments(pack).flatMap((document) => {
      const annotations = readAnnotations(pack, document.path);
      return document.pages.map((page, index) => ({
        document,
        index,
        annotations: annotations.get(page.id) ?? [],
      }));
    });
    if (pages.length === 0) throw errors('ofd.broken', { detail: 'no pages' });
    return {
      pages: pages.length,
      page: (n, options = {}) =>
        guard(() => {
          const { document, index, annotations } = pages[n - 1]!;
          return renderPage(pack, document, index, annotations, options);
        }),
    };
  });
}

async function guard<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asBroken(error);
  }
}
