import type { TemplateMaterial } from '../types.ts';
import type { Anchors } from './anchors.ts';
import { rowAt } from './slant.ts';

/** Distance in sizes from which two pieces of text stand in two rows. */
const ROW_GAP = 0.6;
/** Distance in sizes above the rows in which a paragraph may have begun. */
const ABOVE = 1.5;

export interface Rows {
  readonly count: number;
  /** Whether there is running text among them. */
  readonly flow: boolean;
}

/**
 * Rows between two heights without a fixed word in them.
 * @param fixed 1 for words that both pages have
 * @param top height of a line of text, as `rowAt` gives it; `bottom` too
 */
export function rows(
  { words, fills, width, height }: TemplateMaterial,
  page: Anchors,
  fixed: Uint8Array,
  top: number,
  bottom: number,
): Rows {
  const found: { readonly at: number; readonly fixed: boolean }[] = [];
  let flow = false;
  const take = (x: number, y: number, isFixed: boolean): number => {
    const at = rowAt(page.slant, x - width / 2, y - height / 2);
    if (at > top && at < bottom) found.push({ at, fixed: isFixed });
    return at;
  };
  words.forEach(({ x1, y1, role }, i) => {
    const own = fixed[i] === 1 || role === 'title' || role === 'label';
    const at = take(x1, y1, own);
    // The last label above may be part of the paragraph.
    if (role === 'flow' && !own && at > top - ABOVE * page.usual && at < bottom) flow = true;
  });
  for (const { x, y } of fills) take(x, y, false);
  found.sort((p, q) => p.at - q.at);
  let [count, last, held] = [0, Number.NEGATIVE_INFINITY, true];
  for (const { at, fixed: isFixed } of found) {
    if (at - last > ROW_GAP * page.usual) {
      if (!held) count++;
      held = false;
    }
    held ||= isFixed;
    last = at;
  }
  return { count: held ? count : count + 1, flow };
}
