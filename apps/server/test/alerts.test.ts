import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDataDir } from '../../../scripts/fresh-data-dir.ts';
import { noPostgres, startPostgres, type TemporaryPostgres } from '../../../scripts/temporary-postgres.ts';
import { errors } from '../src/errors.ts';
import { type Server, type ServerOptions, startServer } from '../src/index.ts';
import { type Client, clientOf, readEvents } from './support/client.ts';
import { fakeExaminer } from './support/fake-examiner.ts';
import { fakeJudge } from './support/fake-judge.ts';

const NOWHERE = '01900000-0000-7000-8000-000000000000';
const BAD = 'https://bad.example/login';

function suite(options: () => Promise<ServerOptions>) {
  let server: Server;
  let client: Client;
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await freshDataDir();
    server = await startServer({
      ...{ port: 0, dataDir, console: null, limits: { fileBytes: 1024 * 1024 } },
      campaign: { customers: 3 },
      examiner: async () => fakeExaminer(),
      codeJudge: async () => fakeJudge(),
      ...(await options()),
    });
    client = clientOf(server.url!);
  });
  afterAll(async () => {
    await server.close();
    await rm(dataDir, { recursive: true });
  });

  const scan = (json: object) => client.post('/v1/scans', json);
  const picture = (content: string | null, fields: Record<string, string> = {}, last = true) => {
    const form = new FormData();
    const file = () => content !== null && form.append('file', new Blob([content]), '海报.png');
    if (!last) file();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    if (last) file();
    return client.send('POST', '/v1/scans', { body: form });
  };

  it('judges a payload at once, and warns the customer', async () => {
    const { status, body } = await scan({ text: `${BAD}?token=1#a`, customerId: 'C-1', lenderId: 'L-1' });
    expect(status).toBe(200);
    expect(body.codes).toEqual([
      expect.objectContaining({ text: `${BAD}?token=1#a`, kind: 'url', details: { host: 'bad.example' } }),
    ]);
    expect(body.alert).toMatchObject({
      kind: 'customer',
      status: 'open',
      subject: BAD,
      domain: 'bad.example',
      customerId: 'C-1',
      lenderId: 'L-1',
      caseId: null,
      level: 'danger',
      probability: 0.97,
      reasons: [{ code: 'test.bad' }],
      seen: 1,
      campaign: null,
    });
    expect(body.alert.advice[0]).toEqual({
      zh: expect.stringContaining('不要打开'),
      en: expect.stringContaining('Do not open'),
    });
    const again = await scan({ text: BAD, customerId: 'C-1', lenderId: 'L-1' });
    expect(again.body.alert).toMatchObject({ id: body.alert.id, seen: 2 });
    const safe = await scan({ text: 'https://good.example/', customerId: 'C-1' });
    expect(safe.body).toMatchObject({ codes: [{ risk: { level: 'safe' } }], alert: null });
    expect((await scan({ text: BAD })).body).toMatchObject({
      codes: [{ risk: { level: 'danger' } }],
      alert: null,
    });
    const words = { text: 'https://odd.example/', words: 'a bad friend', customerId: 'C-1' };
    expect((await scan(words)).body.alert).toMatchObject({ subject: 'https://odd.example/' });
  });

  it('makes one alert of fifty scans at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => scan({ text: 'https://bad.example/50', customerId: 'C-50' })),
    );
    expect(new Set(answers.map(({ body }) => body.alert.id)).size).toBe(1);
    const { body } = await client.get('/v1/alerts?customerId=C-50');
    expect(body).toMatchObject({ alerts: [{ seen: 50 }], next: null });
  });

  it('judges the codes of a picture, with fields before or after it', async () => {
    for (const last of [true, false]) {
      const answer = await picture(
        'https://good.example/\nhttps://bad.example/p.apk',
        { customerId: `P-${last}` },
        last,
      );
      expect(answer.status).toBe(200);
      expect(answer.body.codes.map(({ kind }: { kind: string }) => kind)).toEqual(['url', 'app-download']);
      expect(answer.body.alert).toMatchObject({ customerId: `P-${last}`, payload: 'app-download' });
      expect(answer.body.alert.advice[0].zh).toContain('不要下载或安装');
    }
    expect((await picture('\n')).body).toEqual({ codes: [], alert: null });
  });

  it('answers a batch item by item, in order; a bad one spoils no other', async () => {
    const payloads = [
      { text: 'https://good.example/1' },
      { text: 7, customer: 'x' },
      { text: 'unreadable' },
      { text: 'broken' },
      null,
      { text: BAD, customerId: 'B-1', caseId: NOWHERE },
      { text: 'https://bad.example/batch', customerId: 'B-1' },
      { text: '' },
      { text: 'https://bad.example/batch', customerId: 'B-1' },
    ];
    const { status, body } = await scan({ payloads });
    expect(status).toBe(200);
    expect(
      body.results.map(
        ({ codes, alert, error }: { codes: { text: string }[]; alert: object; error: { code: string } }) =>
          error?.code ?? `${codes[0]!.text} ${alert ? 'warned' : 'fine'}`,
      ),
    ).toEqual([
      'https://good.example/1 fine',
      'request.invalid',
      'test.unreadable',
      'server.internal',
      'request.invalid',
      'case.not-found',
      'https://bad.example/batch warned',
      'request.invalid',
      'https://bad.example/batch warned',
    ]);
    expect(body.results[8].alert).toMatchObject({ id: body.results[6].alert.id, seen: 2 });
    expect(JSON.stringify(body)).not.toContain('line 7');
    expect(body.results[1].error.message.zh).toMatch(/\p{Script=Han}/u);
    const many = Array.from({ length: 1000 }, (_, i) => ({ text: `https://good.example/${i}` }));
    const thousand = await scan({ payloads: many });
    expect(thousand.body.results.map(({ codes }: { codes: { text: string }[] }) => codes[0]!.text)).toEqual(
      many.map(({ text }) => text),
    );
  });

  it.each([
    ['nothing', {}, 400, 'scan.one-or-several'],
    ['both', { text: 'a', payloads: [{ text: 'a' }] }, 400, 'scan.one-or-several'],
    ['no payloads', { payloads: [] }, 400, 'request.invalid'],
    ['too many payloads', { payloads: Array(1001).fill({ text: 'a' }) }, 400, 'request.invalid'],
    ['an empty text', { text: '' }, 400, 'request.invalid'],
    ['a text without end', { text: 'x'.repeat(8193) }, 400, 'request.invalid'],
    ['an unknown field', { text: 'a', customer: 'C-1' }, 400, 'request.invalid'],
    ['a case that is none', { text: 'a', caseId: '7' }, 400, 'request.invalid'],
    ['a case that there is not', { text: 'a', caseId: NOWHERE }, 404, 'case.not-found'],
    ['what cannot be judged', { text: 'unreadable' }, 422, 'test.unreadable'],
    ['a body over the limit', { text: 'a', words: 'x'.repeat(5 * 2 ** 20) }, 413, 'request.too-large'],
  ])('refuses %s with a coded error', async (_, json, status, code) => {
    const answer = await scan(json);
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
    expect(answer.body.error.message).toEqual({
      zh: expect.stringMatching(/\p{Script=Han}/u),
      en: expect.any(String),
    });
  });

  it('refuses other media types, and pictures that are none', async () => {
    for (const type of ['text/plain', 'image/png', 'application/x-www-form-urlencoded']) {
      const answer = await client.send('POST', '/v1/scans', { body: 'a', headers: { 'content-type': type } });
      expect([answer.status, answer.body.error.code]).toEqual([415, 'request.unsupported-type']);
    }
    expect((await client.send('POST', '/v1/scans')).body.error.code).toBe('request.unsupported-type');
    expect((await picture(null, { customerId: 'C' })).body.error.code).toBe('upload.no-file');
    expect((await picture('')).body.error.code).toBe('upload.empty');
    expect((await picture('x'.repeat(1024 * 1024 + 1))).body.error.code).toBe('upload.too-large');
    expect((await picture('a', { caseId: '7' })).body.error.code).toBe('request.invalid');
    expect((await picture('a', { customer: '7' })).body.error.code).toBe('request.invalid');
  });

  it('raises a campaign, tells the stream of it, and lists it by filters', async () => {
    const text = 'https://bad.example/campaign';
    const events = await readEvents(
      `${server.url}/v1/events`,
      {},
      (seen) => seen.filter(({ event }) => event === 'alert.raised').length === 4,
      async () => {
        for (const customerId of ['G-1', 'G-2', 'G-3']) await scan({ text, customerId });
      },
    );
    expect(events.at(-1)!.data).toMatchObject({ caseId: null, alertId: expect.any(String) });
    const { body } = await client.get('/v1/alerts?kind=campaign&text=/CAMPAIGN');
    expect(body.alerts).toHaveLength(1);
    const { body: campaign } = await client.get(`/v1/alerts/${body.alerts[0].id}`);
    expect(campaign).toMatchObject({
      customerId: null,
      campaign: { customers: 3, lenders: 0, told: 3 },
      growth: [{ customers: 3 }],
      deliveries: [],
      reviews: [],
    });
  });

  it('takes a person’s word at once, for other customers too, and back again', async () => {
    const text = 'https://bad.example/official';
    const { alert } = (await scan({ text, customerId: 'H-1' })).body;
    const review = (decision: string) =>
      client.post(`/v1/alerts/${alert.id}/review`, { decision, by: '王审核', note: '官方活动' });
    expect((await review('not-dangerous')).body).toMatchObject({ id: alert.id, status: 'corrected' });
    expect((await scan({ text, customerId: 'H-2' })).body).toMatchObject({
      alert: null,
      codes: [{ risk: { level: 'safe', reasons: [{ code: 'review.not-dangerous' }] } }],
    });
    expect((await client.get('/v1/alerts?status=corrected')).body.alerts[0].id).toBe(alert.id);
    expect((await review('dangerous')).body.status).toBe('confirmed');
    expect((await scan({ text, customerId: 'H-2' })).body.alert).toMatchObject({ status: 'confirmed' });
    const { body } = await client.get(`/v1/alerts/${alert.id}`);
    expect(body.reviews).toMatchObject([
      { decision: 'dangerous', by: '王审核' },
      { decision: 'not-dangerous', by: '王审核', note: '官方活动' },
    ]);
  });

  it('keeps no secret of a payload', async () => {
    const otp = 'otpauth://totp/bad:a?secret=JBSWY3DPEHPK3PXP';
    const wifi = 'WIFI:S:bad cafe;T:WPA;P:hunter2;;';
    const answers = [
      await scan({ text: otp, customerId: 'W-1' }),
      await scan({ text: wifi, customerId: 'W-1' }),
    ];
    expect(answers.map(({ body }) => body.alert.subject)).toEqual([
      'otpauth://totp/bad:a',
      'WIFI:S:bad cafe',
    ]);
    for (const { body } of answers) expect(JSON.stringify(body.alert)).not.toMatch(/JBSWY3DP|hunter2/);
  });

  it.each([
    ['an unknown alert', 'GET', `/v1/alerts/${NOWHERE}`, null, 404, 'alert.not-found'],
    [
      'a review of an unknown alert',
      'POST',
      `/v1/alerts/${NOWHERE}/review`,
      { decision: 'dangerous', by: 'a' },
      404,
      'alert.not-found',
    ],
    [
      'a review by nobody',
      'POST',
      `/v1/alerts/${NOWHERE}/review`,
      { decision: 'dangerous' },
      400,
      'request.invalid',
    ],
    [
      'a decision that is none',
      'POST',
      `/v1/alerts/${NOWHERE}/review`,
      { decision: 'maybe', by: 'a' },
      400,
      'request.invalid',
    ],
    ['a retry of nothing', 'POST', `/v1/deliveries/${NOWHERE}/retry`, null, 404, 'delivery.not-found'],
    ['an unknown status', 'GET', '/v1/alerts?status=bad', null, 400, 'request.invalid'],
    ['a broken cursor', 'GET', '/v1/alerts?cursor=%25', null, 400, 'cursor.invalid'],
    ['an unknown state of deliveries', 'GET', '/v1/deliveries?status=bad', null, 400, 'request.invalid'],
  ])('answers %s with a coded error', async (_, method, path, json, status, code) => {
    const init = json ? { body: JSON.stringify(json), headers: { 'content-type': 'application/json' } } : {};
    const answer = await client.send(method, path, init);
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
  });
}

describe('alerts on PGlite', () => {
  suite(async () => ({}));

  it('says where the judge cannot be opened, and tries again', async () => {
    let opened = 0;
    const dataDir = await freshDataDir();
    const server = await startServer({
      ...{ port: 0, dataDir, console: null },
      examiner: async () => fakeExaminer(),
      codeJudge: async () => {
        opened++;
        throw errors('server.busy');
      },
    });
    const { status, body } = await clientOf(server.url!).post('/v1/scans', { payloads: [{ text: 'a' }] });
    expect([status, body.error.code]).toEqual([503, 'server.busy']);
    await clientOf(server.url!).post('/v1/scans', { payloads: [{ text: 'a' }] });
    expect(opened).toBe(2);
    await server.close();
    await rm(dataDir, { recursive: true });
  });
});

describe.skipIf(noPostgres)(`alerts on PostgreSQL${noPostgres ? ` (${noPostgres})` : ''}`, () => {
  let postgres: TemporaryPostgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.stop());
  suite(async () => ({ databaseUrl: await postgres.createDatabase() }));
});
