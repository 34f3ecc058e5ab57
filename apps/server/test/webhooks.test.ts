import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshDataDir } from '../../../scripts/fresh-data-dir.ts';
import { fromEnvironment, type Server, type ServerOptions, startServer } from '../src/index.ts';
import { sign } from '../src/webhooks/sender.ts';
import { type Client, clientOf } from './support/client.ts';
import { fakeExaminer } from './support/fake-examiner.ts';
import { fakeJudge } from './support/fake-judge.ts';
import { spawnServer } from './support/process.ts';
import { type Behaviour, type Receiver, startReceiver } from './support/receiver.ts';

const SECRET = `whsec_${Buffer.from('a secret of thirty-two bytes ...').toString('base64')}`;

describe('webhooks', () => {
  let dataDir: string;
  let receiver: Receiver;
  let server: Server | null = null;
  let client: Client;
  beforeEach(async () => {
    dataDir = await freshDataDir();
  });
  afterEach(async () => {
    await server?.close();
    server = null;
    await receiver.close();
    await rm(dataDir, { recursive: true });
  });

  const start = async (behave?: Behaviour, options: ServerOptions = {}) => {
    receiver = await startReceiver(SECRET, behave);
    server = await startServer({
      ...{ port: 0, dataDir, console: null, webhookTimeoutMs: 300 },
      webhooks: [{ name: 'default', url: receiver.url, secret: SECRET }],
      examiner: async () => fakeExaminer(),
      codeJudge: async () => fakeJudge(),
      ...options,
    });
    client = clientOf(server.url!);
  };
  const warn = async (text = 'http://bad.example/', customerId = 'C-1') =>
    (await client.post('/v1/scans', { text, customerId, lenderId: 'L-1' })).body.alert;
  const deliveries = async (id: string) => (await client.get(`/v1/alerts/${id}`)).body.deliveries;
  const settled = async (id: string) => {
    for (let i = 0; i < 400; i++, await sleep(50)) {
      const [delivery] = await deliveries(id);
      if (delivery.status !== 'pending') return delivery;
    }
    throw new Error('still pending');
  };

  it('carry the alert, signed, and again under the same id until they are taken', async () => {
    await start((response, attempt) => response.writeHead(attempt < 3 ? 500 : 204).end());
    const alert = await warn();
    await receiver.until(3);
    const delivery = await settled(alert.id);
    expect(delivery).toMatchObject({ status: 'delivered', attempts: 3, error: null, endpoint: 'default' });
    expect(receiver.received.map(({ id, genuine }) => [id, genuine])).toEqual(
      Array.from({ length: 3 }, () => [delivery.id, true]),
    );
    expect(receiver.received[0]!.body).toEqual({
      type: 'alert.raised',
      timestamp: alert.createdAt,
      data: { alert },
    });
    expect(receiver.received[2]!.body).toEqual(receiver.received[0]!.body);
    // Warned once: a second scan sends nothing.
    await warn();
    await sleep(300);
    expect(receiver.received).toHaveLength(3);
  });

  it.each<[string, Behaviour, string]>([
    ['hangs', () => {}, 'webhook.timeout'],
    ['answers too late', (response) => sleep(600).then(() => response.end()), 'webhook.timeout'],
    ['sends elsewhere', (response) => response.writeHead(307, { location: '/x' }).end(), 'webhook.refused'],
    ['breaks off', (response) => response.destroy(), 'webhook.unreachable'],
  ])('become dead letters where the endpoint %s', async (_, behave, code) => {
    await start(behave, { webhookAttempts: 2 });
    const alert = await warn();
    const dead = await settled(alert.id);
    expect(dead).toMatchObject({ status: 'dead', attempts: 2, error: { code } });
    expect(dead.error.message.zh).toMatch(/\p{Script=Han}/u);
    expect(receiver.received).toHaveLength(2);
  });

  it('do not wait for an answer’s body, and lists dead letters, which a person sends again', async () => {
    let broken = true;
    await start(
      (response) => {
        response.writeHead(broken ? 503 : 200);
        // A body without end.
        response.write('…');
      },
      { webhookAttempts: 1 },
    );
    const alert = await warn();
    expect(await settled(alert.id)).toMatchObject({ status: 'dead', error: { code: 'webhook.refused' } });
    const { body } = await client.get('/v1/deliveries?status=dead');
    expect(body).toMatchObject({ deliveries: [{ alertId: alert.id, status: 'dead' }], next: null });
    const [{ id }] = body.deliveries;
    broken = false;
    expect((await client.send('POST', `/v1/deliveries/${id}/retry`)).body).toMatchObject({
      id,
      status: 'pending',
    });
    expect(await settled(alert.id)).toMatchObject({ id, status: 'delivered', attempts: 1 });
    expect(new Set(receiver.received.map((message) => message.id))).toEqual(new Set([id]));
    const again = await client.send('POST', `/v1/deliveries/${id}/retry`);
    expect([again.status, again.body.error.code]).toEqual([409, 'delivery.not-dead']);
    expect((await client.get('/v1/deliveries?status=dead')).body.deliveries).toEqual([]);
  });

  it('tell each endpoint of a campaign and of a person’s correction, which stops what waits', async () => {
    let broken = false;
    await start((response) => response.writeHead(broken ? 500 : 200).end(), {
      campaign: { customers: 2, hours: 1 },
    });
    const first = await warn('http://bad.example/group', 'C-1');
    await warn('http://bad.example/group', 'C-2');
    await receiver.until(3);
    const types = () => receiver.received.map(({ body }) => body.type);
    expect(types().toSorted()).toEqual(['alert.raised', 'alert.raised', 'campaign.raised']);
    broken = true;
    const third = await warn('http://bad.example/group', 'C-3');
    await receiver.until(4);
    const review = { decision: 'not-dangerous', by: '王审核', note: '官方活动' };
    await client.post(`/v1/alerts/${first.id}/review`, review);
    broken = false;
    await receiver.until(5);
    expect(await settled(third.id)).toMatchObject({ status: 'cancelled' });
    for (let i = 0; i < 100 && types().at(-1) !== 'alert.reviewed'; i++) await sleep(50);
    expect(receiver.received.at(-1)!.body).toMatchObject({
      type: 'alert.reviewed',
      data: { decision: 'not-dangerous', alert: { id: first.id, status: 'corrected' } },
    });
    expect(JSON.stringify(receiver.received.at(-1)!.body)).not.toContain('王审核');
  });

  it('that a killed process had committed go out after the next start', async () => {
    // Takes the first attempts and never answers: the process dies in the middle of one.
    receiver = await startReceiver(SECRET, (response, attempt) => (attempt > 1 ? response.end() : null));
    const env = { JIANZHEN_WEBHOOK_URL: receiver.url, JIANZHEN_WEBHOOK_SECRET: SECRET };
    const first = await spawnServer({ dir: dataDir, env });
    client = clientOf(first.url);
    const ids: string[] = [];
    for (let i = 0; i < 8; i++) ids.push((await warn('http://bad.example/kill', `K-${i}`)).id);
    await first.kill();
    const begun = receiver.received.length;

    const second = await spawnServer({ dir: dataDir, env });
    try {
      client = clientOf(second.url);
      // Eight customers and one campaign; those that the first process had begun come once more.
      await receiver.until(9 + begun);
      const sent = receiver.received.map(({ body }) => body.data.alert.id);
      for (const id of ids) expect(sent).toContain(id);
      expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(9);
      expect(receiver.received.every(({ genuine }) => genuine)).toBe(true);
      for (const id of ids) expect((await client.get(`/v1/alerts/${id}`)).body.deliveries).toHaveLength(1);
    } finally {
      await second.kill();
    }
  }, 90_000);
});

