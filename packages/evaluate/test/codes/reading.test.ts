import { describe, expect, test } from 'vitest';
import {
  codeTable,
  macroRead,
  matchCodes,
  parseMarkedCodes,
  polygonOverlap,
  unionOf,
} from '../../src/index.ts';

const square = (x: number, y: number, side: number) =>
  [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
  ] as const;
const found = (text: string, corners = square(0, 0, 10)) => ({ text, bytes: Buffer.from(text), corners });
const picture = { file: 'a.png', category: 'some' };

describe('polygons', () => {
  test('intersection over union, whichever way they turn', () => {
    expect(polygonOverlap(square(0, 0, 10), square(5, 0, 10))).toBeCloseTo(1 / 3);
    expect(polygonOverlap(square(0, 0, 10), square(5, 0, 10).toReversed())).toBeCloseTo(1 / 3);
    expect(polygonOverlap(square(0, 0, 10), square(20, 0, 10))).toBe(0);
    expect(polygonOverlap(square(0, 0, 0), square(0, 0, 0))).toBe(0);
  });
});

describe('readings', () => {
  test('by place: each code counts once, and a second reading of it is not false', () => {
    const codes = [square(0, 0, 10), square(50, 0, 10)].map((corners) => ({ corners, payload: null }));
    const readings = [found('a'), found('b'), found('c', square(80, 80, 10))];
    expect(matchCodes(picture, codes, readings)).toMatchObject({ codes: 2, read: 1, falseCodes: 1 });
  });

  test('by payload: another text is false; line ends are alike', () => {
    const codes = [{ corners: null, payload: 'one\r\ntwo\r\n' }];
    expect(matchCodes(picture, codes, [found('one\ntwo')])).toMatchObject({ read: 1, falseCodes: 0 });
    expect(matchCodes(picture, codes, [found('one\ntoo')])).toMatchObject({ read: 0, falseCodes: 1 });
  });

  test('by bytes', () => {
    const codes = [{ corners: null, payload: Uint8Array.of(1, 2) }];
    expect(matchCodes(picture, codes, [{ ...found(''), bytes: Uint8Array.of(1, 2) }]).read).toBe(1);
  });

  test('a union keeps the first reader where both are at one place', () => {
    const all = unionOf([found('a')], [found('b'), found('c', square(50, 0, 10))]);
    expect(all.map(({ text }) => text)).toEqual(['a', 'c']);
  });

  test('the table has a line a category, the mean counts each the same', () => {
    const rows = codeTable([
      { ...picture, codes: 4, read: 2, falseCodes: 0 },
      { ...picture, codes: 0, read: 0, falseCodes: 1 },
      { file: 'b.png', category: 'other', codes: 1, read: 1, falseCodes: 0 },
    ]);
    expect(rows.map(({ category, read, falseCodes }) => [category, read, falseCodes])).toEqual([
      ['some', 0.5, 1],
      ['other', 1, 0],
    ]);
    expect(rows[0]!.fScore).toBeCloseTo(4 / 7);
    expect(macroRead(rows)).toBe(0.75);
  });
});

describe('marked codes', () => {
  test('a point a line, or a code a line', () => {
    expect(parseMarkedCodes('# by hand\n1 2\n3 4\n5 6\n7 8\n')).toEqual([
      [
        [1, 2],
        [3, 4],
        [5, 6],
        [7, 8],
      ],
    ]);
    expect(parseMarkedCodes('SETS\n1 2 3 4 5 6 7 8\n1 2 3 4 5 6 7 8')).toHaveLength(2);
  });

  test('what is no whole code is refused', () => {
    expect(() => parseMarkedCodes('1 2 3')).toThrow(RangeError);
  });
});
