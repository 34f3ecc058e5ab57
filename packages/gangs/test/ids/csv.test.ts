import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankRows } from '../../src/ids/csv/blank.ts';
import { commaRows } from '../../src/ids/csv/comma.ts';
import { eachRow, ROW_LIMIT } from '../../src/ids/csv/rows.ts';
import { fieldText } from '../../src/ids/csv/text.ts';

const encode = (text: string) => new TextEncoder().encode(text);

async function read(bytes: Uint8Array, chunk = bytes.length || 1, find = commaRows('t.csv')) {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += chunk) pieces.push(bytes.slice(at, at + chunk));
  const rows: string[][] = [];
  const lines: number[] = [];
  await eachRow('t.csv', pieces, find, (row) => {
    rows.push(Array.from({ length: row.fields }, (_, i) => fieldText('t.csv', row, i)));
    lines.push(row.line);
  });
  return { rows, lines };
}

const quote = (field: string) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);
const field = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', '鉴', '😀'), maxLength: 6 }),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
// A row of one empty field is written as an empty line, which is no row.
const table = fc.array(
  fc.array(field, { minLength: 1, maxLength: 4 }).filter((row) => row.length > 1 || row[0] !== ''),
  { maxLength: 6 },
);

describe('comma-separated values', () => {
  it('come back as they were written, however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.integer({ min: 1, max: 9 }),
        async (rows, end, ended, chunk) => {
          const text =
            rows.map((row) => row.map(quote).join(',')).join(end) + (ended && rows.length > 0 ? end : '');
          expect((await read(encode(text), chunk)).rows).toEqual(rows);
        },
      ),
      { numRuns: 300, seed: 1 },
    );
  });

  it('keep count of lines through quoted line breaks', async () => {
    expect(await read(encode('a,b\n"1\n2",3\n\n4,5'))).toEqual({
      rows: [
        ['a', 'b'],
        ['1\n2', '3'],
        ['4', '5'],
      ],
      lines: [1, 2, 5],
    });
  });

  it('lose a byte order mark', async () => {
    expect((await read(encode('\ufeffa,b\n'), 1)).rows).toEqual([['a', 'b']]);
  });

  it.each([
    ['a,"b\nc', 'gangs.csv-quote-open', /line 1, column 3/],
    ['a,b\nc,"d"e\n', 'gangs.csv-quote-stray', /line 2, column 6/],
    ['a,b\nc,d"\n', 'gangs.csv-quote-stray', /line 2, column 4/],
  ])('tell where a quote is wrong: %j', async (text, code, where) => {
    const failure = read(encode(text), 2);
    await expect(failure).rejects.toMatchObject({ code });
    await expect(failure).rejects.toThrow(where);
  });

  it('tell where the text is not UTF-8', async () => {
    await expect(read(Uint8Array.of(97, 44, 0xff, 10))).rejects.toMatchObject({
      code: 'gangs.csv-not-utf8',
      message: 'Line 1, column 2 of t.csv is not UTF-8',
    });
  });

  it('do not take a row without end into memory', async () => {
    const hostile = new Uint8Array(ROW_LIMIT + 200_000).fill(97);
    hostile[0] = 34;
    await expect(read(hostile, 1 << 16)).rejects.toMatchObject({ code: 'gangs.csv-row-too-long' });
  });

  it('never fail but by a coded error', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 60 }),
        fc.integer({ min: 1, max: 7 }),
        async (bytes, chunk) => {
          await read(bytes, chunk).catch((error) => expect(error.code).toMatch(/^gangs\.csv-/));
        },
      ),
      { numRuns: 500, seed: 2 },
    );
  });
});

describe('edge lists', () => {
  it('part at blanks and pass over remarks', async () => {
    const text = '# from to\n1 2\n  3\t4 0.5 \r\n\n5 6';
    for (const chunk of [1, 3, 100])
      expect((await read(encode(text), chunk, blankRows)).rows).toEqual([
        ['1', '2'],
        ['3', '4', '0.5'],
        ['5', '6'],
      ]);
  });
});
