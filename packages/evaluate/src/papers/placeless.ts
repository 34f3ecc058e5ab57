/**
 * Character error where the truth has no places. P. H. Sellers 1980, "The theory and computation of evolutionary distances: pattern
 * recognition", section 3: where in a text a pattern occurs with the fewest edits. Each true line, the longest first, takes the
 * stretch of the page's text that it is nearest to, so reading order does not count; what no line took is inserted text.
 */
import { type LineError, plainText } from './characters.ts';
import type { PaperReading } from './types.ts';

/** In place of text that was taken: equal to no character. */
const TAKEN = '\u0000';

/** The stretch [start, end) of a text with the least edit distance to a pattern. */
export function nearestStretch(
  pattern: readonly string[],
  text: readonly string[],
): { readonly start: number; readonly end: number; readonly errors: number } {
  let row = Array.from({ length: text.length + 1 }, (_, j) => ({ errors: 0, start: j }));
  for (const [i, character] of pattern.entries()) {
    const next = [{ errors: i + 1, start: 0 }];
    for (let j = 0; j < text.length; j++) {
      const same = text[j] === character ? 0 : 1;
      let best = { errors: row[j]!.errors + same, start: row[j]!.start };
      if (row[j + 1]!.errors + 1 < best.errors)
        best = { errors: row[j + 1]!.errors + 1, start: row[j + 1]!.start };
      if (next[j]!.errors + 1 < best.errors) best = { errors: next[j]!.errors + 1, start: next[j]!.start };
      next.push(best);
    }
    row = next;
  }
  let end = 0;
  for (let j = 1; j < row.length; j++) if (row[j]!.errors <= row[end]!.errors) end = j;
  return { start: row[end]!.start, end, errors: row[end]!.errors };
}

export function placelessErrors(truth: readonly string[], reading: PaperReading): LineError[] {
  const text = [
    ...plainText(
      reading.lines
        .map(({ characters }) => characters.map((character) => character.text).join(''))
        .join('\n'),
    ),
  ];
  const lines = truth.map(plainText).filter((line) => line !== '');
  const errors = lines
    .toSorted((a, b) => b.length - a.length)
    .map((line): LineError => {
      const { start, end, errors } = nearestStretch([...line], text);
      const read = text.slice(start, end).join('');
      text.fill(TAKEN, start, end);
      return { truth: line, read, errors };
    });
  const rest = text.filter((character) => character !== TAKEN).join('');
  return rest === '' ? errors : [...errors, { truth: null, read: rest, errors: [...rest].length }];
}
