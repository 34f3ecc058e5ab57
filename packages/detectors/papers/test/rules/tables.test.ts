import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBreaks, type Movement } from '../../src/rules/tables/balances.ts';
import { checkProduct, checkSum } from '../../src/rules/tables/sums.ts';

const changes = fc.array(fc.integer({ min: -500_000, max: 500_000 }), { minLength: 4, maxLength: 30 });

const statement = (list: readonly number[], start = 1_000_000): Movement[] => {
  let balance = start;
  return list.map((change) => {
    balance += change;
    return { change, balance };
  });
};

describe('running balances', () => {
  it('hold in either direction of time', () =>
    fc.assert(
      fc.property(changes, (list) => {
        expect(findBreaks(statement(list))).toEqual([]);
        expect(findBreaks(statement(list).reverse())).toEqual([]);
      }),
    ));

  it('break at the row that was changed, and say what it should be', () =>
    fc.assert(
      fc.property(changes, fc.nat(), fc.integer({ min: 1, max: 9_999 }), (list, pick, off) => {
        const rows = statement(list);
        const at = 1 + (pick % (rows.length - 2));
        const right = rows[at]!.balance!;
        rows[at] = { change: rows[at]!.change, balance: right + off };
        expect(findBreaks(rows)).toEqual([
          { index: at, expected: right, stated: right + off, kind: 'balance' },
        ]);
      }),
    ));

  it('break once where a change was raised', () => {
    const rows = statement([100, 200, 300, 400]);
    rows[2] = { change: 900, balance: rows[2]!.balance };
    expect(findBreaks(rows)).toMatchObject([{ index: 2, kind: 'change' }]);
  });

  it('pass over what was not read', () => {
    const rows = statement([100, 200, 300, 400]);
    rows[1] = { change: null, balance: null };
    expect(findBreaks(rows)).toEqual([]);
  });
});

describe('sums and products', () => {
  it('match their parts alone', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1 }),
        fc.integer({ min: -5, max: 5 }),
        (parts, off) => {
          const total = parts.reduce((sum, part) => sum + part, 0);
          expect(checkSum(parts, total + off)).toMatchObject({ expected: total, matches: off === 0 });
        },
      ),
    ));

  it('allow for the rounding of a printed price', () => {
    expect(checkProduct(3, 333, 1000)).toBe(true);
    expect(checkProduct(3, 333, 1010)).toBe(false);
  });
});
