import { readAnnotationFiles } from './annotations.ts';
import { type OfdDocument, type OfdPackage, readDocuments } from './package.ts';
import { readResources } from './resources.ts';
import { childrenOf, type Xml } from './xml.ts';

/** What a part is for, as far as it shows on a page. */
export type OfdRole =
  | 'package'
  | 'document'
  | 'page'
  | 'template'
  | 'resources'
  | 'font'
  | 'picture'
  | 'annotation';

export interface OfdPart {
  readonly role: OfdRole;
  /** 1-based over all documents; null where it belongs to no one page. */
  readonly page: number | null;
}

/** All parts that what a reader shows is made of, by archive name, starting from OFD.xml. Errors: `ofd.broken`, `ofd.bomb`. */
export function readParts(pack: OfdPackage): ReadonlyMap<string, OfdPart> {
  const parts = new Map<string, OfdPart>();
  const add = (path: string | null | undefined, role: OfdRole, page: number | null = null) => {
    if (path && !parts.has(path)) parts.set(path, { role, page });
  };
  add(pack.resolve('OFD.xml', ''), 'package');
  let before = 0;
  for (const document of readDocuments(pack)) {
    addDocument(pack, document, before, add);
    before += document.pages.length;
  }
  return parts;
}

type Add = (path: string | null | undefined, role: OfdRole, page?: number | null) => void;

function addDocument(pack: OfdPackage, document: OfdDocument, before: number, add: Add): void {
  add(document.path, 'document');
  const resources = [...document.resources];
  const addPageResources = (path: string, page: number | null) => {
    for (const element of pageResources(pack, path)) {
      const found = pack.resolve(element.text, path);
      add(found, 'resources', page);
      if (found) resources.push(found);
    }
  };
  document.pages.forEach(({ path }, index) => {
    add(path, 'page', before + index + 1);
    addPageResources(path, before + index + 1);
  });
  for (const path of document.templates.values()) {
    add(path, 'template');
    addPageResources(path, null);
  }
  for (const path of document.resources) add(path, 'resources');
  const { fonts, media } = readResources(pack, [...new Set(resources)]);
  for (const { file } of fonts.values()) add(file, 'font');
  for (const file of media.values()) add(file, 'picture');
  const pageIds = document.pages.map(({ id }) => id);
  const annotations = readAnnotationFiles(pack, document.path);
  add(annotations.list, 'annotation');
  for (const { file, pageId } of annotations.files) {
    const index = pageIds.indexOf(pageId);
    add(file, 'annotation', index < 0 ? null : before + index + 1);
  }
}

/** Few pages have resources of their own: the others need no parsing. */
function pageResources(pack: OfdPackage, path: string): readonly Xml[] {
  const bytes = pack.read(path);
  return bytes && Buffer.from(bytes).includes('PageRes') ? childrenOf(pack.xml(path), 'PageRes') : [];
}
