import type { Finding } from '@jianzhen/evidence';
import type { Field, ReadTable } from '../fields/types.ts';
import type { CheckSpec } from '../kinds/schema.ts';
import { paperIsWrong } from '../reading/trust.ts';
import { fenOf, yuan } from '../rules/amounts/figures.ts';
import { findBreaks, type Movement } from '../rules/tables/balances.ts';
import { checkProduct } from '../rules/tables/sums.ts';
import { amountMisreading, sumParts } from './amounts.ts';
import { finding } from './finding.ts';
import type { Check } from './types.ts';

type Row = ReadTable['rows'][number];

/** A distance between rows this many times the usual one has room for a row that was not read. */
const MISSING_ROW = 1.7;

/** Whether rows stand at even distances, so that none can have been passed over. */
function complete(rows: readonly Row[], column: string): boolean {
  const fields = rows.map((row) => row[column]);
  if (fields.some((field) => field === undefined)) return false;
  const heights = (fields as Field[]).map(({ region }) => region.y + region.height / 2);
  const steps = heights.slice(1).map((y, i) => y - heights[i]!);
  const usual = steps.toSorted((a, b) => a - b)[Math.floor((steps.length - 1) / 2)] ?? 0;
  return steps.every((step) => step <= usual * MISSING_ROW);
}

const counts = (value: string, only: 'positive' | 'negative' | undefined): boolean =>
  only === undefined || (only === 'negative') === value.startsWith('-');

/** Columns against the total that a field states. */
export const tableSums: Check = ({ fields, tables, checks }, { model }) =>
  checks.flatMap((check): Finding[] => {
    if (check.rule !== 'sum') return [];
    const table = tables.find(({ name }) => name === check.table);
    const total = fields.find(({ name }) => name === check.total);
    if (!table || !total || !complete(table.rows, check.column)) return [];
    const column = table.rows.map((row) => row[check.column]!);
    const items = column.filter(({ value }) => counts(value, check.only));
    const { parts, expected, stated, holds } = sumParts([...items, total], check.only !== undefined);
    if (expected === stated) return [];
    // A minus that was not read puts an item on the other side of the account.
    const misplaced = column.some(({ value }) => Math.abs(fenOf(value)) === Math.abs(stated - expected));
    const misread = amountMisreading(parts, holds, model) + (misplaced && check.only ? model.lostMark : 0);
    return finding('papers.sum-mismatch', {
      probability: paperIsWrong(misread, model),
      characters: total.characters,
      values: { expected: yuan(expected), stated: yuan(stated), rows: items.length },
    });
  });

export const tableProducts: Check = ({ tables, checks }, { model }) =>
  checks.flatMap((check): Finding[] => {
    if (check.rule !== 'product') return [];
    const rows = tables.filter(({ name }) => name === check.table).flatMap((table) => table.rows);
    return rows.flatMap((row): Finding[] => {
      const fields = [row[check.quantity], row[check.price], row[check.amount]];
      if (fields.some((field) => field === undefined)) return [];
      const all = fields as Field[];
      const amounts = all.map(({ value }) => fenOf(value));
      const holds = ([quantity, price, amount]: readonly number[]) =>
        checkProduct(quantity! / 100, price!, amount!);
      if (holds(amounts)) return [];
      const parts = all.map(({ characters }, part) => {
        const wanted = part === 2 ? Math.round((amounts[0]! / 100) * amounts[1]!) : null;
        return { characters, fen: amounts[part]!, wanted };
      });
      const misread = amountMisreading(parts, holds, model);
      return finding('papers.product-mismatch', {
        probability: paperIsWrong(misread, model),
        characters: all[2]!.characters,
        values: { quantity: all[0]!.value, price: all[1]!.value, stated: all[2]!.value },
      });
    });
  });

type BalanceSpec = Extract<CheckSpec, { rule: 'balances' }>;

/** The field that holds a row's change, and its sign. */
function changeOf(row: Row, spec: BalanceSpec): { readonly field: Field; readonly sign: 1 | -1 } | null {
  const [change, income, expense] = [spec.change, spec.income, spec.expense].map((name) =>
    name === undefined ? undefined : row[name],
  );
  if (change) return { field: change, sign: 1 };
  const filled = (field: Field | undefined) => field !== undefined && fenOf(field.value) !== 0;
  if (filled(income) && !filled(expense)) return { field: income!, sign: 1 };
  if (filled(expense) && !filled(income)) return { field: expense!, sign: -1 };
  return null;
}

function breaks(rows: readonly Row[], spec: BalanceSpec, model: Parameters<Check>[1]['model']): Finding[] {
  const movements = rows.map((row, i): Movement => {
    const change = changeOf(row, spec);
    const amount = change && fenOf(change.field.value);
    // An expense column may print its minus or leave it out.
    const signed = change && (change.sign === -1 ? -Math.abs(amount!) : amount!);
    // A row that was read in part is no witness: what stands for its balance may be its change. The first may open the account.
    const balance = change || i === 0 ? row[spec.balance] : undefined;
    return { change: signed, balance: balance ? fenOf(balance.value) : null };
  });
  const found = findBreaks(movements);
  // Balances that follow nothing at all belong to several accounts, or to columns that were taken for others.
  if (found.length > Math.max(2, rows.length / 3)) return [];
  return found.flatMap(({ index, expected, stated }) => {
    const own = rows[index]!;
    const change = changeOf(own, spec)!;
    const balance = own[spec.balance]!;
    const gap = stated - expected;
    const moved = fenOf(change.field.value);
    const sign = Math.sign(movements[index]!.change!) * Math.sign(moved) || 1;
    const start = expected - movements[index]!.change!;
    const misread = amountMisreading(
      [
        { characters: change.field.characters, fen: moved, wanted: sign * (stated - start) },
        { characters: balance.characters, fen: stated, wanted: expected },
      ],
      ([other, after]) => start + sign * other! === after!,
      model,
    );
    return finding('papers.balance-broken', {
      probability: paperIsWrong(misread, model),
      characters: balance.characters,
      values: { expected: yuan(expected), stated: yuan(stated), difference: yuan(gap), row: index + 1 },
    });
  });
}

export const balances: Check = ({ tables, checks }, { model }) =>
  checks.flatMap((check) =>
    check.rule === 'balances'
      ? tables.filter(({ name }) => name === check.table).flatMap((table) => breaks(table.rows, check, model))
      : [],
  );
