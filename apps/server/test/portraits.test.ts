import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDataDir } from '../../../scripts/fresh-data-dir.ts';
import { type Server, startServer } from '../src/index.ts';
import { type Client, clientOf } from './support/client.ts';
import { fakeExaminer } from './support/fake-examiner.ts';

describe('portraits over HTTP', () => {
  let server: Server;
  let client: Client;
  let dataDir: string;
  const before = process.env.JIANZHEN_FACE_MODELS;
  beforeAll(async () => {
    process.env.JIANZHEN_FACE_MODELS = '/nowhere/at/all';
    dataDir = await freshDataDir();
    server = await startServer({ port: 0, dataDir, console: null, examiner: async () => fakeExaminer() });
    client = clientOf(server.url!);
  });
  afterAll(async () => {
    if (before === undefined) delete process.env.JIANZHEN_FACE_MODELS;
    else process.env.JIANZHEN_FACE_MODELS = before;
    await server.close();
    await rm(dataDir, { recursive: true });
  });

  const examined = async (...names: string[]): Promise<string[]> => {
    const { id } = (await client.post('/v1/cases', {})).body;
    await client.upload(
      `/v1/cases/${id}/exhibits`,
      Object.fromEntries(names.map((name) => [name, 'genuine'])),
    );
    const { exhibits } = await client.finished(id);
    return exhibits.map((exhibit: { id: string }) => exhibit.id);
  };
  const compare = async (card: string, selfie: string, page = 1) =>
    client.post('/v1/portraits/compare', { card: { exhibit: card, page }, selfie: { exhibit: selfie } });

  it('are compared within a case, and say so where the model is not installed', async () => {
    const [card, selfie] = await examined('card.png', 'selfie.png');
    expect(await compare(card!, selfie!)).toMatchObject({
      status: 501,
      body: { error: { code: 'portrait.not-installed' } },
    });
  });

  it('are not compared across cases, nor where there is no such page or exhibit', async () => {
    const [[card], [selfie]] = [await examined('card.png'), await examined('selfie.png')];
    expect(await compare(card!, selfie!)).toMatchObject({
      status: 422,
      body: { error: { code: 'page.other-case' } },
    });
    expect(await compare(card!, card!, 9)).toMatchObject({ status: 404 });
    expect(await compare(card!, '01890000-0000-7000-8000-000000000000')).toMatchObject({
      status: 404,
      body: { error: { code: 'exhibit.not-found' } },
    });
    expect((await client.post('/v1/portraits/compare', { card: { exhibit: card } })).status).toBe(400);
  });
});
