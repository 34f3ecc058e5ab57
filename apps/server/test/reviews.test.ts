import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDataDir } from '../../../scripts/fresh-data-dir.ts';
import { type Server, startServer } from '../src/index.ts';
import { type Client, clientOf, readEvents } from './support/client.ts';
import { fakeExaminer } from './support/fake-examiner.ts';

const NOWHERE = '01900000-0000-7000-8000-000000000000';

describe("a person's word on an exhibit", () => {
  let server: Server;
  let client: Client;
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await freshDataDir();
    server = await startServer({ port: 0, dataDir, console: null, examiner: async () => fakeExaminer() });
    client = clientOf(server.url!);
  });
  afterAll(async () => {
    await server.close();
    await rm(dataDir, { recursive: true });
  });

  async function examined(files: Record<string, string>) {
    const { body: record } = await client.post('/v1/cases', {});
    await client.upload(`/v1/cases/${record.id}/exhibits`, files);
    return client.finished(record.id, 30_000);
  }
  const review = (id: string, body: object) => client.post(`/v1/exhibits/${id}/review`, body);

  it('counts for the case at once, can be taken back, and stays on record beside the verdict', async () => {
    const record = await examined({ 'a.jpg': 'forged', 'b.jpg': 'genuine' });
    expect(record).toMatchObject({ verdict: 'forged' });
    const { id } = record.exhibits.find(({ name }: { name: string }) => name === 'a.jpg');
    const cleared = await review(id, { decision: 'genuine', by: '王审核', note: '原件已核对' });
    expect(cleared.status).toBe(200);
    expect(cleared.body).toMatchObject({
      verdict: 'forged',
      probability: 0.97,
      review: { decision: 'genuine', by: '王审核', note: '原件已核对' },
    });
    expect((await client.get(`/v1/cases/${record.id}`)).body).toMatchObject({ verdict: 'genuine' });
    expect((await client.get('/v1/cases?verdict=forged')).body.cases).toEqual([]);

    await review(id, { decision: 'forged', by: '李复核' });
    expect((await client.get(`/v1/cases/${record.id}`)).body).toMatchObject({
      verdict: 'forged',
      probability: 1,
    });
    const { body: exhibit } = await client.get(`/v1/exhibits/${id}`);
    expect(exhibit.review).toMatchObject({ decision: 'forged', by: '李复核', note: null });
    expect(exhibit.reviews.map(({ by }: { by: string }) => by)).toEqual(['李复核', '王审核']);

    const events = await readEvents(
      `${server.url}/v1/events?after=0&caseId=${record.id}`,
      {},
      (seen) => seen.filter(({ event }) => event === 'exhibit.reviewed').length >= 2,
    );
    const [first] = events.filter(({ event }) => event === 'exhibit.reviewed');
    expect(first!.data).toMatchObject({
      exhibitId: id,
      data: { decision: 'genuine', by: '王审核', note: '原件已核对', verdict: 'forged', probability: 0.97 },
    });
  });

  it('is taken on a file that nobody could read, too', async () => {
    const record = await examined({ 'a.jpg': 'unreadable' });
    expect(record).toMatchObject({ verdict: 'unreadable' });
    const [{ id }] = record.exhibits;
    expect((await review(id, { decision: 'forged', by: '王审核' })).body).toMatchObject({
      status: 'failed',
      verdict: 'unreadable',
      review: { decision: 'forged' },
    });
    expect((await client.get(`/v1/cases/${record.id}`)).body).toMatchObject({ verdict: 'forged' });
  });

  it('is refused with a code where there is no such exhibit, or the request says too little', async () => {
    const nowhere = await review(NOWHERE, { decision: 'genuine', by: 'x' });
    expect(nowhere).toMatchObject({ status: 404, body: { error: { code: 'exhibit.not-found' } } });
    const record = await examined({ 'a.jpg': 'genuine' });
    const [{ id }] = record.exhibits;
    for (const body of [
      {},
      { decision: 'suspicious', by: 'x' },
      { decision: 'genuine', by: '' },
      { decision: 'genuine', by: 'x', more: 1 },
    ])
      expect((await review(id, body)).status).toBe(400);
    expect((await client.get(`/v1/exhibits/${id}`)).body).toMatchObject({ review: null, reviews: [] });
  });
});
