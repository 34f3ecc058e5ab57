import { expect, test } from 'vitest';
import { printedNumbers } from '../../src/typography/numbers.ts';
import { retypedRuns } from '../../src/typography/runs.ts';
import { AMOUNTS, numbersPage } from './page.ts';

const { image, page } = numbersPage(AMOUNTS.slice(0, 3));
const numbers = printedNumbers(image, page);
/** Log-odds of the six digits of each of the three numbers. */
const runsOf = (...scores: readonly number[][]) =>
  retypedRuns(
    numbers,
    new Map(numbers.flatMap(({ glyphs }, row) => glyphs.map((glyph, i) => [glyph, scores[row]![i]!]))),
    3,
  );
const NONE = [-6, -6, -6, -6, -6, -6];

test('a run holds the digits beside the highest that are near the alarm, and no others', () => {
  const [run, ...others] = runsOf(NONE, [4, -5, 1, 5, 3.5, -2], NONE);
  expect(run).toMatchObject({ number: numbers[1], from: 2, to: 5, score: 5 });
  expect(others).toEqual([]);
});

test('the surest run comes first, and none below the alarm', () => {
  const runs = runsOf([-1, -1, 3.1, -1, -1, -1], [-1, 2.9, -1, -1, -1, -1], [7, 7, 7, 7, 7, 7]);
  expect(runs.map(({ score }) => score)).toEqual([7, 3.1]);
  expect(runs[0]).toMatchObject({ number: numbers[2], from: 0, to: 6 });
});
