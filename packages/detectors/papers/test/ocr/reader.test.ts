import { beforeAll, describe, expect, it } from 'vitest';
import { openReader, type Reader } from '../../src/ocr/index.ts';
import { drawnPage } from './support.ts';

const ROWS = [
  ['日期', '金额', '余额'],
  ['2024-01-05', '12,000.00', '15,230.18'],
  ['2024-01-12', '-2,000.00', '13,230.18'],
];

const page = (degrees: number) => {
  const onSide = degrees % 180 === 90;
  return drawnPage(
    onSide ? 250 : 460,
    onSide ? 460 : 250,
    (context) => {
      context.fillText('身份证号：11010519491231002X', 30, 50);
      for (const [i, row] of ROWS.entries()) {
        for (const [j, text] of row.entries()) context.fillText(text, 30 + 145 * j, 110 + 45 * i);
      }
    },
    degrees,
  );
};

describe('reader', { timeout: 120_000 }, () => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await openReader();
  });

  for (const degrees of [0, 3, 90, 180]) {
    it(`reads a page turned by ${degrees}°`, async () => {
      const image = page(degrees);
      const { lines, tables, direction } = await reader.read(image);
      expect(Math.abs((direction! * 180) / Math.PI - degrees)).toBeLessThan(0.7);
      expect(lines.map(({ text }) => text.replace(':', '：'))).toEqual([
        '身份证号：11010519491231002X',
        ...ROWS.flat(),
      ]);
      expect(tables.map(({ rows }) => rows.map((row) => row.map(({ text }) => text)))).toEqual([ROWS]);
      for (const { characters, text, confidence } of lines) {
        expect(characters.map((character) => character.text).join('')).toBe(text);
        expect(confidence).toBeGreaterThan(0.9);
      }
    });
  }

  it('places each character on its own ink', async () => {
    const image = page(0);
    const { lines } = await reader.read(image);
    const { region } = lines[0].characters.at(-1)!;
    // What lies right of the last X, and between its box and the line below, is paper.
    let ink = 0;
    for (let y = Math.floor(region.y); y < region.y + region.height; y++) {
      for (let x = Math.floor(region.x); x < region.x + region.width; x++) {
        if (image.rgb[3 * (y * image.width + x)] < 128) ink++;
      }
      for (let x = Math.ceil(region.x + region.width) + 1; x < image.width; x++) {
        expect(image.rgb[3 * (y * image.width + x)]).toBeGreaterThan(128);
      }
    }
    expect(region.width).toBeLessThan(20);
    expect(ink).toBeGreaterThan(20);
  });

  it('reads the sides of forms, set downwards', async () => {
    const image = drawnPage(460, 200, (context) => {
      for (const [i, text] of [...'销售方信息'].entries()) context.fillText(text, 30, 52 + 26 * i);
      context.fillText('名称：张晓明', 120, 60);
      context.fillText('开户行：工商银行', 120, 140);
    });
    const texts = (await reader.read(image)).lines.map(({ text }) => text);
    expect(texts.sort()).toEqual(['名称：张晓明', '开户行：工商银行', '销售方信息'].sort());
  });

  it('finds nothing on an empty page', async () => {
    const { lines, tables } = await reader.read(drawnPage(200, 100, () => {}));
    expect([lines, tables]).toEqual([[], []]);
  });
});
