/** Sums of table columns, in fen. */
export interface SumCheck {
  readonly expected: number;
  readonly stated: number;
  readonly matches: boolean;
}

/** Compares a stated total with its parts. `tolerance`: fen that rounding of each part may have lost (0 for money columns). */
export function checkSum(parts: readonly number[], stated: number, tolerance = 0): SumCheck {
  const expected = parts.reduce((sum, part) => sum + part, 0);
  return { expected, stated, matches: Math.abs(expected - stated) <= tolerance * parts.length };
}

/** quantity × price = amount within a fen and the rounding of the price's last digit. */
export const checkProduct = (quantity: number, price: number, amount: number): boolean =>
  Math.abs(quantity * price - amount) <= Math.max(1, Math.abs(quantity) * 0.5);