describe('signatures', () => {
  it('are those of the Standard Webhooks specification’s own example', () => {
    const body = '{"test": 2432232314}';
    expect(
      sign('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'msg_p5jXN8AQM9LWM0D4loKWxJek', '1614265330', body),
    ).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });
});

describe('endpoints', () => {
  const secret = 'x'.repeat(24);
  it('come from the environment, one or several', () => {
    const { webhooks } = fromEnvironment({
      JIANZHEN_WEBHOOK_URL: 'https://a.example/hook',
      JIANZHEN_WEBHOOK_SECRET: secret,
      JIANZHEN_WEBHOOK_URL_YUNLING: 'http://b.example',
      JIANZHEN_WEBHOOK_SECRET_YUNLING: SECRET,
    });
    expect(webhooks).toEqual([
      { name: 'default', url: 'https://a.example/hook', secret },
      { name: 'yunling', url: 'http://b.example', secret: SECRET },
    ]);
  });

  it.each([
    ['an address that is none', { JIANZHEN_WEBHOOK_URL: 'a.example', JIANZHEN_WEBHOOK_SECRET: secret }],
    ['a scheme that is not HTTP', { JIANZHEN_WEBHOOK_URL: 'file:///x', JIANZHEN_WEBHOOK_SECRET: secret }],
    ['a password in it', { JIANZHEN_WEBHOOK_URL: 'https://u:p@a.example', JIANZHEN_WEBHOOK_SECRET: secret }],
    ['no secret', { JIANZHEN_WEBHOOK_URL: 'https://a.example' }],
    [
      'a short secret',
      { JIANZHEN_WEBHOOK_URL: 'https://a.example', JIANZHEN_WEBHOOK_SECRET: 'whsec_c2hvcnQ=' },
    ],
  ])('are refused with %s', (_, env) => {
    expect(() => fromEnvironment(env)).toThrow(expect.objectContaining({ code: 'server.option' }));
  });
});
