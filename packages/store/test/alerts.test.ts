import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type CodeJudge,
  createAlerts,
  createCases,
  createDelivering,
  createScans,
  type Endpoint,
  forgetScans,
  type JudgedCode,
  type ScanAnswer,
  type ScanContext,
  type WebhookSender,
} from '@jianzhen/cases';
import { CodedError } from '@jianzhen/evidence';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDataDir } from '../../../scripts/fresh-data-dir.ts';
import { noPostgres, startPostgres, type TemporaryPostgres } from '../../../scripts/temporary-postgres.ts';
import { openStore, type Store } from '../src/index.ts';

/** Dangerous is what has `bad` in it; the subject is the text in lower case. */
const judged = (text: string): JudgedCode => {
  const level = /bad/i.test(text) ? 'danger' : 'safe';
  const reasons = [{ code: 'test.bad', message: { zh: '坏', en: 'Bad' } }];
  return {
    code: {
      text,
      format: 'QRCode',
      corners: [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ],
      kind: 'url',
      details: {},
      links: [text],
      risk: { level, probability: level === 'danger' ? 0.97 : 0.02, reasons },
    },
    subject: text.toLowerCase(),
    domain: 'bad.example',
  };
};
const judge = async (): Promise<CodeJudge> => ({
  judgeText: async (text) => judged(text),
  judgePicture: async () => [],
  close: async () => {},
});

