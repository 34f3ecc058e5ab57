import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDataDir } from '../../../scripts/fresh-data-dir.ts';
import { noPostgres, startPostgres, type TemporaryPostgres } from '../../../scripts/temporary-postgres.ts';
import { type Server, type ServerOptions, startServer } from '../src/index.ts';
import { type Client, clientOf, readEvents } from './support/client.ts';
import { fakeExaminer } from './support/fake-examiner.ts';

const NOWHERE = '01900000-0000-7000-8000-000000000000';

function suite(options: () => Promise<ServerOptions>) {
  let server: Server;
  let client: Client;
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await freshDataDir();
    const limits = { fileBytes: 1024 * 1024, filesPerRequest: 5 };
    const examiner = async () => fakeExaminer();
    server = await startServer({ port: 0, dataDir, limits, console: null, examiner, ...(await options()) });
    client = clientOf(server.url!);
  });
  afterAll(async () => {
    await server.close();
    await rm(dataDir, { recursive: true });
  });

  const newCase = async (json: object = {}): Promise<string> =>
    (await client.post('/v1/cases', json)).body.id;

  it('keeps what is known of a case, and nothing where nothing is', async () => {
    const given = { reference: null, title: '退款证明', customerId: 'C-7', lenderId: 'lender-2' };
    const id = await newCase(given);
    expect((await client.get(`/v1/cases/${id}`)).body).toMatchObject(given);
  });

  it('takes a case from upload to verdict', async () => {
    const id = await newCase({ reference: '投诉-7', title: '退款证明' });
    const sent = await client.upload(`/v1/cases/${id}/exhibits`, {
      '好的.jpg': 'genuine',
      '坏的.jpg': 'suspicious,forged',
    });
    expect(sent.status).toBe(201);
    expect(sent.body.exhibits.map((exhibit: { name: string }) => exhibit.name)).toEqual([
      '好的.jpg',
      '坏的.jpg',
    ]);
    expect(sent.body.exhibits[0]).toMatchObject({ status: 'queued', bytes: 7, caseId: id });

    const done = await client.finished(id);
    expect(done).toMatchObject({ verdict: 'forged', counts: { total: 2, done: 2 } });
    expect(done.probability).toBeCloseTo(1 - 0.98 * 0.03);

    const forged = done.exhibits[1].id;
    const { body: exhibit } = await client.get(`/v1/exhibits/${forged}`);
    expect(exhibit).toMatchObject({
      verdict: 'forged',
      probability: 0.97,
      pageCount: 2,
      mediaType: 'image/png',
      told: { orientation: 6, metadata: { Software: 'fake' } },
    });
    expect(exhibit.pages[1]).toMatchObject({
      page: 2,
      verdict: 'forged',
      image: `/v1/exhibits/${forged}/pages/2/image`,
      mask: `/v1/exhibits/${forged}/pages/2/mask`,
      statistics: { 'document.noise': 1.5 },
    });

    const { body } = await client.get(`/v1/exhibits/${forged}/findings`);
    expect(body.findings).toHaveLength(4);
    expect(body.findings[2]).toMatchObject({
      page: 2,
      code: 'document.text-edited',
      region: { x: 1, y: 2, width: 3, height: 4 },
      message: { zh: '文字被改动' },
    });
  });

  it('serves the pictures of a page, and none where there is none', async () => {
    const id = await newCase();
    await client.upload(`/v1/cases/${id}/exhibits`, { 'a.jpg': 'forged', 'b.jpg': 'genuine' });
    const { exhibits } = await client.finished(id);
    const pages = `/v1/exhibits/${exhibits[0].id}/pages`;
    for (const [kind, type, content] of [
      ['image', 'image/webp', 'preview of forged 0'],
      ['mask', 'image/png', 'mask of forged 0'],
      ['heatmap', 'image/png', 'heat map of forged 0'],
    ]) {
      const answer = await client.get(`${pages}/1/${kind}`);
      expect(answer.headers.get('content-type')).toBe(type);
      expect(answer.body.toString()).toBe(content);
      const again = await client.get(`${pages}/1/${kind}`, { 'if-none-match': answer.headers.get('etag')! });
      expect(again.status).toBe(304);
    }
    expect((await client.get(`${pages}/2/mask`)).body.error.code).toBe('page.not-found');
    const none = await client.get(`/v1/exhibits/${exhibits[1].id}/pages/1/mask`);
    expect([none.status, none.body.error.code]).toEqual([404, 'page.no-picture']);
  });

  it('gives the original back byte by byte, as a download that cannot run', async () => {
    const id = await newCase();
    const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, i) => (i * 7) % 256));
    await client.upload(`/v1/cases/${id}/exhibits`, { "<页>;'*.html": bytes });
    const { exhibits } = await client.finished(id);
    const answer = await client.get(`/v1/exhibits/${exhibits[0].id}/original`);
    expect(answer.body.equals(bytes)).toBe(true);
    expect(answer.headers.get('content-length')).toBe('70000');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    const disposition = answer.headers.get('content-disposition')!;
    expect(disposition).toMatch(/filename="[\w.-]+"; filename\*=UTF-8''[\w.%-]+$/);
    expect(decodeURIComponent(disposition.split("UTF-8''")[1]!)).toBe("<页>;'*.html");
  });

  it('keeps the good files of a batch with bad ones, and says what was wrong', async () => {
    const id = await newCase();
    const { status, body } = await client.upload(`/v1/cases/${id}/exhibits`, {
      'big.jpg': new Uint8Array(1024 * 1024 + 1),
      'good.jpg': 'genuine',
      'empty.jpg': '',
      'unreadable.jpg': 'unreadable',
      'exact.jpg': new Uint8Array(1024 * 1024),
    });
    expect(status).toBe(201);
    expect(
      body.rejected.map((file: { name: string; error: { code: string } }) => [file.name, file.error.code]),
    ).toEqual([
      ['big.jpg', 'upload.too-large'],
      ['empty.jpg', 'upload.empty'],
    ]);
    const done = await client.finished(id);
    expect(done.counts).toMatchObject({ total: 3, done: 2, failed: 1 });
    expect(done.exhibits[1]).toMatchObject({
      status: 'failed',
      verdict: 'unreadable',
      error: { code: 'test.unreadable', message: { zh: '无法读取。' } },
    });
  });

  it.each([
    ['a file over the limit', 413, 'upload.too-large', { 'big.jpg': new Uint8Array(1024 * 1024 + 1) }],
    ['an empty file', 422, 'upload.empty', { 'empty.jpg': '' }],
    ['no file', 400, 'upload.no-file', {}],
    ['too many files', 413, 'upload.too-many', Object.fromEntries([...'abcdef'].map((name) => [name, name]))],
  ])('refuses %s', async (_, status, code, files) => {
    const id = await newCase();
    const answer = await client.upload(`/v1/cases/${id}/exhibits`, files);
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
    expect((await client.get(`/v1/cases/${id}`)).body.counts.total).toBe(0);
  });

  it.each([
    ['an unknown address', 'GET', '/v1/nothing', {}, 404, 'request.unknown-route'],
    ['an unknown case', 'GET', `/v1/cases/${NOWHERE}`, {}, 404, 'case.not-found'],
    ['an unknown exhibit', 'GET', `/v1/exhibits/${NOWHERE}`, {}, 404, 'exhibit.not-found'],
    [
      "an unknown exhibit's findings",
      'GET',
      `/v1/exhibits/${NOWHERE}/findings`,
      {},
      404,
      'exhibit.not-found',
    ],
    ['an id that is none', 'GET', '/v1/cases/7', {}, 400, 'request.invalid'],
    ['a limit that is none', 'GET', '/v1/cases?limit=0', {}, 400, 'request.invalid'],
    ['an unknown verdict', 'GET', '/v1/cases?verdict=bad', {}, 400, 'request.invalid'],
    ['an unknown filter', 'GET', '/v1/cases?name=x', {}, 400, 'request.invalid'],
    ['a broken cursor', 'GET', '/v1/cases?cursor=%25', {}, 400, 'cursor.invalid'],
    ['broken JSON', 'POST', '/v1/cases', { body: '{' }, 400, 'request.invalid'],
    ['an unknown field', 'POST', '/v1/cases', { body: '{"verdict":"genuine"}' }, 400, 'request.invalid'],
    ['a title of the wrong type', 'POST', '/v1/cases', { body: '{"title":{}}' }, 400, 'request.invalid'],
    [
      'a body that is too large',
      'POST',
      '/v1/cases',
      { body: `"${'x'.repeat(300_000)}"` },
      413,
      'request.too-large',
    ],
  ])('answers %s with a coded error', async (_, method, path, init, status, code) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await client.send(method, path, 'body' in init ? { ...init, headers } : {});
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
    expect(answer.body.error.message).toEqual({
      zh: expect.stringMatching(/\p{Script=Han}/u),
      en: expect.any(String),
    });
  });

  it('answers the wrong content type with 415', async () => {
    const id = await newCase();
    const xml = await client.send('POST', '/v1/cases', {
      body: '<a/>',
      headers: { 'content-type': 'text/xml' },
    });
    expect([xml.status, xml.body.error.code]).toEqual([415, 'request.unsupported-type']);
    const json = await client.post(`/v1/cases/${id}/exhibits`, {});
    expect([json.status, json.body.error.code]).toEqual([415, 'request.unsupported-type']);
  });

  it('tells which field did not fit', async () => {
    const { body } = await client.post('/v1/cases', { reference: 'x'.repeat(129) });
    expect(body.error.details).toContainEqual({
      path: 'body/reference',
      message: expect.stringContaining('128'),
    });
  });

  it('does the work of a repeated request once', async () => {
    const headers = { 'idempotency-key': 'order-1' };
    const first = await client.post('/v1/cases', { title: 'a' }, headers);
    const second = await client.post('/v1/cases', { title: 'a' }, headers);
    expect(second.body).toEqual(first.body);
    const other = await client.post('/v1/cases', { title: 'b' }, headers);
    expect([other.status, other.body.error.code]).toEqual([422, 'idempotency.mismatch']);

    const path = `/v1/cases/${first.body.id}/exhibits`;
    const files = { 'a.jpg': 'genuine', 'empty.jpg': '' };
    const sent = await client.upload(path, files, headers);
    const resent = await client.upload(path, files, headers);
    expect(resent.body).toEqual(sent.body);
    expect((await client.finished(first.body.id)).counts.total).toBe(1);
  });

  it('streams events as they happen, and resumes after the last one seen', async () => {
    const id = await newCase();
    const events = await readEvents(
      `${server.url}/v1/events?caseId=${id}`,
      {},
      (seen) => seen.some(({ data }) => data.type === 'case.updated' && data.data.status === 'done'),
      () => client.upload(`/v1/cases/${id}/exhibits`, { 'a.jpg': 'forged' }),
    );
    expect(events.map(({ event }) => event)).toEqual([
      'exhibit.queued',
      'case.updated',
      'exhibit.started',
      'exhibit.done',
      'case.updated',
    ]);
    expect(events[3]!.data).toMatchObject({ caseId: id, data: { verdict: 'forged', probability: 0.97 } });
    const resumed = await readEvents(
      `${server.url}/v1/events?caseId=${id}`,
      { 'last-event-id': events[1]!.id },
      (seen) => seen.length === 3,
    );
    expect(resumed).toEqual(events.slice(2));
  });

  it('examines one file at once, and keeps nothing', async () => {
    const { body: before } = await client.get('/v1/cases');
    const { status, body } = await client.upload('/v1/check?masks=true', { '收据.png': 'genuine,forged' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ file: '收据.png', mediaType: 'image/png', bytes: 14 });
    expect(body.pages).toHaveLength(2);
    expect(body.pages[1]).toMatchObject({ verdict: 'forged', page: 2, pages: 2, file: '收据.png' });
    expect(Buffer.from(body.pages[1].mask.split(',')[1], 'base64').toString()).toBe(
      'mask of genuine,forged 1',
    );
    expect((await client.get('/v1/cases')).body).toEqual(before);
    const bad = await client.upload('/v1/check', { 'a.png': 'unreadable' });
    expect([bad.status, bad.body.error.code]).toEqual([422, 'test.unreadable']);
    const broken = await client.upload('/v1/check', { 'a.png': 'broken' });
    expect(broken.status).toBe(500);
  });

  it('is ready, and says what it offers', async () => {
    expect((await client.get('/healthz')).body).toEqual({ status: 'ok' });
    expect((await client.get('/readyz')).body).toEqual({ status: 'ok' });
    const { body } = await client.get('/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    expect(Object.keys(body.paths)).toContain('/v1/exhibits/{id}/pages/{page}/mask');
    const media = body.paths['/v1/cases/{id}/exhibits'].post.requestBody.content;
    expect(Object.keys(media)).toEqual(['multipart/form-data']);
  });
}

describe('the interface on PGlite', () => suite(async () => ({})));

describe.skipIf(noPostgres)(`the interface on PostgreSQL${noPostgres ? ` (${noPostgres})` : ''}`, () => {
  let postgres: TemporaryPostgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.stop());
  suite(async () => ({ databaseUrl: await postgres.createDatabase() }));
});
