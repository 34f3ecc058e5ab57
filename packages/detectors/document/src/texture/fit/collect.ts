import type { PageContext } from '../../signal.ts';
import { cellInputs, inputsOfCell } from '../cell-likelihood.ts';
import { type CellMeasures, cellMeasures } from '../cells.ts';
import { isFlawless } from '../flawless.ts';
import { judgedWords } from '../words.ts';

/** A word or a cell that is surely edited or surely not. */
export interface Item {
  readonly edited: boolean;
  readonly z: Readonly<Record<string, number>>;
  readonly context: Readonly<Record<string, number>>;
}

export interface Sample {
  readonly op: string;
  readonly words: readonly Item[];
  readonly cells: readonly Item[];
  /** Of untouched pages, for the tail of windows. */
  readonly measures: CellMeasures | null;
}

const CELLS_A_PAGE = 150;

/** @param mask RGB of the page's size, from 128 up edited; null for an untouched page */
export function collect(
  page: PageContext,
  mask: Uint8Array | null,
  op: string,
  seed: number,
  kinds: ReadonlySet<'word' | 'cell'>,
): Sample {
  if (isFlawless(page)) return { op, words: [], cells: [], measures: null };
  const { width, height } = page.luma;
  const share = (left: number, top: number, right: number, bottom: number): number => {
    if (!mask) return 0;
    let inside = 0;
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) if (mask[3 * (y * width + x)]! >= 128) inside++;
    }
    return inside / ((right - left) * (bottom - top));
  };
  const words = judgedWords(page).flatMap(({ word: { region }, z, context }): Item[] => {
    const edited = share(region.x, region.y, region.x + region.width, region.y + region.height);
    if (edited > 0.05 && edited < 0.5) return [];
    return [{ edited: edited >= 0.5, z, context: { ...context } }];
  });
  if (!kinds.has('cell')) return { op, words, cells: [], measures: null };
  const measures = cellMeasures(page);
  const inputs = cellInputs(measures);
  const { columns, rows } = measures;
  const stride = Math.max(1, Math.floor((columns * rows) / CELLS_A_PAGE));
  const cells: Item[] = [];
  for (let cell = 0; cell < columns * rows; cell++) {
    const x = (cell % columns) * 8;
    const y = Math.floor(cell / columns) * 8;
    const edited = share(x, y, Math.min(width, x + 8), Math.min(height, y + 8));
    if (edited < 0.6 && (edited > 0 || (cell + seed * 7) % stride !== 0)) continue;
    cells.push({
      edited: edited >= 0.6,
      ...inputsOfCell(inputs, cell),
    });
  }
  return { op, words, cells, measures: mask ? null : measures };
}
