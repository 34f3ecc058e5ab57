import type { OfdPackage } from './package.ts';
import { child, childrenOf, childText, type Xml } from './xml.ts';

/** Appearances of a page's visible annotations (GB/T 33190, clause 15), by page ID. */
export function readAnnotations(pack: OfdPackage, document: string): ReadonlyMap<string, readonly Xml[]> {
  const byPage = new Map<string, Xml[]>();
  const location = childText(pack.xml(document), 'Annotations');
  const list = location === null ? null : pack.resolve(location, document);
  if (!list) return byPage;
  for (const page of childrenOf(pack.xml(list), 'Page')) {
    const file = pack.resolve(childText(page, 'FileLoc') ?? '', list);
    if (!file) continue;
    const appearances = childrenOf(pack.xml(file), 'Annot')
      .filter((annotation) => annotation.attributes.Visible !== 'false')
      .map((annotation) => child(annotation, 'Appearance'))
      .filter((appearance) => appearance !== null);
    byPage.set(page.attributes.PageID ?? '', appearances);
  }
  return byPage;
}
