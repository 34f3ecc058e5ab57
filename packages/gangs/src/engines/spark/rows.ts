import type { Cell } from '../sql/session.ts';

/** A column as Thrift brings it: one of several lists, and bits that say which values are null. */
type ThriftColumn = Readonly<
  Record<string, { readonly values: readonly unknown[]; readonly nulls: Uint8Array } | null>
>;

export interface ThriftRows {
  readonly columns: readonly ThriftColumn[];
}

const asCell = (value: unknown): Cell => {
  if (typeof value === 'string' || typeof value === 'number') return value;
  // 64-bit integers come as objects of eight bytes.
  return typeof value === 'object' && value !== null ? Number(value) : String(value);
};

/** Columns of a batch as rows. */
export function thriftRows({ columns }: ThriftRows): Cell[][] {
  const lists = columns.map((column) => Object.values(column).find((list) => list?.values));
  return Array.from({ length: lists[0]?.values.length ?? 0 }, (_, row) =>
    lists.map((list) => {
      const isNull = ((list!.nulls[row >> 3] ?? 0) >> (row & 7)) & 1;
      return isNull ? null : asCell(list!.values[row]);
    }),
  );
}
