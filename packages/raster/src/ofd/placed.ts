import { readAnnotationFiles } from './annotations.ts';
import { type Box, box, DEFAULT_AREA, matrix } from './numbers.ts';
import { type OfdDocument, type OfdPackage, pageArea, readDocuments } from './package.ts';
import { readResources } from './resources.ts';
import { child, childrenOf, descendants, type Xml } from './xml.ts';

/** A picture that a page's content or an annotation on it shows. Millimetres in the page's own space. */
export interface PlacedPicture {
  /** The part that places it, and the picture's file; archive names. */
  readonly part: string;
  readonly file: string;
  readonly box: Box;
}

export interface OfdPageInfo {
  /** 1-based over all documents. */
  readonly number: number;
  readonly id: string;
  /** Archive name of its document. */
  readonly document: string;
  readonly path: string;
}

/** All documents' pages in order. Errors: `ofd.broken`, `ofd.bomb`. */
export function readPages(pack: OfdPackage): readonly OfdPageInfo[] {
  return readDocuments(pack)
    .flatMap((document) => document.pages.map(({ id, path }) => ({ id, path, document: document.path })))
    .map((page, index) => ({ number: index + 1, ...page }));
}

/** What is shown of a page, in millimetres. Errors: `ofd.broken`, `ofd.bomb`. */
export function readPageArea(pack: OfdPackage, { path, document }: OfdPageInfo): Box {
  const own = pageArea(child(pack.xml(path), 'Area'));
  return own ?? pageArea(child(child(pack.xml(document), 'CommonData'), 'PageArea')) ?? DEFAULT_AREA;
}

/** Pictures on a page: of its content, then of its annotations. Templates are left out. Errors: `ofd.broken`, `ofd.bomb`. */
export function readPlacedPictures(pack: OfdPackage, page: OfdPageInfo): readonly PlacedPicture[] {
  const content = pack.xml(page.path);
  const document = readDocuments(pack).find(({ path }) => path === page.document);
  const files = readResources(pack, document ? resourcesOf(pack, document, page.path, content) : []).media;
  const place = (part: string, at: { x: number; y: number }, within: Xml | null) =>
    descendants(within, 'ImageObject').flatMap((object) => {
      const file = files.get(object.attributes.ResourceID ?? '');
      const area = file ? extent(object) : null;
      return file && area ? [{ part, file, box: { ...area, x: area.x + at.x, y: area.y + at.y } }] : [];
    });
  const annotations = readAnnotationFiles(pack, page.document).files.filter(
    ({ pageId }) => pageId === page.id,
  );
  return [
    ...place(page.path, { x: 0, y: 0 }, child(content, 'Content')),
    ...annotations.flatMap(({ file }) =>
      childrenOf(pack.xml(file), 'Annot').flatMap((annotation) => {
        const appearance = child(annotation, 'Appearance');
        const at = box(appearance?.attributes.Boundary) ?? { x: 0, y: 0 };
        return place(file, at, appearance);
      }),
    ),
  ];
}

function resourcesOf(pack: OfdPackage, document: OfdDocument, path: string, content: Xml): string[] {
  const own = childrenOf(content, 'PageRes').map((element) => pack.resolve(element.text, path));
  return [...document.resources, ...own.filter((found) => found !== null)];
}

/** The picture's unit square under its CTM, cut to the object's boundary. */
function extent(object: Xml): Box | null {
  const boundary = box(object.attributes.Boundary);
  if (!boundary || object.attributes.Visible === 'false') return null;
  const [a, b, c, d, e, f] = matrix(object.attributes.CTM) ?? [boundary.width, 0, 0, boundary.height, 0, 0];
  const range = (from: number, ...steps: number[]) => {
    const low = steps.reduce((sum, step) => sum + Math.min(0, step), from);
    return { low, high: steps.reduce((sum, step) => sum + Math.max(0, step), from) };
  };
  const [x, y] = [range(e, a, c), range(f, b, d)];
  const [left, top] = [Math.max(0, x.low), Math.max(0, y.low)];
  const width = Math.min(boundary.width, x.high) - left;
  const height = Math.min(boundary.height, y.high) - top;
  if (width <= 0 || height <= 0) return null;
  return { x: boundary.x + left, y: boundary.y + top, width, height };
}
