import type { OfdPackage } from './package.ts';
import { child, childrenOf, childText, type Xml } from './xml.ts';

interface AnnotationFiles {
  readonly list: string | null;
  readonly files: readonly { readonly pageId: string; readonly file: string }[];
}

/** Where a document's annotations lie (GB/T 33190, clause 15). */
export function readAnnotationFiles(pack: OfdPackage, document: string): AnnotationFiles {
  const location = childText(pack.xml(document), 'Annotations');
  const list = location === null ? null : pack.resolve(location, document);
  if (!list) return { list: null, files: [] };
  const files = childrenOf(pack.xml(list), 'Page').flatMap((page) => {
    const file = pack.resolve(childText(page, 'FileLoc') ?? '', list);
    return file ? [{ pageId: page.attributes.PageID ?? '', file }] : [];
  });
  return { list, files };
}

/** Appearances of a page's visible annotations, by page ID. */
export function readAnnotations(pack: OfdPackage, document: string): ReadonlyMap<string, readonly Xml[]> {
  const byPage = new Map<string, Xml[]>();
  for (const { pageId, file } of readAnnotationFiles(pack, document).files) {
    const appearances = childrenOf(pack.xml(file), 'Annot')
      .filter((annotation) => annotation.attributes.Visible !== 'false')
      .map((annotation) => child(annotation, 'Appearance'))
      .filter((appearance) => appearance !== null);
    byPage.set(pageId, appearances);
  }
  return byPage;
}
