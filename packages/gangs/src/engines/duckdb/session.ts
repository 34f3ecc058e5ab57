import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { CodedError } from '@jianzhen/evidence';
import { errors } from '../../errors.ts';
import type { Source, TellRow } from '../../ids/tables.ts';
import type { DuckDbSettings } from '../settings.ts';
import type { Cell, SqlSession, Wanted } from '../sql/session.ts';
import { duckDbDialect } from './dialect.ts';
import { loadText } from './load.ts';

const { literal } = duckDbDialect;

const asCell = (value: unknown): Cell =>
  typeof value === 'bigint'
    ? Number(value)
    : value === null || typeof value === 'number'
      ? value
      : String(value);

const detailOf = (thrown: unknown): string =>
  (thrown instanceof Error ? thrown.message : String(thrown)).split('\n')[0]!;

const failed = (thrown: unknown): CodedError =>
  thrown instanceof CodedError
    ? thrown
    : errors('gangs.duckdb-failed', { detail: detailOf(thrown) }, { cause: thrown });

/** A database in a folder of its own, larger than memory where it must be; the folder is removed in the end. */
export async function openDuckDb({ memory, threads, folder }: DuckDbSettings): Promise<SqlSession> {
  const own = await mkdtemp(join(folder, 'jianzhen-duckdb-'));
  const instance = await DuckDBInstance.create(join(own, 'gangs.db'), {
    memory_limit: memory,
    temp_directory: join(own, 'spilled'),
    ...(threads ? { threads: String(threads) } : {}),
  }).catch(async (thrown) => {
    await rm(own, { recursive: true, force: true });
    throw failed(thrown);
  });
  const connection = await instance.connect();

  const run = async (sql: string) => {
    await connection.run(sql).catch((thrown) => {
      throw failed(thrown);
    });
  };

  async function* batches(sql: string) {
    try {
      const result = await connection.stream(sql);
      for await (const rows of result.yieldRows()) yield rows.map((row) => row.map(asCell));
    } catch (thrown) {
      throw failed(thrown);
    }
  }

  const columnsOfParquet = async (file: string, wanted: readonly string[]) => {
    const result = await connection
      .runAndReadAll(`describe select * from read_parquet(${literal(file)})`)
      .catch((cause) => {
        throw errors('gangs.file-unreadable', { file, detail: detailOf(cause) }, { cause });
      });
    const types = new Map(result.getRows().map(([name, type]) => [String(name), String(type)]));
    const missing = wanted.filter((column) => !types.has(column)).join(', ');
    const header = [...types.keys()].join(',');
    if (missing) throw errors('gangs.csv-columns-missing', { file, missing, header });
    return wanted.map((column) => types.get(column)!);
  };

  return {
    dialect: duckDbDialect,
    run,
    save: (table, query) => run(`create or replace table ${table} as ${query}`),
    batches,
    async open(relation: string, source: Source, wanted: Wanted, tell: TellRow) {
      const { file } = source;
      if (/\.(?:parquet|parq|pq)$/i.test(file)) {
        const types = await columnsOfParquet(file, wanted.columns);
        // A time with a zone is told in UTC, without one.
        const columns = wanted.columns
          .map((column, i) => (/ZONE/.test(types[i]!) ? `cast(${column} as timestamp) as ${column}` : column))
          .join(', ');
        await run(
          `create view ${relation} as select ${columns}, file_row_number as n
           from read_parquet(${literal(file)}, file_row_number = true)`,
        );
        return types;
      }
      await loadText(connection, `${relation}_rows`, source, wanted, tell);
      await run(`create view ${relation} as select *, rowid as n from ${relation}_rows`);
      return wanted.columns.map(() => 'VARCHAR');
    },
    async shut(relation) {
      await run(`drop view if exists ${relation}`);
      await run(`drop table if exists ${relation}_rows`);
    },
    async close() {
      connection.closeSync();
      instance.closeSync();
      await rm(own, { recursive: true, force: true });
    },
  };
}
