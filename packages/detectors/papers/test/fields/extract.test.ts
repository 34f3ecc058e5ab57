import { describe, expect, it } from 'vitest';
import { extractFields } from '../../src/fields/extract.ts';
import { pageStream } from '../../src/fields/stream.ts';
import { readTables } from '../../src/fields/tables.ts';
import type { FieldSpec, TableSpec } from '../../src/kinds/schema.ts';
import type { RecognisedPage } from '../../src/text.ts';
import { page, sheet, table } from '../page.ts';

const specs: FieldSpec[] = [
  { name: 'name', type: 'name', labels: ['姓名', '户名'] },
  { name: 'sex', type: 'sex', labels: ['性别'] },
  { name: 'admission', type: 'date', labels: ['入院日期'] },
  { name: 'discharge', type: 'date', labels: ['出院日期'] },
  { name: 'account', type: 'account', labels: ['账号'] },
  { name: 'amount', type: 'amount', labels: ['金额', '合计金额'] },
  { name: 'identity', type: 'identity-number', labels: ['身份证号'] },
  { name: 'phone', type: 'phone', labels: ['电话'], many: true },
  { name: 'income', type: 'amount', labels: [], pattern: '月收入([\\d.]+)元' },
];
const read = (source: RecognisedPage) =>
  Object.fromEntries(extractFields(pageStream(source), specs).map((field) => [field.name, field.value]));

describe('fields', () => {
  it('stand behind their labels, several a line', () =>
    expect(read(sheet('姓名：李四  性别：男', '入院日期:2024年3月1日 出院日期:2024年3月9日'))).toEqual({
      name: '李四',
      sex: 'male',
      admission: '2024-03-01',
      discharge: '2024-03-09',
    }));

  it('stand right of them or below', () => {
    expect(
      read(
        page([
          ['姓名', 100, 100],
          ['李四', 400, 104],
          ['性别', 700, 100],
          ['男', 900, 100],
        ]),
      ),
    ).toEqual({ name: '李四', sex: 'male' });
    const grid = page([
      ['姓名', 100, 100],
      ['账号', 500, 100],
      ['李四', 100, 150],
      ['6222021234', 500, 150],
    ]);
    expect(read(grid)).toEqual({ name: '李四', account: '6222021234' });
  });

  it('run on into the next line', () =>
    expect(read(sheet('其身份证号11010519491', '231002X，月收入', '8000.50元。'))).toEqual({
      identity: '11010519491231002X',
      income: '8000.50',
    }));

  it('bear likenesses and one misread character in labels', () => {
    expect(read(sheet('戶名：李四', '帳號：6222 0212 34'))).toEqual({ name: '李四', account: '6222021234' });
    expect(read(sheet('入脘日期：2024-03-01'))).toEqual({ admission: '2024-03-01' });
  });

  it('of a form do not stand in the line that follows by chance', () => {
    const form = page([
      ['户名', 100, 100],
      ['金额', 700, 100],
      ['李四', 100, 150],
      ['¥12.00', 700, 150],
    ]);
    expect(read(form)).toEqual({ name: '李四', amount: '12.00' });
  });

  it('are looked for by the surest label first', () =>
    expect(
      extractFields(pageStream(sheet('金额：5.00', '合计金额：12.00')), [
        { name: 'total', type: 'amount', labels: ['合计金额', '金额'] },
      ]).map(({ value }) => value),
    ).toEqual(['12.00']));

  it('do not take one label for its neighbour by a character', () =>
    expect(read(sheet('入院日期：2024-03-01'))).toEqual({ admission: '2024-03-01' }));

  it('take the longer of two labels, and no label within a word', () => {
    expect(read(sheet('合计金额：¥120.00'))).toEqual({ amount: '120.00' });
    expect(read(sheet('本姓名单共三人'))).toEqual({});
    expect(read(sheet('须由住院日期2024-03-01起算'))).toEqual({});
  });

  it('come with the place and the least confidence of their characters', () => {
    const source = page([['姓名：李四', 100, 200]], [], 0.9);
    const [field] = extractFields(pageStream(source), specs);
    expect(field).toMatchObject({ text: '李四', label: '姓名', confidence: 0.9 });
    expect(field!.region).toEqual({ x: 190, y: 200, width: 60, height: 30 });
  });

  it('are found every time where they may be many', () => {
    const fields = extractFields(pageStream(sheet('电话：13800138000', '联系电话：010-65529988')), specs);
    expect(fields.map(({ value }) => value)).toEqual(['13800138000', '01065529988']);
  });

  it('are there once where both their label and a pattern find them', () => {
    const pattern = '([1-9]\\d{16}[\\dX])';
    const spec: FieldSpec = {
      name: 'identity',
      type: 'identity-number',
      labels: ['身份证号'],
      pattern,
      many: true,
    };
    const source = page(
      [
        ['身份证号：11010519491231002X', 100, 200],
        ['持证人32010519491231002X', 100, 260],
      ],
      [],
      0.9,
    );
    const fields = extractFields(pageStream(source), [spec]);
    expect(fields.map(({ value }) => value)).toEqual(['11010519491231002X', '32010519491231002X']);
  });

  it('keep a letter among the digits of an identity number, but are not sure of it', () => {
    const [field] = extractFields(pageStream(sheet('身份证号：11O10519491231002X')), specs);
    expect(field).toMatchObject({ value: '11010519491231002X', confidence: 0.5 });
  });
});

