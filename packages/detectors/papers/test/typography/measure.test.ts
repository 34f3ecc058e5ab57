import { expect, test } from 'vitest';
import { deviationsOn, type MeasuredDeviation } from '../../src/typography/deviations.ts';
import { printedNumbers } from '../../src/typography/numbers.ts';
import { shapeDistance } from '../../src/typography/shape.ts';
import { AMOUNTS, type NumberOnPage, numbersPage } from './page.ts';

/** The amounts with one in another style. */
const withRow = (row: number, style: Partial<NumberOnPage>): NumberOnPage[] =>
  AMOUNTS.map((amount, i) => (i === row ? { ...amount, ...style } : amount));

/** How the whole number of a row differs from the others. */
function deviationsOfRow(amounts: readonly NumberOnPage[], row: number): readonly MeasuredDeviation[] {
  const { image, page } = numbersPage(amounts);
  const numbers = printedNumbers(image, page);
  const number = numbers.find(({ line }) => line === row)!;
  return deviationsOn(numbers)({ number, from: 0, to: number.glyphs.length, score: 1 });
}

test('measures digits to a fraction of a pixel', () => {
  const { image, page } = numbersPage(AMOUNTS);
  const numbers = printedNumbers(image, page);
  expect(numbers).toHaveLength(AMOUNTS.length);
  for (const { glyphs, size } of numbers) {
    expect(glyphs).toHaveLength(6);
    // Digits of this face are 0.73 em high.
    expect(size).toBeCloseTo(0.73 * 26, 0);
    for (const { top, bottom } of glyphs) expect(Math.abs(bottom - top - size)).toBeLessThan(0.8);
  }
});

test('the same digit has nearly the same form everywhere, another digit has not', () => {
  const { image, page } = numbersPage(AMOUNTS);
  const glyphs = printedNumbers(image, page).flatMap((number) => number.glyphs);
  const threes = glyphs.filter(({ character }) => character.text === '3');
  const nines = glyphs.filter(({ character }) => character.text === '9');
  expect(shapeDistance(threes[0]!.shape, threes[1]!.shape)).toBeLessThan(0.06);
  expect(shapeDistance(threes[0]!.shape, nines[0]!.shape)).toBeGreaterThan(0.15);
});

test('a larger number in a column differs in size, with the numbers told', () => {
  const [lead] = deviationsOfRow(withRow(4, { size: 30 }), 4);
  expect(lead).toMatchObject({ deviation: 'size', reference: 'column' });
  expect(lead!.own).toBeCloseTo(0.73 * 30, 0);
  expect(lead!.high).toBeLessThan(20);
});

test('a paler number differs in ink, a blue one in colour', () => {
  expect(deviationsOfRow(withRow(2, { colour: '#777' }), 2)[0]).toMatchObject({ deviation: 'ink' });
  const [lead] = deviationsOfRow(withRow(2, { colour: '#2222aa' }), 2);
  expect(lead).toMatchObject({ deviation: 'colour' });
  expect(Math.abs(lead!.own)).toBeGreaterThan(20);
  expect(Math.abs(lead!.high)).toBeLessThan(3);
});

test('an even column stays within what is usual', () => {
  for (const { strength } of deviationsOfRow(AMOUNTS, 3)) expect(strength).toBeLessThan(3);
});