function suite(open: (dataDir: string) => Promise<Store>) {
  let dataDir: string;
  let store: Store;
  let minutes = 0;
  const now = () => new Date(Date.UTC(2026, 2, 1) + minutes * 60_000);
  beforeAll(async () => {
    dataDir = await freshDataDir();
    store = await open(dataDir);
  });
  afterAll(async () => {
    await store.close();
    await rm(dataDir, { recursive: true });
  });

  const rules = { customers: 3, hours: 2, growth: 2 };
  const everybody: Endpoint[] = [{ name: 'default', lenderId: null }];
  const scans = (endpoints = everybody) =>
    createScans(store.alerts, judge, { now, endpoints, campaign: rules });
  const alerts = () => createAlerts(store.alerts, { now, endpoints: everybody });
  const scan = (text: string, context: ScanContext): Promise<ScanAnswer> => scans().text(text, context);
  const campaignOf = async (text: string) =>
    (await alerts().list({ kind: 'campaign', text, limit: 9 })).alerts[0];

  it('warns a customer of a thing once, whatever the number of scans, and counts them', async () => {
    const many = await Promise.all(
      Array.from({ length: 50 }, () => scan('http://bad.example/1', { customerId: 'C-1', lenderId: 'L-1' })),
    );
    expect(new Set(many.map(({ alert }) => alert?.id)).size).toBe(1);
    const again = await scan('HTTP://bad.example/1', { customerId: 'C-1', lenderId: 'L-1' });
    expect(again.alert).toMatchObject({ id: many[0]!.alert!.id, seen: 51, status: 'open', kind: 'customer' });
    expect(again.codes[0]!.text).toBe('HTTP://bad.example/1');
    const { deliveries } = await alerts().get(again.alert!.id);
    expect(deliveries).toHaveLength(1);
    // The same number at another lender is another customer; none at all is none.
    const other = await scan('http://bad.example/1', { customerId: 'C-1', lenderId: 'L-2' });
    expect(other.alert!.id).not.toBe(again.alert!.id);
    expect((await scan('http://bad.example/1', { lenderId: 'L-1' })).alert).toBeNull();
    expect((await scan('http://good.example/', { customerId: 'C-1' })).alert).toBeNull();
  });

  it('holds between processes, too: several that warn at once make one alert and one campaign', async () => {
    const processes = Array.from({ length: 4 }, () => scans());
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        processes[i % 4]!.text('http://bad.example/race', { customerId: `R-${i % 10}` }),
      ),
    );
    expect(new Set(answers.map(({ alert }) => alert!.id)).size).toBe(10);
    const found = await alerts().list({ text: '/race', kind: 'campaign', limit: 9 });
    expect(found.alerts).toHaveLength(1);
    expect(found.alerts[0]).toMatchObject({ campaign: { customers: 10 }, seen: 40 });
  });

  it('takes customer and lender from the case, and refuses a case that there is not', async () => {
    const { id: caseId } = await createCases(store.cases).create({ customerId: 'C-9', lenderId: 'L-9' });
    const { alert } = await scan('bad of a case', { caseId });
    expect(alert).toMatchObject({ caseId, customerId: 'C-9', lenderId: 'L-9' });
    const nowhere = '01900000-0000-7000-8000-000000000000';
    const [bad, good] = await scans().batch([
      { text: 'bad', caseId: nowhere },
      { text: 'good\0 \ud800', customerId: 'C\0' },
    ]);
    expect(bad).toBeInstanceOf(CodedError);
    expect(bad).toMatchObject({ code: 'case.not-found' });
    expect(good).toMatchObject({ codes: [{ risk: { level: 'safe' } }], alert: null });
  });

  it('raises a campaign of many customers in few hours, and tells of it again when it has grown', async () => {
    const text = 'bad spread';
    const meet = (customer: number, lenderId: string) =>
      scan(text, { customerId: `S-${customer}`, lenderId });
    await meet(1, 'L-1');
    minutes += 130;
    // The first was too long ago: two of three.
    await meet(2, 'L-1');
    await meet(2, 'L-1');
    await meet(3, 'L-2');
    expect(await campaignOf(text)).toBeUndefined();
    // Met again, the first counts as of now.
    await meet(1, 'L-1');
    const raised = (await campaignOf(text))!;
    expect(raised).toMatchObject({
      kind: 'campaign',
      customerId: null,
      seen: 5,
      campaign: { customers: 3, lenders: 2, told: 3 },
      firstSeenAt: new Date(Date.UTC(2026, 2, 1)).toISOString(),
    });
    minutes += 60;
    for (let customer = 4; customer <= 7; customer++) await meet(customer, 'L-3');
    await meet(7, 'L-3');
    const grown = await alerts().get(raised.id);
    expect(grown).toMatchObject({ seen: 10, campaign: { customers: 7, lenders: 3, told: 6 } });
    expect(grown.deliveries.map(({ type }) => type)).toEqual(['campaign.grew', 'campaign.raised']);
    expect(grown.growth.map(({ customers }) => customers)).toEqual([1, 2, 4]);
    expect(grown.lastSeenAt).toBe(now().toISOString());
  });

  it('does at once what a person says, for every customer, and takes it back', async () => {
    const text = 'bad but not really';
    const { alert: first } = await scan(text, { customerId: 'N-1' });
    const { alert: second } = await scan(text, { customerId: 'N-2' });
    const corrected = await alerts().review(first!.id, {
      decision: 'not-dangerous',
      by: '王审核',
      note: '官方',
    });
    expect(corrected.status).toBe('corrected');
    expect((await alerts().get(second!.id)).status).toBe('corrected');
    const states = async (id: string) =>
      (await alerts().get(id)).deliveries.map(({ type, status }) => `${type} ${status}`);
    expect(await states(second!.id)).toEqual(['alert.raised cancelled']);
    expect(await states(first!.id)).toEqual(['alert.reviewed pending', 'alert.raised cancelled']);
    const third = await scan(text, { customerId: 'N-3' });
    expect(third).toMatchObject({
      alert: null,
      codes: [{ risk: { level: 'safe', reasons: [{ code: 'review.not-dangerous' }] } }],
    });
    await alerts().review(first!.id, { decision: 'not-dangerous', by: '李审核' });
    expect(await states(first!.id)).toHaveLength(2);

    await alerts().review(second!.id, { decision: 'dangerous', by: '李审核' });
    const { reviews, status } = await alerts().get(first!.id);
    expect(status).toBe('confirmed');
    expect(reviews.map(({ decision, by, note }) => [decision, by, note])).toEqual([
      ['dangerous', '李审核', null],
      ['not-dangerous', '李审核', null],
      ['not-dangerous', '王审核', '官方'],
    ]);
    expect(await states(second!.id)).toEqual(['alert.reviewed pending', 'alert.raised pending']);
    expect((await scan(text, { customerId: 'N-3' })).alert).toMatchObject({ status: 'confirmed' });
  });

  it('lists by filters, page by page', async () => {
    for (let i = 0; i < 5; i++) await scan(`bad 列表 ${i}`, { customerId: 'List', lenderId: `L-${i}` });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<ReturnType<typeof createAlerts>['list']>> = await alerts().list({
        ...{ limit: 2, customerId: 'List', status: 'open', level: 'danger', text: '列表' },
        ...(cursor && { cursor }),
      });
      seen.push(...page.alerts.map(({ subject }) => subject));
      cursor = page.next;
    } while (cursor);
    expect(seen).toEqual([4, 3, 2, 1, 0].map((i) => `bad 列表 ${i}`));
    expect((await alerts().list({ limit: 9, status: 'corrected', text: '列表' })).alerts).toEqual([]);
    expect((await alerts().list({ limit: 9, level: 'caution' })).alerts).toEqual([]);
    await expect(alerts().get('01900000-0000-7000-8000-000000000000')).rejects.toMatchObject({
      code: 'alert.not-found',
    });
  });

  it('keeps scans as traces, and reviews for ever', async () => {
    const [last] = (await store.alerts.scansAfter(null, 10_000)).slice(-1);
    const { id: caseId } = await createCases(store.cases).create({ customerId: 'T-1' });
    await scan('HTTP://good.example/trace', { caseId, lenderId: 'L-7', words: 'said in the chat' });
    expect(await store.alerts.scansAfter(last!.id, 9)).toEqual([
      {
        ...{ id: expect.any(String), caseId, customerId: 'T-1', lenderId: 'L-7', at: now().toISOString() },
        ...{ subject: 'http://good.example/trace', domain: 'bad.example', payload: 'url', level: 'safe' },
      },
    ]);
    const events = await store.cases.eventsAfter(0, 10_000);
    expect(events.filter(({ type }) => type === 'alert.reviewed').length).toBe(3);
    expect(events.find(({ type }) => type === 'alert.raised')).toMatchObject({
      alertId: expect.any(String),
      caseId: null,
    });
  });

  it('forgets scans of no case when their days are over, and nothing else', async () => {
    const [last] = (await store.alerts.scansAfter(null, 10_000)).slice(-1);
    const caseId = await createCases(store.cases)
      .create({ lenderId: 'L-7' })
      .then(({ id }) => id);
    const { alert } = await scan('bad and old', { customerId: 'F-1' });
    await scan('http://good.example/in-a-case', { caseId });
    minutes += 3 * 24 * 60;
    await scan('http://good.example/new', { customerId: 'F-1' });
    expect(await forgetScans(store.alerts, { days: 0, now })).toBe(0);
    expect(await forgetScans(store.alerts, { days: 4, now })).toBe(0);
    expect(await forgetScans(store.alerts, { days: 2, now })).toBeGreaterThan(0);
    const left = await store.alerts.scansAfter(last!.id, 9);
    expect(left.map(({ subject }) => subject)).toEqual([
      'http://good.example/in-a-case',
      'http://good.example/new',
    ]);
    expect(await alerts().get(alert!.id)).toMatchObject({ seen: 1, subject: 'bad and old' });
  });

  it('gives a message up whose every attempt was broken off', async () => {
    const never: WebhookSender = { endpoints: [], send: () => new Promise(() => {}) };
    const { alert } = await scan('bad and broken off', { customerId: 'X-1' });
    const [delivery] = (await alerts().get(alert!.id)).deliveries;
    const delivering = createDelivering(store.alerts, never, { now, maxAttempts: 2 });
    const current = async () => (await alerts().get(alert!.id)).deliveries[0]!;
    for (let attempt = 1; attempt <= 2; attempt++) {
      void delivering.run(delivery!.id);
      while ((await current()).attempts < attempt) await sleep(10);
    }
    await delivering.run(delivery!.id);
    expect(await current()).toMatchObject({
      status: 'dead',
      attempts: 2,
      error: { code: 'delivery.crashed' },
    });
  });

  it('hands each delivery to a worker until it is taken or given up, and sends a dead letter again', async () => {
    const sent: string[] = [];
    let broken = true;
    const sender: WebhookSender = {
      endpoints: everybody,
      async send({ id }) {
        sent.push(id);
        if (broken) throw new CodedError('test.broken', { zh: '坏', en: 'broken' }, 502);
      },
    };
    const delivering = createDelivering(store.alerts, sender, { now, maxAttempts: 2 });
    await store.queue.deliver(({ deliveryId }) => delivering.run(deliveryId), { concurrency: 2 });
    const { alert } = await scan('bad to deliver', { customerId: 'D-1' });
    const settled = async () => {
      for (let i = 0; i < 200; i++, await sleep(50)) {
        const [delivery] = (await alerts().get(alert!.id)).deliveries;
        if (delivery!.status !== 'pending') return delivery!;
      }
      throw new Error('still pending');
    };
    const dead = await settled();
    expect(dead).toMatchObject({ status: 'dead', attempts: 2, error: { code: 'test.broken' } });
    const { id } = dead;
    expect(sent.filter((one) => one === id)).toHaveLength(2);
    const listed = await alerts().deliveries({ status: 'dead', limit: 99 });
    expect(listed.deliveries.map((one) => one.id)).toContain(id);
    await delivering.run(id);
    expect(sent.filter((one) => one === id)).toHaveLength(2);

    broken = false;
    expect(await alerts().retry(id)).toMatchObject({ status: 'pending', attempts: 0 });
    expect(await settled()).toMatchObject({ id, status: 'delivered', attempts: 1, error: null });
    await expect(alerts().retry(id)).rejects.toMatchObject({ code: 'delivery.not-dead', status: 409 });
  });
}

describe('alerts on PGlite', () => suite((dataDir) => openStore({ dataDir })));

describe.skipIf(noPostgres)(`alerts on PostgreSQL${noPostgres ? ` (${noPostgres})` : ''}`, () => {
  let server: TemporaryPostgres;
  let databaseUrl: string;
  beforeAll(async () => {
    server = await startPostgres();
    databaseUrl = await server.createDatabase();
  });
  afterAll(() => server.stop());
  suite((dataDir) => openStore({ dataDir, databaseUrl }));
});
