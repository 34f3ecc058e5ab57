import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpretPage } from '../../src/interpret.ts';
import type { RecognisedPage } from '../../src/text.ts';
import { line, sheet, unsure } from '../page.ts';
import { IDENTITY, income, invoice, MOVEMENTS, statement } from './papers.ts';

const codes = (page: RecognisedPage) =>
  interpretPage(page, { receivedAt: '2024-06-01' })
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ code }) => code);

describe('a misread character accuses nobody', () => {
  it('in an identity number, wherever it is', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (at, step) => {
        const digit = String((Number(IDENTITY[at]) + step) % 10);
        const number = IDENTITY.slice(0, at) + digit + IDENTITY.slice(at + 1);
        const sure = sheet(`身份证号：${number}`);
        expect(codes(sure)).toContain('papers.identity-number-checksum');
        const doubtful = unsure(sure, (character) => character === sure.lines[0]!.characters[5 + at], 0.5);
        expect(codes(doubtful)).toEqual([]);
      }),
    ));

  it('in a number that is hard to read throughout', () =>
    expect(codes(unsure(sheet('身份证号：110105194912310021'), () => true, 0.8))).toEqual([]));

  it('in amounts: a doubtful figure, a lost point, a lost sign', () => {
    const changed = income({ figures: '12,845.00' });
    expect(codes(changed)).toEqual(['papers.amount-mismatch']);
    expect(
      codes(unsure(changed, ({ text }, { text: all }) => text === '8' && all.includes('12,845'), 0.6)),
    ).toEqual([]);
    expect(codes(income({ figures: '1234500' }))).toEqual([]);
    expect(codes(income({ figures: '12,34', capitals: '壹万贰仟叁佰肆拾伍元玖角捌分' }))).toEqual([]);
    expect(codes(statement(MOVEMENTS.map((row, i) => (i === 2 ? row.with(2, '954.40') : row))))).toEqual([]);
  });

  it('in a row of a statement that was read in part, its change taken for its balance', () => {
    const partly = MOVEMENTS.map((row, i) => (i === 2 ? row.with(3, row[2]!).with(2, '') : row));
    expect(codes(statement(partly))).toEqual([]);
  });

  it('in capitals', () => {
    const changed = income({ capitals: '壹万叁仟叁佰肆拾伍元整' });
    expect(codes(changed)).toEqual(['papers.amount-mismatch']);
    const doubtful = unsure(
      changed,
      (character, { characters, text }) => text.includes('大写') && character === characters[6],
      0.55,
    );
    expect(codes(doubtful)).toEqual([]);
  });

  it('in dates and weekdays', () => {
    const issued = income({ issued: '2024年6月31日' });
    expect(codes(issued)).toEqual(['papers.date-impossible']);
    expect(
      codes(unsure(issued, ({ text }, line) => text === '3' && line.text === '2024年6月31日', 0.6)),
    ).toEqual([]);
  });

  it('in the plus and minus of a statement with totals', () => {
    const total = (out: string) => {
      const source = statement(MOVEMENTS);
      return { ...source, lines: [...source.lines, line(`支出合计：${out}`, 100, 1200)] };
    };
    expect(codes(total('1,500.00'))).toEqual([]);
    expect(codes(total('1,900.00'))).toEqual(['papers.sum-mismatch']);
    expect(codes(total('545.60'))).toEqual([]);
  });

  it('in a total whose rows may not all have been read', () => {
    const wrong = invoice({ net: '900.00', tax: '52.00', total: '952.00', capitals: '玖佰伍拾贰元整' });
    expect(codes(wrong)).toEqual(['papers.sum-mismatch']);
    const row = (y: number) =>
      ['保温杯', '2', '50.00', '100.00', '13.00'].map((text, column) => ({
        ...line(text, 100 + column * 300, y),
        row: 1,
        column,
      }));
    const [read] = wrong.tables;
    const rows = (ys: readonly number[]) => [{ ...read!, rows: [read!.rows[0]!, ...ys.map(row)] }];
    expect(codes({ ...wrong, tables: rows([650, 700, 750, 800]) })).toEqual(['papers.sum-mismatch']);
    expect(codes({ ...wrong, tables: rows([650, 700, 800]) })).toEqual([]);
  });
});

describe('masked and broken values', () => {
  it('are left alone', () => {
    expect(codes(sheet('身份证号：110105********002X', '卡号：6222 **** **** 3334'))).toEqual([]);
    expect(codes(sheet('转账单号：100050240120240305123456', '订单号 202403051234567890'))).toEqual([]);
  });
});
