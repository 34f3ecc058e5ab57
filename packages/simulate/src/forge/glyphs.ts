import type { Box } from '../picture.ts';
import { type Ink, tighten } from './ink.ts';
import type { Unit } from './units.ts';

/** One character of a unit. */
export interface Glyph {
  /** Tight around its ink. */
  readonly box: Box;
  /** Which character it is, where the unit's text is known and falls apart into as many pieces. */
  readonly character: string | null;
  readonly unit: Unit;
}

/** Ink parted by blank columns. */
export function piecesOf(ink: Ink, { x, y, width, height }: Box): Box[] {
  const pieces: Box[] = [];
  let start = -1;
  for (let column = x; column <= x + width; column++) {
    const inked = column < x + width && ink.sum({ x: column, y, width: 1, height }) > 0;
    if (inked && start < 0) start = column;
    if (inked || start < 0) continue;
    const box = tighten(ink, { x: start, y, width: column - start, height });
    if (box) pieces.push(box);
    start = -1;
  }
  return pieces;
}

/** The unit's characters: pieces of ink narrow and tall enough for one character. */
export function findGlyphs(ink: Ink, unit: Unit): Glyph[] {
  const { height } = unit.box;
  const pieces = piecesOf(ink, unit.box);
  const characters = unit.text ? [...unit.text.replace(/\s+/g, '')] : [];
  const known = characters.length === pieces.length;
  return pieces
    .map((box, i) => ({ box, character: known ? characters[i]! : null, unit }))
    .filter(({ box }) => box.height >= 0.55 * height && box.width <= 1.1 * height && box.width >= 3);
}
