import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sparkAddress } from '../../src/engines/spark/address.ts';
import { sparkDialect } from '../../src/engines/spark/dialect.ts';
import { thriftRows } from '../../src/engines/spark/rows.ts';

describe('rows as Thrift brings them', () => {
  it('are read column by column, nulls by their bits', () => {
    const wide = { valueOf: () => 2 ** 40 };
    const columns = [
      { stringVal: { values: ['a', '', 'c'], nulls: Uint8Array.of(0b010) }, i64Val: null },
      { i64Val: { values: [1, wide, 3], nulls: Uint8Array.of() } },
      { boolVal: { values: [true, false, true], nulls: Uint8Array.of(0b100) } },
    ];
    expect(thriftRows({ columns })).toEqual([
      ['a', 1, 'true'],
      [null, 2 ** 40, 'false'],
      ['c', 3, null],
    ]);
    expect(thriftRows({ columns: [] })).toEqual([]);
  });

  it('keep their nulls whatever their number', () => {
    const cell = fc.option(fc.integer({ min: 0, max: 9 }), { nil: null });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 40 }), (cells) => {
        const nulls = new Uint8Array(Math.ceil(cells.length / 8));
        for (const [i, value] of cells.entries()) if (value === null) nulls[i >> 3]! |= 1 << (i & 7);
        const columns = [{ i32Val: { values: cells.map((value) => value ?? 0), nulls } }];
        expect(thriftRows({ columns })).toEqual(cells.map((value) => [value]));
      }),
      { seed: 5 },
    );
  });
});

describe('how a cluster is spoken to', () => {
  it('knows sockets and HTTP', () => {
    expect(sparkAddress('thrift://me:a%40b@head:10015?ssl=true')).toMatchObject({
      transport: 'tcp',
      secure: true,
      host: 'head',
      port: 10_015,
      user: 'me',
      password: 'a@b',
      shown: 'thrift://head:10015',
    });
    expect(sparkAddress('thrift://head?auth=nosasl')).toMatchObject({ port: 10_000, plainSocket: true });
    expect(sparkAddress('https://head/gateway/spark')).toMatchObject({
      transport: 'http',
      secure: true,
      port: 443,
      path: '/gateway/spark',
    });
  });

  it('takes quotes and backslashes in literals as they are', () => {
    expect(sparkDialect.literal(`it's \\z`)).toBe(`'it\\'s \\\\z'`);
  });
});
