import type { Source, TellRow } from '../../ids/tables.ts';

/** A value of a row; numbers are whole and below 2^53. */
export type Cell = string | number | null;

/** In what two SQL engines differ; the program is the same for both. */
export interface Dialect {
  /** A string as a literal, backslashes taken as they are. */
  literal(text: string): string;
  /** Query for names in a column `name` → columns `id` and `name`, ids in the order of the names' bytes. */
  ordered(names: string): string;
  matches(text: string, pattern: string): string;
  /** Every match replaced; `$1` is the first group. */
  replace(text: string, pattern: string, replacement: string): string;
}

/** Columns of a file by their names; links may also be lines of two names without a header. */
export interface Wanted {
  readonly columns: readonly string[];
  readonly links: boolean;
}

/** A database that statements are sent to, one after the other. */
export interface SqlSession {
  readonly dialect: Dialect;
  run(sql: string): Promise<void>;
  /** Writes what a query finds into a table of its own; a table of that name, left by an attempt that failed, is replaced. */
  save(table: string, query: string): Promise<void>;
  /** Rows of a query as they come, in batches. */
  batches(sql: string): AsyncIterable<readonly (readonly Cell[])[]>;
  /**
   * Makes the wanted columns of a file a relation of that name, with a column `n` that grows in the order of the rows. Rows that
   * are no rows of such a table are told.
   * @returns types of the columns, as the engine calls them
   * @throws CodedError `gangs.csv-…`, `gangs.file-unreadable`
   */
  open(relation: string, source: Source, wanted: Wanted, tell: TellRow): Promise<readonly string[]>;
  /** Takes such a relation away, not the file. */
  shut(relation: string): Promise<void>;
  close(): Promise<void>;
}

/** All rows of a query that has few. */
export async function rowsOf(session: SqlSession, sql: string): Promise<(readonly Cell[])[]> {
  const rows: (readonly Cell[])[] = [];
  for await (const batch of session.batches(sql)) rows.push(...batch);
  return rows;
}

/** The only value of a query's only row. */
export async function countOf(session: SqlSession, sql: string): Promise<number> {
  const [row] = await rowsOf(session, sql);
  return Number(row?.[0] ?? 0);
}
