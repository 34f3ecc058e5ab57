/**
 * Character error of a read page. V. I. Levenshtein 1966, "Binary codes capable of correcting deletions, insertions, and reversals":
 * edit distance. Reading order does not count: every read character goes to the true line in whose box its middle lies, and each
 * true line is compared with what came to it, pieces from the left, the characters of a read line in its own order.
 */
import type { Region } from '@jianzhen/evidence';
import type { PaperReading } from './types.ts';

/** NFKC, without blanks and without runs of three or more dashes, dots or the like, which are drawn rules. */
export const plainText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[-–—_=.·…*]{3,}/g, '');

/** Share of a line's height by which a character's middle may lie outside its box. */
const MARGIN = 0.35;

/** How far a point lies outside of a box, in the box's heights; 0 within. */
function outside(x: number, y: number, box: Region): number {
  const dx = Math.max(0, box.x - x, x - (box.x + box.width));
  const dy = Math.max(0, box.y - y, y - (box.y + box.height));
  return Math.max(dx, dy) / Math.max(1, box.height);
}

/** @param free characters of `b` that may be too many without cost */
export function editDistance(
  a: readonly string[],
  b: readonly string[],
  free: readonly boolean[] = [],
): number {
  const cost = (j: number) => (free[j] ? 0 : 1);
  let row = [0];
  for (let j = 0; j < b.length; j++) row.push(row[j]! + cost(j));
  for (const [i, left] of a.entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++)
      next.push(Math.min(row[j]! + (left === b[j] ? 0 : 1), row[j + 1]! + 1, next[j]! + cost(j)));
    row = next;
  }
  return row[b.length]!;
}

export interface PlacedLine {
  readonly text: string;
  readonly region: Region;
}

/** Characters of one read line that came to one true line. */
interface Piece {
  readonly x: number;
  readonly characters: { readonly text: string; readonly free: boolean }[];
}

export interface LineError {
  /** Null for what was read where the page has no print. */
  readonly truth: string | null;
  readonly read: string;
  readonly errors: number;
}

function lineError(truth: string, pieces: readonly Piece[]): LineError {
  const read = pieces
    .toSorted((a, b) => a.x - b.x)
    .flatMap(({ characters }) => characters)
    .flatMap(({ text, free }) => [...plainText(text)].map((character) => ({ character, free })));
  const whole = plainText(read.map(({ character }) => character).join(''));
  const expected = plainText(truth);
  // Rules drawn of dashes are longer than one character: where some were dropped, places no longer say what is free.
  const free = [...whole].length === read.length ? read.map((own) => own.free) : [];
  return { truth: expected, read: whole, errors: editDistance([...expected], [...whole], free) };
}

/**
 * Edits a line. What lies in none of the boxes is an insertion. In an ignored box nothing is one: neither characters outside of all
 * lines, nor such as a line has too many.
 */
export function lineErrors(
  truth: readonly PlacedLine[],
  reading: PaperReading,
  ignored: readonly Region[] = [],
): LineError[] {
  const pieces = truth.map((): Piece[] => []);
  const stray: string[] = [];
  for (const { characters } of reading.lines) {
    const own = new Map<number, Piece>();
    let last = -1;
    for (const { text, region } of characters) {
      if (text.trim() === '') continue;
      const [x, y] = [region.x + region.width / 2, region.y + region.height / 2];
      const free = ignored.some((box) => outside(x, y, box) === 0);
      const near = truth.map(({ region: box }) => outside(x, y, box));
      let best = near.indexOf(Math.min(...near));
      // Boxes of neighbouring lines may overlap on a slanted page: a line is read on.
      if (last >= 0 && near[last] === 0) best = last;
      if (best < 0 || near[best]! > MARGIN) {
        if (!free) stray.push(text);
        continue;
      }
      last = best;
      const piece = own.get(best) ?? { x, characters: [] };
      own.set(best, piece);
      piece.characters.push({ text, free });
    }
    for (const [line, piece] of own) pieces[line]!.push(piece);
  }
  const errors = truth.map(({ text }, i) => lineError(text, pieces[i]!));
  const rest = plainText(stray.join(''));
  return rest === '' ? errors : [...errors, { truth: null, read: rest, errors: [...rest].length }];
}
