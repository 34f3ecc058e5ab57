import {
  dictOf,
  integerOf,
  isArray,
  nameOf,
  type PageNode,
  type PdfDict,
  type PdfHistory,
  PdfRef,
  PdfStream,
  type PdfValue,
} from '@jianzhen/pdf';

/** Pixels of one picture or mask. */
const MAX_PIXELS = 150_000_000;
/** Tiles that a pattern may lay over the page. */
const MAX_TILES = 2_000_000;
/** Bytes of a PostScript calculator function: it runs for every pixel. Printers' tint transforms have some hundreds. */
const MAX_PROGRAM = 2_048;
const MAX_DEPTH = 100;
const DEFAULT_BOX = [0, 0, 612, 792];

/**
 * Whether a page's resources hold something that costs a renderer far more than its bytes: pictures of absurd size,
 * patterns of minute tiles, long programs. `budget` (objects still to visit, shared by all pages) running out counts.
 */
export function isHazardous(
  history: PdfHistory,
  page: PageNode,
  k: number,
  budget: { left: number },
): boolean {
  return new Walk(history, page, k, budget).finds(page.shown.get('Resources') ?? null, 0);
}

class Walk {
  readonly #history: PdfHistory;
  readonly #k: number;
  readonly #budget: { left: number };
  readonly #seen = new Set<number>();
  readonly #pageArea: number;

  constructor(history: PdfHistory, page: PageNode, k: number, budget: { left: number }) {
    this.#history = history;
    this.#k = k;
    this.#budget = budget;
    const box = this.#numbers(page.shown.get('MediaBox')) ?? DEFAULT_BOX;
    this.#pageArea = Math.abs((box[2]! - box[0]!) * (box[3]! - box[1]!));
  }

  finds(value: PdfValue, depth: number): boolean {
    if (--this.#budget.left < 0) return true;
    if (depth > MAX_DEPTH) return false;
    if (value instanceof PdfRef) {
      if (this.#seen.has(value.number)) return false;
      this.#seen.add(value.number);
      return this.finds(this.#history.object(value.number, this.#k), depth + 1);
    }
    if (isArray(value)) return value.some((item) => this.finds(item, depth + 1));
    const dict = dictOf(value);
    if (!dict) return false;
    if (value instanceof PdfStream && this.#isHazard(value)) return true;
    return [...dict].some(([key, item]) => key !== 'Parent' && this.finds(item, depth + 1));
  }

  #isHazard(stream: PdfStream): boolean {
    const { dict } = stream;
    if (nameOf(dict.get('Subtype')) === 'Image')
      return this.#side(dict, 'Width') * this.#side(dict, 'Height') > MAX_PIXELS;
    if (dict.get('PatternType') === 1) return !(this.#tiles(dict) <= MAX_TILES);
    if (dict.get('FunctionType') !== 4) return false;
    return this.#history.content(stream, MAX_PROGRAM) === 'too-long';
  }

  #tiles(dict: PdfDict): number {
    const [a = 1, b = 0, c = 0, d = 1] = this.#numbers(dict.get('Matrix')) ?? [];
    const step = (key: string) => Number(this.#history.resolve(dict.get(key), this.#k));
    return this.#pageArea / Math.abs(step('XStep') * step('YStep') * (a * d - b * c));
  }

  #side(dict: PdfDict, key: string): number {
    return integerOf(this.#history.resolve(dict.get(key), this.#k)) ?? 0;
  }

  #numbers(value: PdfValue | undefined): number[] | null {
    const items = this.#history.resolve(value, this.#k);
    if (!isArray(items)) return null;
    const resolved = items.map((item) => this.#history.resolve(item, this.#k));
    return resolved.every((item) => typeof item === 'number') ? resolved : null;
  }
}
