import { rm } from 'node:fs/promises';
import type { CaseSummary } from '@jianzhen/cases';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDataDir } from '../../../scripts/fresh-data-dir.ts';
import { noPostgres, startPostgres, type TemporaryPostgres } from '../../../scripts/temporary-postgres.ts';
import { type Server, type ServerOptions, startServer } from '../src/index.ts';
import { type Client, clientOf } from './support/client.ts';
import { fakeExaminer } from './support/fake-examiner.ts';

function suite(options: () => Promise<ServerOptions>) {
  let server: Server;
  let client: Client;
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await freshDataDir();
    const examiner = async () => fakeExaminer();
    server = await startServer({ port: 0, dataDir, console: null, examiner, ...(await options()) });
    client = clientOf(server.url!);
  });
  afterAll(async () => {
    await server.close();
    await rm(dataDir, { recursive: true });
  });

  it('goes through all cases by cursor, with filters', async () => {
    const made: string[] = [];
    for (let i = 0; i < 5; i++)
      made.unshift((await client.post('/v1/cases', { title: `翻页 ${i}` })).body.id);
    const seen: string[] = [];
    let query = '';
    do {
      const { body } = await client.get(
        `/v1/cases?limit=2&status=empty&text=${encodeURIComponent('翻页')}${query}`,
      );
      seen.push(...body.cases.map((record: CaseSummary) => record.id));
      query = body.next && `&cursor=${body.next}`;
    } while (query);
    expect(seen).toEqual(made);
    const none = await client.get(`/v1/cases?verdict=forged&text=${encodeURIComponent('翻页')}`);
    expect(none.body).toEqual({ cases: [], next: null });
  });

  it("keeps the person's record and words to the case itself", async () => {
    const complaint = '本人因病失业，请求停催。';
    const customer = { name: '测试甲', phone: '13800000000' };
    const made = await client.post('/v1/cases', { reference: '隐-1', customer, complaint });
    const list = await client.get(`/v1/cases?text=${encodeURIComponent('隐-1')}`);
    const { customer: _, complaint: __, ...summary } = made.body;
    expect(list.body.cases).toEqual([summary]);
    const { body } = await client.get(`/v1/cases/${made.body.id}`);
    expect(body).toMatchObject({ customer, complaint: { text: complaint } });
  });
}

describe('the list of cases on the embedded database', () => suite(async () => ({})));

describe.skipIf(noPostgres)(`the list of cases on PostgreSQL${noPostgres ? ` (${noPostgres})` : ''}`, () => {
  let postgres: TemporaryPostgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.stop());
  suite(async () => ({ databaseUrl: await postgres.createDatabase() }));
});
