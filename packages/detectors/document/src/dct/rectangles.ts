/** Sides of the rectangles that are scanned, in cells; positions advance by a quarter of a side. */
const SIDES = [2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128];

/** Calls `visit` with right and bottom exclusive; returns how many rectangles there were. */
export function visitRectangles(
  columns: number,
  rows: number,
  visit: (left: number, top: number, right: number, bottom: number) => void,
): number {
  let count = 0;
  for (const height of SIDES) {
    if (height > rows) break;
    for (const width of SIDES) {
      if (width > columns) break;
      for (let top = 0; top + height <= rows; top += Math.max(1, height >> 2)) {
        for (let left = 0; left + width <= columns; left += Math.max(1, width >> 2)) {
          visit(left, top, left + width, top + height);
          count++;
        }
      }
    }
  }
  return count;
}

/** Summed-area table of values a cell (Crow 1984): rectangle sums in four look-ups. */
export class SummedArea {
  readonly total: number;
  readonly #sums: Float64Array;
  readonly #stride: number;

  constructor(values: ArrayLike<number>, columns: number, rows: number) {
    const stride = columns + 1;
    const sums = new Float64Array(stride * (rows + 1));
    for (let row = 0; row < rows; row++) {
      let line = 0;
      for (let column = 0; column < columns; column++) {
        line += values[row * columns + column]!;
        sums[(row + 1) * stride + column + 1] = sums[row * stride + column + 1]! + line;
      }
    }
    this.#sums = sums;
    this.#stride = stride;
    this.total = sums[sums.length - 1]!;
  }

  sum(left: number, top: number, right: number, bottom: number): number {
    const sums = this.#sums;
    const high = top * this.#stride;
    const low = bottom * this.#stride;
    return sums[low + right]! - sums[high + right]! - sums[low + left]! + sums[high + left]!;
  }
}
