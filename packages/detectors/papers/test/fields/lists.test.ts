import { describe, expect, it } from 'vitest';
import { extractFields } from '../../src/fields/extract.ts';
import { pageStream } from '../../src/fields/stream.ts';
import { readTables } from '../../src/fields/tables.ts';
import { interpretPage } from '../../src/interpret.ts';
import type { FieldSpec, TableSpec } from '../../src/kinds/schema.ts';
import type { RecognisedPage } from '../../src/text.ts';
import { page, SIZE, sheet } from '../page.ts';

const values = (source: RecognisedPage, ...specs: FieldSpec[]) =>
  extractFields(pageStream(source), specs).map(({ value }) => value);

describe('labels', () => {
  const capitals: FieldSpec = { name: 'capitals', type: 'amount-capitals', labels: ['大写'] };

  it('may break over two lines, before a colon', () => {
    expect(values(sheet('月收入为人民币8700元（大', '写：捌仟柒佰元整）。'), capitals)).toEqual(['8700.00']);
    expect(values(sheet('月收入为人民币8700元（大', '写在下面捌仟柒佰元整）。'), capitals)).toEqual([]);
  });

  it('are none within a title whose letters are spaced wide', () => {
    const spec: FieldSpec = { name: 'diagnosis', type: 'text', labels: ['诊断'] };
    const spaced = page([
      ['疾', 100, 100],
      ['病', 160, 100],
    ]);
    const letters = [...'疾病诊断证明书'].flatMap(
      (letter, i) => page([[letter, 100 + 2 * SIZE * i, 100]]).lines[0]!.characters,
    );
    const title = { ...spaced.lines[0]!, text: '疾病诊断证明书', characters: letters };
    const source = { ...spaced, lines: [title, ...page([['诊断：骨折', 100, 300]]).lines] };
    expect(values(source, spec)).toEqual(['骨折']);
  });

  it('may have their values beside them on a page that lies askew', () => {
    const spec: FieldSpec = { name: 'amount', type: 'amount', labels: ['合计'], places: ['right'] };
    const turn = 0.12;
    // 600 pixels to the right a line has sunk by more than its height.
    const rows: [string, number, number][] = [
      ['合计', 100, 500],
      ['80.00', 700, 500 + 600 * Math.tan(turn)],
      ['99.00', 700, 500],
    ];
    expect(values({ ...page(rows), direction: turn }, spec)).toEqual(['80.00']);
  });
});

describe('labels after a word', () => {
  it('go before surer ones', () => {
    const labels = ['TOTAL INCLUSIVE', 'TOTAL'];
    const spec: FieldSpec = { name: 'amount', type: 'price', labels, last: true, after: ['ROUNDING'] };
    const lines = ['TOTAL INCLUSIVE 48.16', 'TOTAL 48.15', 'CASH 50.00', 'GST', 'TOTAL 45.43'];
    expect(values(sheet(...lines), spec)).toEqual(['48.16']);
    expect(values(sheet(lines[0]!, 'ROUNDING ADJ -0.01', ...lines.slice(1)), spec)).toEqual(['48.15']);
  });
});

describe('patterns', () => {
  it('go in their order', () => {
    const pattern = ['^(.*有限公司)$', '^([A-Z]{3,})$'];
    const spec: FieldSpec = { name: 'company', type: 'text', labels: [], perLine: true, pattern };
    expect(values(sheet('SHOP', '佳禾商贸有限公司'), spec)).toEqual(['佳禾商贸有限公司']);
    expect(values(sheet('SHOP', '佳禾商贸'), spec)).toEqual(['SHOP']);
  });
});

describe('capitals', () => {
  it('that a seal made unlike themselves are taken for what they must be, without trust', () => {
    const spec: FieldSpec = { name: 'capitals', type: 'amount-capitals', labels: ['大写'] };
    const [field] = extractFields(pageStream(sheet('大写：贰佰陆拾玖充贰角整')), [spec]);
    expect(field).toMatchObject({ value: '269.20' });
    expect(field!.confidence).toBeLessThan(0.75);
  });
});

const till: TableSpec = {
  name: 'items',
  rows: '^[xX](?<quantity>\\d+) (?<price>[\\d.]+) (?<amount>[\\d.]+)$',
  columns: [
    { name: 'quantity', type: 'number', labels: ['数量'] },
    { name: 'price', type: 'number', labels: ['单价'] },
    { name: 'amount', type: 'amount', labels: ['金额'] },
  ],
};
const receipt = (total: string) =>
  page([
    ['购物小票', 300, 40],
    ['收银:1234', 100, 100],
    ['1 鸡蛋', 100, 200],
    ['x2', 300, 250],
    ['4.50', 500, 250],
    ['9.00', 800, 250],
    ['2 苹果', 100, 300],
    ['X3', 300, 350],
    ['5.00', 500, 350],
    ['15.00', 800, 350],
    ['合计金额', 100, 450],
    [total, 800, 450],
    ['谢谢惠顾', 300, 520],
  ]);

describe('lists of tills', () => {
  it('are rows of one form', () => {
    const [list] = readTables(receipt('24.00'), [till]);
    expect(
      list!.rows.map((row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, v.value]))),
    ).toEqual([
      { quantity: '2', price: '4.50', amount: '9.00' },
      { quantity: '3', price: '5.00', amount: '15.00' },
    ]);
    expect(readTables(sheet('x2 4.50 9.00'), [till])).toEqual([]);
  });

  it('add up, or a finding says so', () => {
    expect(interpretPage(receipt('24.00')).findings).toEqual([]);
    expect(interpretPage(receipt('74.00')).findings.map(({ code }) => code)).toEqual(['papers.sum-mismatch']);
  });
});

describe('weekdays', () => {
  it('read as a dash are Mondays', () => {
    const codes = (text: string) =>
      interpretPage(sheet('购物小票', '收银:1', '找零:0.00', '谢谢惠顾', text)).findings.map(
        ({ code }) => code,
      );
    expect(codes('2026-03-02 星期-12:30:11')).toEqual([]);
    expect(codes('2026-03-03 星期-12:30:11')).toEqual(['papers.weekday-mismatch']);
  });
});
