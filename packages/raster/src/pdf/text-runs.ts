import type { Matrix } from './geometry.ts';
import type { LoadedPage } from './page.ts';
import type { PdfDrawing, PointRegion } from './types.ts';

export type TextRun = PdfDrawing['textRuns'][number];

const MAX_CHARACTERS = 500_000;

/** How many characters, blanks left out. */
interface Counts {
  characters: number;
  digits: number;
  ideographs: number;
}

/** What each text object shows, by object handle. */
export function countCharacters({ fpdf, handle }: LoadedPage): ReadonlyMap<number, Counts> {
  const counts = new Map<number, Counts>();
  const textPage = fpdf._FPDFText_LoadPage(handle);
  if (!textPage) return counts;
  const total = Math.min(fpdf._FPDFText_CountChars(textPage), MAX_CHARACTERS);
  for (let i = 0; i < total; i++) {
    const code = fpdf._FPDFText_GetUnicode(textPage, i);
    if (code <= 0x20 || fpdf._FPDFText_IsGenerated(textPage, i) === 1) continue;
    const object = fpdf._FPDFText_GetTextObject(textPage, i);
    const count = counts.get(object) ?? { characters: 0, digits: 0, ideographs: 0 };
    counts.set(object, count);
    count.characters++;
    if (code >= 0x30 && code <= 0x39) count.digits++;
    else if (code >= 0x3400 && code <= 0x9fff) count.ideographs++;
  }
  fpdf._FPDFText_ClosePage(textPage);
  return counts;
}

/** Joins text objects into runs: producers write a line as one object, as words or as single letters. */
export class TextRuns {
  readonly #page: LoadedPage;
  readonly #characters: ReadonlyMap<number, Counts>;
  readonly #fonts = new Map<number, string>();
  readonly #runs: TextRun[] = [];

  constructor(page: LoadedPage, characters: ReadonlyMap<number, Counts>) {
    this.#page = page;
    this.#characters = characters;
  }

  add(object: number, region: PointRegion, matrix: Matrix, order: number): void {
    const counts = this.#characters.get(object);
    if (!counts) return;
    const run = { region, font: this.#font(object), size: this.#size(object, matrix), ...counts, order };
    const last = this.#runs.at(-1);
    if (last && continues(last, run)) {
      this.#runs[this.#runs.length - 1] = {
        ...last,
        region: union(last.region, region),
        characters: last.characters + run.characters,
        digits: last.digits + run.digits,
        ideographs: last.ideographs + run.ideographs,
      };
    } else this.#runs.push(run);
  }

  finish(): readonly TextRun[] {
    return this.#runs;
  }

  #font(object: number): string {
    const { fpdf, heap } = this.#page;
    const font = fpdf._FPDFTextObj_GetFont(object);
    let name = this.#fonts.get(font);
    if (name === undefined) {
      name =
        font === 0 ? '' : heap.text('utf8', (p, length) => fpdf._FPDFFont_GetBaseFontName(font, p, length));
      this.#fonts.set(font, name);
    }
    return name;
  }

  #size(object: number, [, , c, d]: Matrix): number {
    const { fpdf, heap } = this.#page;
    const size = heap.floats(1, (p) => fpdf._FPDFTextObj_GetFontSize(object, p))?.[0] ?? 0;
    return Math.abs(size) * Math.hypot(c, d);
  }
}

/** The same font and size, on the same line, no further away than two letters. */
function continues(last: TextRun, next: TextRun): boolean {
  if (last.font !== next.font || Math.abs(last.size - next.size) > 0.05 * last.size) return false;
  const bottom = (run: TextRun) => run.region.y + run.region.height;
  if (Math.abs(bottom(last) - bottom(next)) > 0.4 * last.size) return false;
  const gap = next.region.x - (last.region.x + last.region.width);
  return gap > -last.size && gap < 2 * last.size;
}

function union(a: PointRegion, b: PointRegion): PointRegion {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  const width = Math.max(a.x + a.width, b.x + b.width) - x;
  return { x, y, width, height: Math.max(a.y + a.height, b.y + b.height) - y };
}
