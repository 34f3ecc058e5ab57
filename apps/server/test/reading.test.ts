import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDataDir } from '../../../scripts/fresh-data-dir.ts';
import { type Server, startServer } from '../src/index.ts';
import { type Client, clientOf } from './support/client.ts';
import { fakeExaminer } from './support/fake-examiner.ts';

describe('reading by the interface', () => {
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

  it('is part of a check, unless it is left out', async () => {
    const read = await client.upload('/v1/check', { 'a.png': 'genuine' });
    expect(read.body.pages[0].reading).toMatchObject({
      kind: { name: 'receipt' },
      fields: [{ name: 'name', value: 'genuine', subject: null }],
    });
    expect(read.body.pages[0]).not.toHaveProperty('template');
    const unread = await client.upload('/v1/check?reading=false', { 'a.png': 'genuine' });
    expect(unread.body.pages[0].reading).toBeNull();
    const wrong = await client.upload('/v1/check?reading=perhaps', { 'a.png': 'genuine' });
    expect(wrong.status).toBe(400);
  });

  it('is kept with an exhibit’s page, and the customer’s record with the case', async () => {
    const customer = {
      name: '张三',
      identityNumber: '110101194912310021',
      phone: ['13812345678', '+86 139-1234-5678'],
    };
    const { id } = (await client.post('/v1/cases', { customer })).body;
    expect((await client.get(`/v1/cases/${id}`)).body.customer).toEqual(customer);
    await client.upload(`/v1/cases/${id}/exhibits`, { 'a.png': 'genuine' });
    const { exhibits } = await client.finished(id);
    const { pages } = (await client.get(`/v1/exhibits/${exhibits[0].id}`)).body;
    expect(pages[0].reading.lines[0].text).toBe('genuine');
    const wrong = await client.post('/v1/cases', { customer: { name: '张三', salary: '1' } });
    expect((await client.post('/v1/cases', { customer: { phone: [] } })).status).toBe(400);
    expect(wrong).toMatchObject({ status: 400, body: { error: { code: expect.any(String) } } });
  });
});
