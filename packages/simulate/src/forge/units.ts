import { type Box, grow, union } from '../picture.ts';
import { type Ink, tighten } from './ink.ts';
import type { TextLine } from './types.ts';

/** A piece of the page that a forger would want to change. */
export interface Unit {
  readonly kind: 'line' | 'word' | 'amount' | 'block';
  /** Tight around the ink. */
  readonly box: Box;
  readonly text: string | null;
}

const AMOUNT = /\d[.,]\d\d$|^\d{3,}$|\d[/-]\d/;

/** Lines, their words, amounts and dates, and blocks of two or three neighbouring lines. */
export function findUnits(ink: Ink, lines: readonly TextLine[]): Unit[] {
  const whole: Unit[] = [];
  const words: Unit[] = [];
  for (const line of lines) {
    const found = tighten(ink, grow(line, 1, ink));
    const box = found && mainBand(ink, found);
    if (!box || box.height < 6 || box.width < 8) continue;
    whole.push({ kind: 'line', box, text: line.text });
    const pieces = splitWords(ink, box);
    const tokens = line.text?.split(/\s+/).filter(Boolean) ?? [];
    if (pieces.length < 2) continue;
    pieces.forEach((piece, i) => {
      const text = tokens.length === pieces.length ? tokens[i]! : null;
      words.push({ kind: text && AMOUNT.test(text) ? 'amount' : 'word', box: piece, text });
    });
  }
  return [...whole.map(amountByText), ...words, ...blocks(whole)];
}

const amountByText = (unit: Unit): Unit =>
  unit.text && AMOUNT.test(unit.text) ? { ...unit, kind: 'amount' } : unit;

/** The rows of the line itself, without slivers of its neighbours: from its densest row up and down to the next blank one. */
function mainBand(ink: Ink, box: Box): Box | null {
  const rows = Array.from({ length: box.height }, (_, i) => ink.sum({ ...box, y: box.y + i, height: 1 }));
  const most = Math.max(...rows);
  let top = rows.indexOf(most);
  let bottom = top + 1;
  while (top > 0 && rows[top - 1]! > 0.02 * most) top--;
  while (bottom < rows.length && rows[bottom]! > 0.02 * most) bottom++;
  return tighten(ink, { ...box, y: box.y + top, height: bottom - top });
}

/** Boxes of words: ink parted by blank columns wider than a third of the line's height. */
function splitWords(ink: Ink, line: Box): Box[] {
  const gap = Math.max(3, Math.round(line.height * 0.33));
  const words: Box[] = [];
  let start = line.x;
  let blank = 0;
  const right = line.x + line.width;
  for (let x = line.x; x <= right; x++) {
    const inked = x < right && ink.sum({ x, y: line.y, width: 1, height: line.height }) > 0;
    if (!inked && x < right) {
      blank++;
      continue;
    }
    if (blank >= gap || x === right) {
      const box = tighten(ink, { x: start, y: line.y, width: x - blank - start, height: line.height });
      if (box && box.width >= 5 && box.height >= 5) words.push(box);
      start = x;
    }
    blank = 0;
  }
  return words;
}

function blocks(lines: readonly Unit[]): Unit[] {
  const sorted = [...lines].sort((a, b) => a.box.y - b.box.y);
  const out: Unit[] = [];
  for (let i = 0; i + 1 < sorted.length; i++) {
    for (const count of [2, 3]) {
      const part = sorted.slice(i, i + count);
      if (part.length < count) continue;
      const box = union(part.map((unit) => unit.box));
      const height = Math.max(...part.map((unit) => unit.box.height));
      if (box.height < height * count * 2.2 && box.width < height * 14)
        out.push({ kind: 'block', box, text: null });
    }
  }
  return out;
}

/** Units no taller than text: a logo or a hand drawn in the margin is not retyped. */
export function plainText(units: readonly Unit[]): Unit[] {
  const heights = units.map((unit) => unit.box.height).sort((a, b) => a - b);
  const usual = heights[heights.length >> 1] ?? 0;
  return units.filter((unit) => unit.box.height <= 1.6 * usual);
}
