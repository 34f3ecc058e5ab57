import { describe, expect, it } from 'vitest';
import { layOut } from '../../src/ocr/layout/index.ts';
import { lineAt, PAGE } from './support.ts';

const STATEMENT = [
  ['日期', '摘要', '金额', '余额'],
  ['2024-01-05', '工资', '12,000.00', '15,230.18'],
  ['2024-01-09', '', '86.50', '15,143.68'],
  ['2024-01-12', '转账', '2,000.00', '13,143.68'],
];

const statementLines = (degrees: number) =>
  STATEMENT.flatMap((row, i) =>
    row.flatMap((text, j) => (text === '' ? [] : [lineAt(text, 500 + 250 * j, 900 + 40 * i, degrees)])),
  );

describe('reading order', () => {
  for (const degrees of [0, 4, -4, 92, 180, 271]) {
    it(`goes by rows on a page turned by ${degrees}°`, () => {
      const lines = [lineAt('明细', 900, 800, degrees), ...statementLines(degrees)].reverse();
      const page = layOut(lines, Math.round(degrees / 90), PAGE).page;
      expect(page.lines.map(({ text }) => text)).toEqual(['明细', ...STATEMENT.flat().filter(Boolean)]);
    });
  }

  it('reads columns of running text one after the other, headings between them', () => {
    const side = (name: string, x: number) =>
      [0, 1, 2, 3, 4].map((i) =>
        lineAt(`${name}${i}${'文'.repeat(18)}`, x, 500 + 33 * i + (x > 900 ? 11 : 0)),
      );
    const lines = [...side('右', 1050), ...side('左', 650), lineAt('合同'.repeat(10), 850, 450)];
    const order = layOut(lines, 0, PAGE).page.lines.map(({ text }) => text.slice(0, 2));
    expect(order).toEqual(['合同', '左0', '左1', '左2', '左3', '左4', '右0', '右1', '右2', '右3', '右4']);
  });
});

describe('tables', () => {
  it('begin below lines that do not keep to the columns', () => {
    const head = [lineAt('某某银行', 500, 820), lineAt('个人账户明细'.repeat(3), 1200, 820)];
    const account = [lineAt('户名：张晓明', 500, 860), lineAt('账号：6299 4830', 800, 860)];
    const [table] = layOut([...head, ...account, ...statementLines(0)], 0, PAGE).page.tables;
    expect(table.rows.map((row) => row.map(({ text }) => text))).toEqual(STATEMENT);
  });

  it('keep a heading with the figures that stand beside it', () => {
    const rows = [1, 2, 3].flatMap((i) => [
      lineAt(`商品${i}`, 500, 900 + 40 * i),
      lineAt(`${i}`, 880, 900 + 40 * i),
      lineAt(`${i}8.00`, 1000, 900 + 40 * i),
    ]);
    const heads = [lineAt('名称', 500, 900), lineAt('数量', 820, 900), lineAt('金额', 1000, 900)];
    const [table] = layOut([...heads, ...rows], 0, PAGE).page.tables;
    expect(table.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['名称', '数量', '金额'],
      ...[1, 2, 3].map((i) => [`商品${i}`, `${i}`, `${i}8.00`]),
    ]);
  });

  it('tell of lines that lie across two columns', () => {
    const lines = statementLines(0).filter(({ line }) => !/86\.50|15,143/.test(line.text));
    const joined = lineAt(`86.50${'.'.repeat(11)}15,143.68`, 1000, 980);
    const { crossings } = layOut([...lines, joined], 0, PAGE);
    expect(crossings.map(({ line }) => line)).toEqual([joined]);
    // Columns end at 1144 and go on at 1250.
    expect(crossings[0].from).toBeCloseTo(144 / joined.rectangle.width);
    expect(crossings[0].to).toBeCloseTo(250 / joined.rectangle.width);
  });

  it('have a cell for every column, empty ones too', () => {
    for (const degrees of [0, 3]) {
      const [table, ...more] = layOut(statementLines(degrees), 0, PAGE).page.tables;
      expect(more).toEqual([]);
      expect(table.rows.map((row) => row.map(({ text }) => text))).toEqual(STATEMENT);
      const empty = table.rows[2][1];
      expect([empty.row, empty.column, empty.characters.length]).toEqual([2, 1, 0]);
      expect(empty.region.width).toBeGreaterThan(0);
    }
  });

  it('part cells that detection took for one line, and let a heading span', () => {
    const joined = [
      lineAt('2024-01-05      转账', 500, 900),
      lineAt('12.00', 900, 900),
      ...[1, 2, 3].flatMap((i) => [
        lineAt(`2024-01-1${i}`, 500, 900 + 40 * i),
        lineAt('消费', 756, 900 + 40 * i),
        lineAt(`${i}8.00`, 900, 900 + 40 * i),
      ]),
    ];
    const [table] = layOut(joined, 0, PAGE).page.tables;
    expect(table.rows[0].map(({ text }) => text.trim())).toEqual(['2024-01-05', '转账', '12.00']);
  });

  it('are not found in running text or in a form of pairs', () => {
    const text = [0, 1, 2, 3, 4, 5].map((i) => lineAt('正文'.repeat(12 + (i % 3)), 600, 600 + 35 * i));
    const form = [lineAt('姓名：', 500, 1000), lineAt('张晓明', 600, 1000), lineAt('性别：男', 800, 1060)];
    expect(layOut([...text, ...form], 0, PAGE).page.tables).toEqual([]);
  });
});
