/** Pixels between two that vote, across and down: four voters a cell. */
export const SPACING = 4;
export const NO_VOTE = 255;

export interface Votes {
  readonly columns: number;
  readonly rows: number;
  /** Grid origin 8·y + x in [0, 63] that each voter is for, or NO_VOTE. */
  readonly origins: Uint8Array;
}

/**
 * Each voter is for the origin of the one block over it that has the most zeros; a tie is no vote (ZERO, section 2.1).
 * `counts` as of countZeros.
 */
export function castVotes(counts: Uint8Array, width: number, height: number): Votes {
  const columns = Math.floor(width / SPACING);
  const rows = Math.floor(height / SPACING);
  const origins = new Uint8Array(columns * rows).fill(NO_VOTE);
  for (let row = 0; row < rows; row++) {
    const y = row * SPACING + SPACING / 2;
    for (let column = 0; column < columns; column++) {
      const x = column * SPACING + SPACING / 2;
      let most = -1;
      let at = NO_VOTE;
      for (let top = Math.max(0, y - 7); top <= y && top + 8 <= height; top++) {
        for (let left = Math.max(0, x - 7); left <= x && left + 8 <= width; left++) {
          const zeros = counts[top * width + left]!;
          if (zeros === 255 || zeros < most) continue;
          if (zeros === most) at = NO_VOTE;
          else {
            most = zeros;
            at = 8 * (top & 7) + (left & 7);
          }
        }
      }
      origins[row * columns + column] = most > 0 ? at : NO_VOTE;
    }
  }
  return { columns, rows, origins };
}
