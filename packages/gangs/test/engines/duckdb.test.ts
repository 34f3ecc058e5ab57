import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineSettings } from '../../src/engines/settings.ts';
import { createGangEngine, type GangEngine } from '../../src/index.ts';
import { componentsBy, graphs, minedBy, sourceOf, writeLinks, writeTables } from './inputs.ts';

let folder: string;
let duckdb: GangEngine;
const memory = createGangEngine('memory');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianzhen-test-duckdb-'));
  const env = {
    JIANZHEN_DUCKDB_FOLDER: folder,
    JIANZHEN_DUCKDB_MEMORY: '200MB',
    JIANZHEN_DUCKDB_THREADS: '2',
  };
  duckdb = createGangEngine('duckdb', engineSettings(env));
});
afterAll(async () => {
  await duckdb.close();
  expect((await readdir(folder)).filter((name) => name.startsWith('jianzhen-duckdb-'))).toEqual([]);
  await rm(folder, { recursive: true });
});

/** The same rows as Parquet, by a database of its own. */
async function asParquet(query: string, name: string): Promise<string> {
  const file = join(folder, name);
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  await connection.run(`copy (${query}) to '${file}' (format parquet)`);
  connection.closeSync();
  instance.closeSync();
  return file;
}

describe('components on DuckDB', () => {
  it.each(Object.entries(graphs))('are those of memory: %s', async (name, links) => {
    const source = await writeLinks(folder, `${name}.txt`, links);
    expect(await componentsBy(duckdb, source)).toEqual(await componentsBy(memory, source));
  });

  it('are those of memory for any links', async () => {
    const vertex = fc.oneof(
      fc.integer({ min: 0, max: 30 }).map(String),
      fc.string({ unit: fc.constantFrom('a', 'Z', 'é', '鉴', '😀', "'", '\\'), minLength: 1, maxLength: 2 }),
    );
    const property = fc.asyncProperty(
      fc.array(fc.tuple(vertex, vertex), { maxLength: 40 }),
      async (links) => {
        const source = await writeLinks(folder, 'any.txt', links);
        expect(await componentsBy(duckdb, source)).toEqual(await componentsBy(memory, source));
      },
    );
    await fc.assert(property, { numRuns: 25, seed: 9 });
  });

  it('are those of the same numbers as text, where Parquet holds integers', async () => {
    const query =
      'select (i * 7919) % 997 as src, ((i * 7919) % 997 + i % 3) % 997 as dst from range(900) t(i) where i % 5 < 3';
    const file = await asParquet(query, 'numbers.parquet');
    const links = [];
    for (let i = 0; i < 900; i++)
      if (i % 5 < 3) {
        const from = (i * 7919) % 997;
        links.push([String(from), String((from + (i % 3)) % 997)] as const);
      }
    const text = await writeLinks(folder, 'numbers.txt', links);
    expect(await componentsBy(duckdb, sourceOf(file))).toEqual(await componentsBy(memory, text));
  });

  it('tell files that are no links', async () => {
    const told: string[] = [];
    await writeFile(join(folder, 'wide.csv'), 'from,to\na,b\n');
    const wide = duckdb.components(sourceOf(join(folder, 'wide.csv')), () => {});
    await expect(wide).rejects.toMatchObject({ code: 'gangs.csv-columns-missing' });
    await writeFile(join(folder, 'short.csv'), 'src,dst\na,b\nc,\n');
    await duckdb.components(sourceOf(join(folder, 'short.csv')), ({ code }) => told.push(code));
    expect(told).toEqual(['gangs.edge-incomplete']);
    await writeFile(join(folder, 'torn.parquet'), 'PAR1');
    const torn = duckdb.components(sourceOf(join(folder, 'torn.parquet')), () => {});
    await expect(torn).rejects.toMatchObject({ code: 'gangs.file-unreadable' });
  });
});

describe('mining on DuckDB', () => {
  it('finds what memory finds, with every link and hub', async () => {
    const tables = await writeTables(folder);
    const expected = await minedBy(memory, tables);
    expect(expected.gangs.map(({ role }) => role)).toContain('forger');
    expect(expected.hubs.map(({ value }) => value)).toContain('courier point');
    expect(await minedBy(duckdb, tables)).toEqual(expected);
  });

  it('reads the same tables from Parquet, times as times', async () => {
    const tables = await writeTables(folder);
    const given = (name: string, when: string) =>
      `select * replace (try_cast(${when} as timestamp) as ${when}) from read_csv('${join(folder, name)}', all_varchar = true, header = true)`;
    const cases = await asParquet(given('cases.csv', 'opened_at'), 'cases.parquet');
    const traces = await asParquet(given('traces.csv', 'observed_at'), 'traces.parquet');
    const found = await minedBy(duckdb, { cases: sourceOf(cases), traces: sourceOf(traces) });
    const expected = await minedBy(memory, tables);
    expect(found.gangs.map(({ cases: ids }) => ids)).toEqual(expected.gangs.map(({ cases: ids }) => ids));
  });
});
