import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDataDir } from '../../../scripts/fresh-data-dir.ts';
import { noPostgres, startPostgres, type TemporaryPostgres } from '../../../scripts/temporary-postgres.ts';
import { startServer } from '../src/index.ts';
import { type Client, clientOf, readEvents } from './support/client.ts';
import { fakeExaminer } from './support/fake-examiner.ts';
import { type ServerProcess, spawnServer } from './support/process.ts';

async function running(client: Client, id: string): Promise<void> {
  while ((await client.get(`/v1/cases/${id}`)).body.counts.running === 0) await sleep(20);
}

/** What happened to each exhibit of a case: the types of its events, in order. */
async function history(url: string, caseId: string, exhibits: number): Promise<string[][]> {
  const events = await readEvents(
    `${url}/v1/events?after=0&caseId=${caseId}`,
    {},
    (seen) => seen.filter(({ event }) => event === 'exhibit.done').length >= exhibits,
  );
  const ofExhibits = events.map(({ data }) => data).filter(({ exhibitId }) => exhibitId);
  const byExhibit = Object.groupBy(ofExhibits, ({ exhibitId }) => exhibitId as string);
  return Object.values(byExhibit).map((list) => list!.map(({ type }) => type));
}

async function killInTheMiddle(dir: string, env: NodeJS.ProcessEnv): Promise<void> {
  const first = await spawnServer({ dir, delayMs: 60_000, env });
  const client = clientOf(first.url);
  const { body: record } = await client.post('/v1/cases', {});
  await client.upload(`/v1/cases/${record.id}/exhibits`, {
    'a.jpg': 'forged',
    'b.jpg': 'genuine',
    'c.jpg': 'forged',
  });
  await running(client, record.id);
  await first.kill();

  const second = await spawnServer({ dir, env });
  try {
    const after = clientOf(second.url);
    const done = await after.finished(record.id, 60_000);
    expect(done).toMatchObject({ verdict: 'forged', counts: { total: 3, done: 3, failed: 0 } });
    for (const { id, name } of done.exhibits) {
      const { body } = await after.get(`/v1/exhibits/${id}/findings`);
      expect(body.findings).toHaveLength(name === 'b.jpg' ? 0 : 2);
    }
    for (const types of await history(second.url, record.id, 3)) {
      expect(types.filter((type) => type === 'exhibit.done')).toHaveLength(1);
    }
    expect(Math.max(...done.exhibits.map(({ attempts }: { attempts: number }) => attempts))).toBe(2);
  } finally {
    await second.kill();
  }
}

describe('a process on PGlite', () => {
  let dir: string;
  beforeAll(async () => {
    dir = await freshDataDir();
  });
  afterAll(() => rm(dir, { recursive: true }));

  it(
    'killed in the middle of a job, loses nothing and does nothing twice',
    () => killInTheMiddle(dir, {}),
    90_000,
  );

  it('has the data folder to itself while it lives', async () => {
    const first = await spawnServer({ dir });
    await expect(spawnServer({ dir })).rejects.toThrow('store.locked');
    await first.kill();
    const second = await spawnServer({ dir });
    expect(await second.terminate()).toBe(0);
  }, 60_000);

  it('told to stop, lets the running job end first', async () => {
    const server = await startServer({
      port: 0,
      dataDir: dir,
      console: null,
      examiner: async () => fakeExaminer(700),
    });
    const client = clientOf(server.url!);
    const { body: record } = await client.post('/v1/cases', {});
    await client.upload(`/v1/cases/${record.id}/exhibits`, { 'a.jpg': 'genuine' });
    await running(client, record.id);
    const stream = readEvents(`${server.url}/v1/events`, {}, () => false);
    await sleep(100);
    await server.close();
    expect(await stream).toEqual(expect.any(Array));

    const again = await startServer({
      port: 0,
      dataDir: dir,
      console: null,
      examiner: async () => fakeExaminer(),
    });
    const done = await clientOf(again.url!).finished(record.id);
    expect(done.exhibits[0]).toMatchObject({ status: 'done', attempts: 1 });
    await again.close();
  }, 60_000);

  it('cannot be split into roles', async () => {
    await expect(startServer({ roles: ['api'], dataDir: dir })).rejects.toMatchObject({
      code: 'server.roles',
    });
  });

  it('fails an exhibit whose examination breaks every time', async () => {
    const examiner = fakeExaminer();
    const server = await startServer({
      port: 0,
      dataDir: dir,
      console: null,
      maxAttempts: 2,
      examiner: async () => examiner,
    });
    const client = clientOf(server.url!);
    const { body: record } = await client.post('/v1/cases', {});
    await client.upload(`/v1/cases/${record.id}/exhibits`, { 'a.jpg': 'broken' });
    const done = await client.finished(record.id);
    await server.close();
    expect(done.exhibits[0]).toMatchObject({
      status: 'failed',
      attempts: 2,
      verdict: 'unreadable',
      error: { code: 'exhibit.gave-up' },
    });
    expect(examiner.examined).toHaveLength(2);
  }, 60_000);
});

describe.skipIf(noPostgres)(`processes on PostgreSQL${noPostgres ? ` (${noPostgres})` : ''}`, () => {
  let postgres: TemporaryPostgres;
  let dir: string;
  beforeAll(async () => {
    [postgres, dir] = await Promise.all([startPostgres(), freshDataDir()]);
  });
  afterAll(async () => {
    await postgres.stop();
    await rm(dir, { recursive: true });
  });

  it('take over the jobs of one that was killed', async () => {
    await killInTheMiddle(dir, { DATABASE_URL: await postgres.createDatabase() });
  }, 120_000);

  it('share the work by role', async () => {
    const env = { DATABASE_URL: await postgres.createDatabase() };
    const processes: ServerProcess[] = [];
    try {
      processes.push(await spawnServer({ dir, env, roles: 'api' }));
      processes.push(await spawnServer({ dir, env, roles: 'worker', delayMs: 20 }));
      processes.push(await spawnServer({ dir, env, roles: 'worker', delayMs: 20 }));
      const client = clientOf(processes[0]!.url);
      const { body: record } = await client.post('/v1/cases', {});
      const files = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`${i}.jpg`, `forged ${i}`]));
      await client.upload(`/v1/cases/${record.id}/exhibits`, files);
      const done = await client.finished(record.id);
      expect(done.counts).toMatchObject({ total: 20, done: 20 });
      expect(done.exhibits.every(({ attempts }: { attempts: number }) => attempts === 1)).toBe(true);
    } finally {
      await Promise.all(processes.map((server) => server.terminate()));
    }
  }, 60_000);
});
