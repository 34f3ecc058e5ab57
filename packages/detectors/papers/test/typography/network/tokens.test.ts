import { describe, expect, it } from 'vitest';
import { CROP, FULL, NOTHING } from '../../../src/typography/network/crops.ts';
import { FACTS, type PageTokens, PLACES, pageTokens } from '../../../src/typography/network/tokens.ts';
import { printedNumbers } from '../../../src/typography/numbers.ts';
import { AMOUNTS, type NumberOnPage, numbersPage } from '../page.ts';

function tokens(amounts: readonly NumberOnPage[], inverted = false): PageTokens {
  const { image, page } = numbersPage(amounts);
  const rgb = inverted ? image.rgb.map((value) => 255 - value) : image.rgb;
  const shown = { ...image, rgb };
  return pageTokens(shown, printedNumbers(shown, page))[0]!;
}
const fact = ({ facts }: PageTokens, i: number, name: (typeof FACTS)[number]) =>
  facts[i * FACTS.length + FACTS.indexOf(name)]!;
const place = ({ places }: PageTokens, i: number, name: (typeof PLACES)[number]) =>
  places[i * PLACES.length + PLACES.indexOf(name)]!;
const crop = ({ crops }: PageTokens, i: number, k: 0 | 1) =>
  crops.subarray((2 * i + k) * CROP * CROP, (2 * i + k + 1) * CROP * CROP);

describe('what the network is told of a page', () => {
  it('holds every digit, its number and its line', () => {
    const page = tokens(AMOUNTS);
    expect(page.count).toBe(60);
    expect(page.digits).toHaveLength(60);
    for (let i = 0; i < 60; i++) {
      expect(place(page, i, 'line')).toBe(Math.floor(i / 6));
      expect(place(page, i, 'character')).toBe(Number(page.digits[i]!.character.text));
      expect(Math.abs(fact(page, i, 'height'))).toBeLessThan(0.06);
      expect(Math.abs(fact(page, i, 'foot'))).toBeLessThan(0.06);
    }
  });

  it('is of paper and ink as the page has them, dark on light or light on dark', () => {
    const [page, inverse] = [tokens(AMOUNTS), tokens(AMOUNTS, true)];
    for (const k of [0, 1] as const) {
      expect(crop(page, 0, k)[0]).toBe(NOTHING);
      expect(Math.abs(Math.max(...crop(page, 0, k)) - NOTHING - FULL)).toBeLessThan(8);
      expect(crop(inverse, 0, k)).toEqual(crop(page, 0, k));
    }
  });

  it('scales digits of every size alike, and keeps their surroundings as they are', () => {
    const grown = AMOUNTS.map((amount) => ({ ...amount, size: 39 }));
    const [small, large] = [tokens(AMOUNTS), tokens(grown)];
    // The third digit has no comma beside it.
    const inked = (page: PageTokens, k: 0 | 1) => {
      const rows = [...crop(page, 2, k).keys()].filter((at) => crop(page, 2, k)[at]! > NOTHING + FULL / 2);
      return new Set(rows.map((at) => Math.floor(at / CROP))).size;
    };
    expect(Math.abs(inked(small, 1) - 18)).toBeLessThan(2);
    expect(Math.abs(inked(large, 1) - 18)).toBeLessThan(2);
    expect(inked(large, 0) - inked(small, 0)).toBeGreaterThan(7);
  });

  it('tells the ink and the size of a digit against the page', () => {
    const page = tokens(
      AMOUNTS.map((amount, i) => (i === 1 ? { ...amount, size: 30, colour: '#666' } : amount)),
    );
    expect(fact(page, 6, 'size')).toBeCloseTo(Math.log(30 / 26), 1);
    expect(fact(page, 6, 'contrast')).toBeLessThan(-0.2);
    expect(Math.abs(fact(page, 12, 'contrast'))).toBeLessThan(0.03);
  });

  it('is nothing of a page without numbers', () => {
    const { image, page } = numbersPage([{ text: 'abc', x: 100, y: 100 }]);
    expect(pageTokens(image, printedNumbers(image, page))).toEqual([]);
  });

  it('comes in parts of whole numbers where a page has many', () => {
    const { image, page } = numbersPage(AMOUNTS);
    const numbers = printedNumbers(image, page);
    const whole = pageTokens(image, numbers)[0]!;
    const parts = pageTokens(image, numbers, 20);
    expect(parts.map(({ count }) => count)).toEqual([18, 18, 18, 6]);
    expect(parts.flatMap(({ digits }) => digits)).toEqual(whole.digits);
    expect(parts.flatMap(({ facts }) => [...facts])).toEqual([...whole.facts]);
  });
});
