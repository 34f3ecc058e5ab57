import { expect, test } from 'vitest';
import { formDistance } from '../../src/typography/form.ts';
import { printedNumbers } from '../../src/typography/numbers.ts';
import { type Segment, segmentsOf } from '../../src/typography/segments.ts';
import { AMOUNTS, type NumberOnPage, numbersPage } from './page.ts';

/** Numbers with a word before each, as on a receipt. */
const RECEIPT = AMOUNTS.slice(0, 6).map((amount) => ({ ...amount, text: `TOTAL ${amount.text}` }));

function segmentOf(numbers: readonly NumberOnPage[], text: string): Segment {
  const { image, page } = numbersPage(numbers);
  const found = segmentsOf(printedNumbers(image, page)).find(
    ({ glyphs }) => glyphs.map(({ character }) => character.text).join('') === text,
  );
  if (!found) throw new Error(`no segment ${text}`);
  return found;
}

test('numbers that stand with their text as the others do are as usual', () => {
  const { features } = segmentOf(RECEIPT, '847209');
  expect(features.heightText).toBeLessThan(3);
  expect(features.footText).toBeLessThan(3);
  expect(features.strokeText).toBeLessThan(3);
});

test('a number alone on its line is told by the text beside it', () => {
  const other = { ...RECEIPT[2]!, text: '8,472.09', x: RECEIPT[2]!.x + 110, y: RECEIPT[2]!.y - 4, size: 30 };
  const lines = RECEIPT.map((line, i) => (i === 2 ? { ...line, text: 'TOTAL' } : line));
  const { image, page } = numbersPage([...lines, other]);
  const [word, number] = [page.lines[2]!, page.lines.at(-1)!];
  const joined = { ...word, characters: [...word.characters, ...number.characters] };
  const read = { ...page, lines: page.lines.slice(0, -1).map((line) => (line === word ? joined : line)) };
  const segment = segmentsOf(printedNumbers(image, read)).find(
    ({ glyphs }) => glyphs.length === 6 && glyphs[0]!.character.text === '8',
  );
  expect(segment!.features.heightText).toBeGreaterThan(3);
  expect(segment!.features.footText).toBeGreaterThan(3);
});

test('digits of a run in one print are alike among themselves, and a paler run begins abruptly', () => {
  const pale = RECEIPT.map((line, i) => (i === 3 ? { ...line, colour: '#888' } : line));
  const { features } = segmentOf(pale, '631527');
  expect(features.heightInner).toBeLessThan(3);
  expect(features.contrastInner).toBeLessThan(3);
});

test('the same digit lies near along the axes of form, another digit far', () => {
  const { image, page } = numbersPage(AMOUNTS);
  const glyphs = printedNumbers(image, page).flatMap((number) => number.glyphs);
  const of = (text: string) => glyphs.filter(({ character }) => character.text === text);
  const [three, again] = of('3');
  const [nine] = of('9');
  expect(formDistance(three!.form, again!.form)).toBeLessThan(formDistance(three!.form, nine!.form) / 3);
});
