import {
  dictOf,
  isArray,
  nameOf,
  type PageNode,
  type PdfDict,
  type PdfHistory,
  PdfStream,
  type PdfValue,
  pagesOf,
} from '@jianzhen/pdf';
import { isHazardous } from './hazards.ts';

/** Bytes of content operators that drawing a page may run through, forms as often as they are drawn. Maps reach 20 MB. */
const MAX_CONTENT = 48 << 20;
/** The same of all pages together; those behind it are refused. */
const MAX_TOTAL = 256 << 20;
/** What drawing a form costs besides its content, in bytes of content. */
const FORM_COST = 500;
/** Objects of all pages' resources that are looked at. */
const MAX_VISITS = 1_000_000;
const MAX_DEPTH = 30;

/**
 * Pages (1-based) that must not be handed to a renderer: content that unfolds without measure (deflate bombs, forms that
 * draw forms that draw forms …) and what hazards.ts knows. Encrypted content cannot be measured and passes.
 */
export function overlyComplexPages(history: PdfHistory, k: number): ReadonlySet<number> {
  const out = new Set<number>();
  if (k < 0) return out;
  const measure = new Measure(history, k);
  const budget = { left: MAX_VISITS };
  let left = MAX_TOTAL;
  pagesOf(history, k).forEach((page, i) => {
    const weight = left > 0 ? measure.weigh(page) : Number.POSITIVE_INFINITY;
    if (weight > MAX_CONTENT || isHazardous(history, page, k, budget)) out.add(i + 1);
    else left -= weight;
  });
  return out;
}

class Measure {
  readonly #history: PdfHistory;
  readonly #k: number;
  /** Content bytes by stream, 0 while it is being measured: renderers cut a form that draws itself. */
  readonly #weights = new Map<PdfStream, number>();

  constructor(history: PdfHistory, k: number) {
    this.#history = history;
    this.#k = k;
  }

  weigh(page: PageNode): number {
    const contents = this.#history.resolve(page.shown.get('Contents'), this.#k);
    const streams = (isArray(contents) ? contents : [contents]).map((part) =>
      this.#history.resolve(part, this.#k),
    );
    const resources = dictOf(this.#history.resolve(page.shown.get('Resources'), this.#k));
    const contentStreams = streams.filter((stream) => stream instanceof PdfStream);
    return contentStreams.reduce((sum, stream) => sum + this.#weigh(stream, resources, 0), 0);
  }

  /** Infinity for what is beyond measure. */
  #weigh(content: PdfStream, resources: PdfDict | null, depth: number): number {
    const known = this.#weights.get(content);
    if (known !== undefined) return known;
    if (depth > MAX_DEPTH) return 0;
    this.#weights.set(content, 0);
    const weight = this.#unfold(content, resources, depth);
    this.#weights.set(content, weight);
    return weight;
  }

  #unfold(content: PdfStream, resources: PdfDict | null, depth: number): number {
    const bytes = this.#history.content(content, MAX_CONTENT);
    if (bytes === 'too-long') return Number.POSITIVE_INFINITY;
    const objects = dictOf(this.#history.resolve(resources?.get('XObject'), this.#k));
    if (!objects || objects.size === 0) return bytes.length;
    const drawn = countDrawn(bytes);
    let weight = bytes.length;
    for (const [name, times] of drawn) {
      weight += times * this.#weighObject(objects.get(name), resources, depth + 1);
      if (weight > MAX_CONTENT) return Number.POSITIVE_INFINITY;
    }
    return weight;
  }

  #weighObject(value: PdfValue | undefined, inherited: PdfDict | null, depth: number): number {
    const object = this.#history.resolve(value, this.#k);
    if (!(object instanceof PdfStream)) return 0;
    if (nameOf(object.dict.get('Subtype')) === 'Form') {
      const own = dictOf(this.#history.resolve(object.dict.get('Resources'), this.#k));
      return FORM_COST + this.#weigh(object, own ?? inherited, depth);
    }
    return 1;
  }
}

/** How often content draws each XObject: `/Name Do`. */
function countDrawn(content: Uint8Array): Map<string, number> {
  const counts = new Map<string, number>();
  const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1');
  for (const match of text.matchAll(/\/([^\s()<>[\]{}/%]{1,127})\s{1,16}Do\b/g)) {
    counts.set(match[1]!, (counts.get(match[1]!) ?? 0) + 1);
  }
  return counts;
}
