import type { Point } from './overlap.ts';

/**
 * Corners of the codes on a picture of BoofCV's set: a line a point, four points a code; or after the line `SETS` a code a line.
 *
 * @throws RangeError for numbers that make no whole code
 */
export function parseMarkedCodes(text: string): Point[][] {
  const numbers = text
    .split(/\r?\n/)
    .filter((line) => line.trim() && !line.startsWith('#') && line.trim() !== 'SETS')
    .flatMap((line) => line.trim().split(/\s+/).map(Number));
  if (numbers.length % 8 !== 0 || numbers.some(Number.isNaN))
    throw new RangeError(`${numbers.length} numbers are no codes of four corners each`);
  return Array.from({ length: numbers.length / 8 }, (_, code) =>
    Array.from({ length: 4 }, (_, corner): Point => {
      const at = 8 * code + 2 * corner;
      return [numbers[at]!, numbers[at + 1]!];
    }),
  );
}
