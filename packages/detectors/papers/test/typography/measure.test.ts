import { expect, test } from 'vitest';
import { deviationsOf } from '../../src/typography/deviations.ts';
import { printedNumbers } from '../../src/typography/numbers.ts';
import { type Segment, segmentsOf } from '../../src/typography/segments.ts';
import { shapeDistance } from '../../src/typography/shape.ts';
import { AMOUNTS, type NumberOnPage, numbersPage } from './page.ts';

/** The amounts with one in another style. */
const withRow = (row: number, style: Partial<NumberOnPage>): NumberOnPage[] =>
  AMOUNTS.map((amount, i) => (i === row ? { ...amount, ...style } : amount));

function segmentOf(numbers: readonly NumberOnPage[], text: string): Segment {
  const { image, page } = numbersPage(numbers);
  const found = segmentsOf(printedNumbers(image, page)).find(
    ({ glyphs }) => glyphs.map(({ character }) => character.text).join('') === text,
  );
  if (!found) throw new Error(`no segment ${text}`);
  return found;
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
  const segment = segmentOf(withRow(4, { size: 30 }), '908453');
  const [lead] = deviationsOf(segment);
  expect(lead).toMatchObject({ deviation: 'size', reference: 'column' });
  expect(lead!.own).toBeCloseTo(0.73 * 30, 0);
  expect(lead!.high).toBeLessThan(20);
});

test('a paler number differs in ink', () => {
  const segment = segmentOf(withRow(2, { colour: '#777' }), '847209');
  expect(segment.features.contrastColumn).toBeGreaterThan(5);
  expect(deviationsOf(segment)[0]!.deviation).toBe('ink');
});

test('an even column stays within what is usual', () => {
  const segment = segmentOf(AMOUNTS, '631527');
  expect(segment.features.heightColumn).toBeLessThan(3);
  expect(segment.features.contrastColumn).toBeLessThan(3);
  expect(segment.features.baselineZ).toBeLessThan(3);
});
