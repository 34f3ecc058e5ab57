import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CodedError } from '@jianzhen/evidence';
import { errors } from '../../errors.ts';
import type { Source, TellRow } from '../../ids/tables.ts';
import { countOf, rowsOf, type SqlSession, type Wanted } from '../sql/session.ts';
import { sparkDialect } from './dialect.ts';

const { literal, matches } = sparkDialect;

/** Of a path the cluster's own spelling; a bare path is one that every worker sees. */
const location = (file: string) =>
  /^[a-z][a-z0-9+.-]+:/i.test(file) ? file : pathToFileURL(resolve(file)).href;

const CSV = {
  header: 'true',
  quote: '"',
  escape: '"',
  mode: 'PERMISSIVE',
  columnNameOfCorruptRecord: '_broken',
  columnPruning: 'false',
  enforceSchema: 'true',
};

const optionsOf = (file: string, options: Readonly<Record<string, string>>) =>
  Object.entries({ path: location(file), ...options })
    .map(([name, value]) => `${name} ${literal(value)}`)
    .join(', ');

const quoted = (column: string) => `\`${column.replaceAll('`', '``')}\``;

/** Two names between blanks; remarks and empty lines are no rows. */
function linesAsLinks(relation: string): string {
  const pattern = literal('^[ \\t\\r]*([^ \\t\\r]+)[ \\t\\r]+([^ \\t\\r]+)');
  const field = (group: number) => `regexp_extract(value, ${pattern}, ${group})`;
  return `select ${field(1)} as src, ${field(2)} as dst from ${relation}_file
    where value not like '#%' and ${matches('value', '[^ \\t\\r]')}`;
}

/** Names and types of a relation's columns. */
async function describe(session: SqlSession, table: string): Promise<Map<string, string>> {
  const rows = await rowsOf(session, `describe table ${table}`);
  return new Map(rows.map(([name, type]) => [String(name), String(type)]));
}

async function openCsv(session: SqlSession, table: string, { file }: Source, wanted: Wanted, tell: TellRow) {
  await session.run(`create table ${table} using csv options (${optionsOf(file, CSV)})`);
  const given = [...(await describe(session, table)).keys()].filter((column) => column !== '_broken');
  const missing = wanted.columns.filter((column) => !given.includes(column)).join(', ');
  if (missing) throw errors('gangs.csv-columns-missing', { file, missing, header: given.join(',') });
  // Named one by one, with a column for what fits no row, rows of another width show.
  await session.run(`drop table ${table}`);
  const columns = [...given, '_broken'].map((column) => `${quoted(column)} string`).join(', ');
  await session.run(`create table ${table} (${columns}) using csv options (${optionsOf(file, CSV)})`);
  const first = quoted(wanted.columns[0]!);
  const broken = `select count(case when _broken is not null then coalesce(${first}, '') end) from ${table}`;
  const count = await countOf(session, broken);
  if (count > 0) tell(errors('gangs.rows-fields', { file, count }));
  return `select ${wanted.columns.map(quoted).join(', ')} from ${table} where _broken is null`;
}

async function openParquet(session: SqlSession, table: string, { file }: Source, { columns }: Wanted) {
  await session.run(`create table ${table} using parquet options (${optionsOf(file, {})})`);
  const given = await describe(session, table);
  const missing = columns.filter((column) => !given.has(column)).join(', ');
  if (missing)
    throw errors('gangs.csv-columns-missing', { file, missing, header: [...given.keys()].join(',') });
  return `select ${columns.join(', ')} from ${table}`;
}

/** A file that the cluster reads, as a relation `n` and the wanted columns; its types. */
export async function openFile(
  session: SqlSession,
  relation: string,
  source: Source,
  wanted: Wanted,
  tell: TellRow,
): Promise<readonly string[]> {
  const { file } = source;
  const table = `${relation}_file`;
  const openLines = () =>
    session.run(`create table ${table} using text options (${optionsOf(file, { lineSep: '\n' })})`);
  const query = async () => {
    if (/\.(?:parquet|parq|pq)\/?$/i.test(file)) return openParquet(session, table, source, wanted);
    if (!wanted.links || /\.csv(?:\.gz|\.zst)?\/?$/i.test(file))
      return openCsv(session, table, source, wanted, tell);
    await openLines();
    const [first] = await rowsOf(session, `select value from ${table} limit 1`);
    if (!String(first?.[0] ?? '').includes(',')) return linesAsLinks(relation);
    // A first line with a comma is the header of a CSV file.
    await session.run(`drop table ${table}`);
    return openCsv(session, table, source, wanted, tell);
  };
  try {
    const rows = await query();
    await session.run(
      `create view ${relation} as select *, monotonically_increasing_id() as n from (${rows}) f`,
    );
  } catch (thrown) {
    if (!(thrown instanceof CodedError) || thrown.code !== 'gangs.spark-failed') throw thrown;
    if (/UNABLE_TO_INFER_SCHEMA/.test(thrown.message))
      throw errors('gangs.csv-empty', { file, columns: wanted.columns.join(',') }, { cause: thrown });
    throw errors('gangs.file-unreadable', { file, detail: thrown.message }, { cause: thrown });
  }
  const types = await describe(session, relation);
  return wanted.columns.map((column) => types.get(column)!);
}

export async function shutFile(session: SqlSession, relation: string): Promise<void> {
  await session.run(`drop view if exists ${relation}`);
  await session.run(`drop table if exists ${relation}_file`);
}
