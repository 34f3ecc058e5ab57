import { createAgencyScript, createRandom, writeAgencyText } from '@jianzhen/simulate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWithTemplate, recoverTemplate, templateText } from '../../src/index.ts';
import { align } from '../../src/template/align.ts';

const letter = (name: string, date: string, amount: string, cause: string) =>
  `尊敬的领导：本人${name}，因${cause}无法按期还款。我于${date}借款${amount}。要求停息挂账并减免全部罚息！如不处理我将继续向监管部门投诉。`;
const LETTERS = [
  letter('张伟', '2024年3月5日', '5000元', '失业'),
  letter('李小明', '2023-12-01', '３.５万元', '住院治疗'),
  letter('王芳', '2025年1月8日', '800元', '生意亏损'),
  letter('赵刚', '2024年7月2日', '12000元', '失业'),
];

describe('a template recovered from letters', () => {
  const template = recoverTemplate(LETTERS)!;

  it('has the constant text with its punctuation, and slots with what filled them', () => {
    expect(templateText(template)).toBe(
      '尊敬的领导：本人【姓名】，因【可变】无法按期还款。我于【日期】借款【金额】。要求停息挂账并减免全部罚息！如不处理我将继续向监管部门投诉。',
    );
    expect(templateText(template, 'en')).toContain('本人【name】');
    const free = template.parts.find(({ slot }) => slot === 'free')!;
    expect(free.fills).toEqual(['失业', '住院治疗', '生意亏损']);
    expect(template.parts.find(({ slot }) => slot === 'name')!.fills).toContain('李小明');
  });

  it('shows what of a letter is its own', () => {
    const text = `${letter('钱进', '2024年9月9日', '77元', '失业')}另外我家的狗也病了两个月。`;
    const { share, spans } = compareWithTemplate(template, text);
    expect(share).toBeGreaterThan(0.95);
    const of = (kind: string) =>
      spans.filter((span) => span.kind === kind).map(({ start, end }) => text.slice(start, end));
    expect(of('own').join('')).toContain('我家的狗也病了');
    expect(of('fill').join('')).toContain('钱进');
    expect(of('fill').join('')).toContain('77元');
    expect(of('template').join('')).toContain('要求停息挂账并减免全部罚息');
    expect(spans.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
  });

  it('is not in a text about something else', () => {
    expect(compareWithTemplate(template, '手机银行更新以后一直闪退，登不上去，麻烦修一下。').share).toBe(0);
  });

  it('is found though sentences were moved, dropped and reworded', () => {
    const random = createRandom('template test');
    const script = createAgencyScript('template test', 1);
    const plain = recoverTemplate(
      Array.from({ length: 12 }, () => writeAgencyText(script, 'light', random).text),
    )!;
    const reworded = Array.from({ length: 12 }, () => writeAgencyText(script, 'medium', random).text);
    const share =
      reworded.reduce((sum, text) => sum + compareWithTemplate(plain, text).share, 0) / reworded.length;
    expect(share).toBeGreaterThan(0.75);
  });

  it('needs two letters, and letters that have something in common', () => {
    expect(recoverTemplate([])).toBeNull();
    expect(recoverTemplate([LETTERS[0]!])).toBeNull();
    expect(recoverTemplate(['手机银行更新以后一直闪退', '我想问问能不能延期还款'])).toBeNull();
  });

  it('never throws, and its spans cover any text', () => {
    const texts = fc.array(
      fc.oneof(fc.constantFrom(...LETTERS), fc.string({ unit: 'binary', maxLength: 80 })),
      {
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(texts, fc.string({ unit: 'binary' }), (several, text) => {
        const recovered = recoverTemplate(several);
        if (!recovered) return;
        const { spans } = compareWithTemplate(recovered, text);
        expect(spans.map(({ start, end }) => text.slice(start, end)).join('')).toBe(
          spans.length > 0 ? text : '',
        );
      }),
    );
  });
});

describe('alignment', () => {
  it('puts a pattern at its place, with what is missing and what was put in', () => {
    const { at, equal } = align('abcdef', 'xxabXcefyy', 0, 10);
    expect([...at]).toEqual([2, 3, 5, -1, 6, 7]);
    expect(equal).toBe(5);
  });
});