describe('tables', () => {
  const spec: TableSpec = {
    name: 'movements',
    columns: [
      { name: 'date', type: 'date', labels: ['交易日期'] },
      { name: 'change', type: 'amount', labels: ['金额', '交易金额'] },
      { name: 'balance', type: 'amount', labels: ['余额'] },
    ],
  };

  it('are read into typed rows under their header', () => {
    const rows = [
      ['交易日期', '摘要', '交易金额', '账户余额'],
      ['2024-01-02', '工资', '+8,000.00', '9,000.00'],
      ['2024-01-05', '消费', '-45.60', '8,954.40'],
      ['合计', '', '7,954.40', ''],
    ];
    const [read] = readTables(page([], [table(rows)]), [spec]);
    expect(read!.rows.map((row) => [row.date?.value, row.change?.value, row.balance?.value])).toEqual([
      ['2024-01-02', '8000.00', '9000.00'],
      ['2024-01-05', '-45.60', '8954.40'],
    ]);
  });

  it('may have their header above the grid, and columns that its reader ran together', () => {
    const rows = [
      ['2024-01-02', '工资', '+8,000.00', '9,000.00'],
      ['2024-01-05', '消费', '-45.60', '8,954.40'],
    ];
    const { rows: cells, region } = table(rows);
    const merged = cells.map(([date, what, change, balance]) => [
      {
        ...date!,
        text: `${date!.text} ${what!.text}`,
        characters: [...date!.characters, ...what!.characters],
      },
      {
        ...change!,
        text: `${change!.text} ${balance!.text}`,
        characters: [...change!.characters, ...balance!.characters],
      },
    ]);
    const above = ['交易日期', '摘要', '交易金额', '账户余额'].map(
      (text, i) => [text, 100 + i * 300, 555] as const,
    );
    const [read] = readTables(page(above, [{ region, rows: merged }]), [spec]);
    expect(read!.rows.map((row) => [row.date?.value, row.change?.value, row.balance?.value])).toEqual([
      ['2024-01-02', '8000.00', '9000.00'],
      ['2024-01-05', '-45.60', '8954.40'],
    ]);
  });

  it('without a header that fits are left', () =>
    expect(
      readTables(
        page(
          [],
          [
            table([
              ['甲', '乙'],
              ['1', '2'],
            ]),
          ],
        ),
        [spec],
      ),
    ).toEqual([]));
});
