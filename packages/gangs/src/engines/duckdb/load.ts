import { type DuckDBConnection, DuckDBDataChunk, VARCHAR } from '@duckdb/node-api';
import { fieldText } from '../../ids/csv/text.ts';
import { eachLink } from '../../ids/edges.ts';
import { eachRecord, type Source, type TellRow } from '../../ids/tables.ts';
import type { Wanted } from '../sql/session.ts';

/** Rows of a chunk, as many as DuckDB takes at once. */
const CHUNK = 2048;

/**
 * Text into a table of strings, by the same readers as the memory engine's: what is a row, and what is told of one that is
 * none, are the same to the line.
 */
export async function loadText(
  connection: DuckDBConnection,
  table: string,
  source: Source,
  { columns, links }: Wanted,
  tell: TellRow,
): Promise<void> {
  await connection.run(`create table ${table} (${columns.map((column) => `${column} varchar`).join(', ')})`);
  const appender = await connection.createAppender(table);
  const types = columns.map(() => VARCHAR);
  let rows: string[][] = columns.map(() => []);
  const append = () => {
    const chunk = DuckDBDataChunk.create(types, rows[0]!.length);
    chunk.setColumns(rows);
    appender.appendDataChunk(chunk);
    rows = columns.map(() => []);
  };
  const take = (text: (column: number) => string) => {
    for (let column = 0; column < columns.length; column++) rows[column]!.push(text(column));
    if (rows[0]!.length === CHUNK) append();
  };
  if (links) {
    const { file } = source;
    await eachLink(source, tell, (row, a, b) => take((column) => fieldText(file, row, column === 0 ? a : b)));
  } else await eachRecord(source, columns, tell, take);
  if (rows[0]!.length > 0) append();
  appender.closeSync();
}
