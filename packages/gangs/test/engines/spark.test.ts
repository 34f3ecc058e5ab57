import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SparkCluster, startSpark } from '../../../../scripts/spark/cluster.ts';
import { noSpark } from '../../../../scripts/spark/home.ts';
import { engineSettings } from '../../src/engines/settings.ts';
import { createGangEngine } from '../../src/index.ts';
import { componentsBy, graphs, type Link, minedBy, sourceOf, writeLinks, writeTables } from './inputs.ts';

// A skip that nobody sees would pass for a test.
if (noSpark) console.warn(`SKIPPED on Spark: ${noSpark}`);

const memory = createGangEngine('memory');
/** A minute or two on a machine that is free, many more on one that is not. */
const PATIENCE = 15 * 60_000;

/** An engine on a cluster; few retries, so that a cluster that is gone is soon told. */
const sparkAt = (url: string, retries: number) =>
  createGangEngine(
    'spark',
    engineSettings({ JIANZHEN_SPARK_URL: url, JIANZHEN_SPARK_RETRIES: String(retries) }),
  );

describe.skipIf(noSpark)(`on Spark${noSpark ? ` (${noSpark})` : ''}`, () => {
  let folder: string;
  let cluster: SparkCluster;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jianzhen-test-spark-'));
    cluster = await startSpark();
  }, PATIENCE);
  afterAll(async () => {
    await cluster?.stop();
    await rm(folder, { recursive: true, force: true });
  }, PATIENCE);

  it('components are those of memory on five graphs', { timeout: PATIENCE }, async () => {
    // One file and one job for the five: names keep them apart.
    const links = Object.entries(graphs).flatMap(([graph, all]) =>
      all.map(([a, b]): Link => [`${graph}/${a}`, `${graph}/${b}`]),
    );
    const source = await writeLinks(folder, 'five.txt', links);
    const spark = sparkAt(cluster.url, 2);
    const [found, expected] = [await componentsBy(spark, source), await componentsBy(memory, source)];
    await spark.close();
    for (const graph of Object.keys(graphs)) {
      const of = (all: Record<string, string>) =>
        Object.fromEntries(Object.entries(all).filter(([vertex]) => vertex.startsWith(`${graph}/`)));
      expect(Object.keys(of(expected)).length).toBeGreaterThan(5);
      expect(of(found), graph).toEqual(of(expected));
    }
    expect(cluster.tables()).toEqual([]);
  });

  it('gangs are those of memory, with every link and hub', { timeout: PATIENCE }, async () => {
    const tables = await writeTables(folder);
    const spark = sparkAt(cluster.url, 2);
    const found = await minedBy(spark, tables);
    await spark.close();
    expect(found).toEqual(await minedBy(memory, tables));
  });

  it('a worker that dies in the middle changes nothing', { timeout: PATIENCE }, async () => {
    const source = await writeLinks(folder, 'long.txt', graphs.path!);
    const spark = sparkAt(cluster.url, 2);
    const finding = componentsBy(spark, source);
    // The first round is written: several are to come.
    while (!cluster.tables().some((name) => name.endsWith('_small'))) await sleep(50);
    cluster.killWorker(0);
    expect(await finding).toEqual(await componentsBy(memory, source));
    await spark.close();
  });

  it('a server that is away is told, or waited for', { timeout: PATIENCE }, async () => {
    const source = await writeLinks(folder, 'few.txt', graphs.odd!);
    await cluster.killServer();
    const hasty = sparkAt(cluster.url, 0).components(source, () => {});
    await expect(hasty).rejects.toMatchObject({ code: 'gangs.spark-away', status: 503 });
    const patient = sparkAt(cluster.url, 9);
    const [found] = await Promise.all([componentsBy(patient, source), cluster.startServer()]);
    expect(found).toEqual(await componentsBy(memory, source));
    await patient.close();
  });
});

describe('the address of a cluster', () => {
  it.each([
    ['', 'gangs.spark-url-missing'],
    ['10.0.0.1:10000', 'gangs.spark-url'],
    ['jdbc:hive2://user:secret@host:10000', 'gangs.spark-url'],
  ])('%s is refused', async (url, code) => {
    const asked = sparkAt(url, 0).components(sourceOf('links.csv'), () => {});
    await expect(asked).rejects.toMatchObject({ code, message: expect.not.stringContaining('secret') });
  });

  it('nobody listens there', async () => {
    const asked = sparkAt('thrift://127.0.0.1:1', 1).components(sourceOf('links.csv'), () => {});
    await expect(asked).rejects.toMatchObject({ code: 'gangs.spark-away' });
  });
});
