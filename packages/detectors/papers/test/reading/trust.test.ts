import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alternativesOf } from '../../src/reading/confusions.ts';
import { fold, foldText, halfWidth } from '../../src/reading/plain.ts';
import { differOnPaper, misreading, paperIsWrong, readingModel, readRight } from '../../src/reading/trust.ts';
import { characters } from '../page.ts';

describe('misreadings', () => {
  it('spread a probability of one over what looks alike first', () => {
    for (const character of '0123456789壹贰叁肆拾佰一二三日') {
      const all = alternativesOf(character);
      expect(all.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
      expect(all.every(({ text }) => text !== character)).toBe(true);
    }
    const weight = (a: string, b: string) => alternativesOf(a).find(({ text }) => text === b)!.weight;
    expect(weight('3', '8')).toBeGreaterThan(weight('3', '4') * 3);
    expect(alternativesOf('年')).toEqual([]);
  });

  it('explain more the less sure the character is that they change', () => {
    const is = ([text]: readonly string[]) => text === '180';
    const explained = (confidence: number) => {
      const read = characters('130').map((own, i) => (i === 1 ? { ...own, confidence } : own));
      return misreading([read], is);
    };
    expect(explained(0.5)).toBeGreaterThan(explained(0.9));
    expect(explained(0.9)).toBeGreaterThan(explained(0.999));
    expect(paperIsWrong(explained(0.5))).toBeLessThan(0.5);
    expect(paperIsWrong(explained(0.999))).toBeGreaterThan(0.9);
  });

  it("follow the recogniser's own second choice", () => {
    const is = ([text]: readonly string[]) => text === '4';
    const plain = characters('3', 0, 0, 0.95);
    const offered = plain.map((own) => ({ ...own, alternatives: [{ text: '4', confidence: 0.04 }] }));
    expect(misreading([offered], is)).toBeGreaterThan(misreading([plain], is) * 5);
  });

  it('never make the paper wrong for certain, nor right', () =>
    fc.assert(
      fc.property(fc.double({ min: 0, max: 5, noNaN: true }), (misread) => {
        const probability = paperIsWrong(misread);
        expect(probability).toBeGreaterThan(0);
        expect(probability).toBeLessThanOrEqual(1);
      }),
    ));

  it('count for less where more places differ', () => {
    const [a, b] = characters('张三', 0, 0, 0.9) as [never, never];
    const once = differOnPaper([[a, b]]);
    expect(
      differOnPaper([
        [a, b],
        [a, b],
      ]),
    ).toBeGreaterThan(once);
    expect(readRight(characters('12', 0, 0, 1))).toBeCloseTo((1 - readingModel.errorFloor) ** 2, 9);
  });
});

describe('plain writing', () => {
  it('is one character for one', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-composite', minLength: 1 }), (text) => {
        for (const character of text) {
          expect([...halfWidth(character)]).toHaveLength(1);
          expect(fold(fold(character))).toBe(fold(character));
        }
      }),
    ));
  it('folds widths, traditional forms and likenesses', () =>
    expect(foldText('ＮＯ．帳　號：')).toBe('NO.账号:'));
});
