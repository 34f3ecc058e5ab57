// P. H. Sellers, "The theory and computation of evolutionary distances: pattern recognition" (J. Algorithms, 1980): the pattern is
// spent whole, the text around its place is free. Here equal characters score, so that a changed stretch costs no more than its length.

/** How a pattern lies in a text. */
export interface Placement {
  /** For each unit of the pattern the unit of the text that stands in its place, ascending; −1 where none does. */
  readonly at: Int32Array;
  /** Units that are equal, in all. */
  readonly equal: number;
}

const EQUAL = 2;
const OTHER = -1;
const GAP = -1;

/** Best placement of the pattern within text[from, to). Time and memory grow with the product of both lengths. */
export function align(pattern: string, text: string, from: number, to: number): Placement {
  const [rows, columns] = [pattern.length, to - from];
  const wide = columns + 1;
  const scores = new Int16Array((rows + 1) * wide);
  for (let i = 1; i <= rows; i++) {
    scores[i * wide] = i * GAP;
    for (let j = 1; j <= columns; j++) {
      const met = pattern[i - 1] === text[from + j - 1] ? EQUAL : OTHER;
      const cell = i * wide + j;
      scores[cell] = Math.max(
        scores[cell - wide - 1]! + met,
        scores[cell - wide]! + GAP,
        scores[cell - 1]! + GAP,
      );
    }
  }
  return trace(pattern, text, from, scores, wide);
}

function trace(pattern: string, text: string, from: number, scores: Int16Array, wide: number): Placement {
  const rows = pattern.length;
  let j = 0;
  for (let k = 1; k < wide; k++) if (scores[rows * wide + k]! > scores[rows * wide + j]!) j = k;
  const at = new Int32Array(rows).fill(-1);
  let equal = 0;
  for (let i = rows; i > 0 && j > 0; ) {
    const cell = i * wide + j;
    const same = pattern[i - 1] === text[from + j - 1];
    if (scores[cell] === scores[cell - wide - 1]! + (same ? EQUAL : OTHER)) {
      at[i - 1] = from + j - 1;
      if (same) equal++;
      i--;
      j--;
    } else if (scores[cell] === scores[cell - wide]! + GAP) i--;
    else j--;
  }
  return { at, equal };
}
