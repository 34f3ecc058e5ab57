import { errors } from '../errors.ts';
import { ObjectType } from './fpdf.ts';
import { apply, boxAround, concatenate, IDENTITY, type Matrix } from './geometry.ts';
import { isOpaque } from './opacity.ts';
import type { LoadedPage } from './page.ts';
import { countCharacters, type TextRun, TextRuns } from './text-runs.ts';
import type { PdfDrawing, PointRegion } from './types.ts';

const MAX_OBJECTS = 50_000;
const MAX_DEPTH = 8;
/** Of all pictures on a page; an A3 scan of 600 dpi has 70 million. */
const MAX_IMAGE_PIXELS = 200_000_000;
const INVISIBLE = 3;
const MAX_OPACITY_CHECKS = 40;

/** An image object with its handle, for those who go on to its data. */
export interface DrawnImage {
  readonly handle: number;
  readonly matrix: Matrix;
  readonly region: PointRegion;
  readonly pixelWidth: number;
  readonly pixelHeight: number;
  readonly opaque?: boolean;
  readonly order: number;
}

export interface Drawing extends PdfDrawing {
  readonly images: readonly DrawnImage[];
}

/** A whole page's scan hides nothing that anyone put under it; looking at it would cost a rendering. */
function isSmall({ region }: DrawnImage, { width, height }: LoadedPage): boolean {
  return region.width * region.height < 0.5 * width * height;
}

/** Lists what a page draws by walking PDFium's page objects, into form XObjects too. Errors: `pdf.too-complex`. */
export function listDrawing(page: LoadedPage): Drawing {
  return new Walk(page).run();
}

class Walk {
  readonly #page: LoadedPage;
  readonly #images: DrawnImage[] = [];
  readonly #fills: PdfDrawing['fills'][number][] = [];
  readonly #text: TextRuns;
  #others = 0;
  #order = 0;
  #pixels = 0;

  constructor(page: LoadedPage) {
    this.#page = page;
    this.#text = new TextRuns(page, countCharacters(page));
  }

  run(): Drawing {
    const { fpdf, handle } = this.#page;
    const count = fpdf._FPDFPage_CountObjects(handle);
    for (let i = 0; i < count && this.#order < MAX_OBJECTS; i++) {
      this.#visit(fpdf._FPDFPage_GetObject(handle, i), IDENTITY, 0);
    }
    const textRuns: readonly TextRun[] = this.#text.finish();
    const truncated = this.#order >= MAX_OBJECTS;
    return { images: this.#images, textRuns, fills: this.#fills, otherObjects: this.#others, truncated };
  }

  #visit(object: number, outer: Matrix, depth: number): void {
    if (!object || this.#order >= MAX_OBJECTS) return;
    const { fpdf } = this.#page;
    const type = fpdf._FPDFPageObj_GetType(object);
    if (type === ObjectType.form) {
      if (depth < MAX_DEPTH) this.#visitForm(object, outer, depth);
      return;
    }
    const order = this.#order++;
    if (type === ObjectType.image) this.#addImage(object, outer, order);
    else if (type === ObjectType.text) this.#addText(object, outer, order);
    else if (type === ObjectType.path) this.#addPath(object, outer, order);
    else this.#others++;
  }

  #visitForm(form: number, outer: Matrix, depth: number): void {
    const { fpdf } = this.#page;
    const matrix = concatenate(this.#matrix(form), outer);
    const count = fpdf._FPDFFormObj_CountObjects(form);
    for (let i = 0; i < count && this.#order < MAX_OBJECTS; i++) {
      this.#visit(fpdf._FPDFFormObj_GetObject(form, i), matrix, depth + 1);
    }
  }

  #addImage(object: number, outer: Matrix, order: number): void {
    const { fpdf, heap } = this.#page;
    const region = this.#bounds(object, outer);
    const size = heap.integers(2, (p) => fpdf._FPDFImageObj_GetImagePixelSize(object, p, p + 4));
    if (!region || !size) return;
    this.#pixels += size[0]! * size[1]!;
    if (this.#pixels > MAX_IMAGE_PIXELS) throw errors('pdf.too-complex', { page: this.#page.number });
    const matrix = concatenate(this.#matrix(object), outer);
    const image = { handle: object, matrix, region, pixelWidth: size[0]!, pixelHeight: size[1]!, order };
    const looked = this.#images.length < MAX_OPACITY_CHECKS && isSmall(image, this.#page);
    this.#images.push(looked ? { ...image, opaque: isOpaque(this.#page, object) } : image);
  }

  #addText(object: number, outer: Matrix, order: number): void {
    if (this.#page.fpdf._FPDFTextObj_GetTextRenderMode(object) === INVISIBLE) return;
    const region = this.#bounds(object, outer);
    if (region) this.#text.add(object, region, concatenate(this.#matrix(object), outer), order);
  }

  #addPath(object: number, outer: Matrix, order: number): void {
    const { fpdf, heap } = this.#page;
    const mode = heap.integers(2, (p) => fpdf._FPDFPath_GetDrawMode(object, p, p + 4));
    const colour = heap.integers(4, (p) => fpdf._FPDFPageObj_GetFillColor(object, p, p + 4, p + 8, p + 12));
    const filled = mode !== null && mode[0] !== 0;
    const region =
      filled && colour?.[3] === 255 && this.#isRectangle(object) ? this.#bounds(object, outer) : null;
    if (region && colour)
      this.#fills.push({ region, order, white: colour.slice(0, 3).every((c) => c >= 245) });
    else if (filled || mode?.[1]) this.#others++;
  }

  /** Four or five points, each on a corner of the box around them. */
  #isRectangle(path: number): boolean {
    const { fpdf, heap } = this.#page;
    const count = fpdf._FPDFPath_CountSegments(path);
    if (count < 4 || count > 6) return false;
    const points: [number, number][] = [];
    for (let i = 0; i < count; i++) {
      const segment = fpdf._FPDFPath_GetPathSegment(path, i);
      const point = heap.floats(2, (p) => fpdf._FPDFPathSegment_GetPoint(segment, p, p + 4));
      if (!point || fpdf._FPDFPathSegment_GetType(segment) === 1) return false;
      points.push([point[0]!, point[1]!]);
    }
    const box = boxAround(points);
    const slack = 0.01 * Math.min(box.width, box.height);
    const onEdge = (v: number, from: number, length: number) =>
      Math.min(v - from, from + length - v) <= slack;
    return points.every(([x, y]) => onEdge(x, box.x, box.width) && onEdge(y, box.y, box.height));
  }

  #bounds(object: number, outer: Matrix): PointRegion | null {
    const { fpdf, heap, transform } = this.#page;
    const box = heap.floats(4, (p) => fpdf._FPDFPageObj_GetBounds(object, p, p + 4, p + 8, p + 12));
    if (!box?.every(Number.isFinite)) return null;
    const [left, bottom, right, top] = box as [number, number, number, number];
    const toPage = concatenate(outer, transform);
    return boxAround([
      apply(toPage, left, bottom),
      apply(toPage, right, bottom),
      apply(toPage, left, top),
      apply(toPage, right, top),
    ]);
  }

  #matrix(object: number): Matrix {
    const { fpdf, heap } = this.#page;
    return (heap.floats(6, (p) => fpdf._FPDFPageObj_GetMatrix(object, p)) as Matrix | null) ?? IDENTITY;
  }
}
