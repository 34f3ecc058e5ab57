import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Delivery } from '@jianzhen/cases';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDataDir } from '../../../scripts/fresh-data-dir.ts';
import { fromEnvironment, type Server, type ServerOptions, startServer } from '../src/index.ts';
import { sign } from '../src/webhooks/sender.ts';
import { type Client, clientOf } from './support/client.ts';
import { fakeExaminer } from './support/fake-examiner.ts';
import { fakeJudge } from './support/fake-judge.ts';
import { type ServerProcess, spawnServer } from './support/process.ts';
import { type Behaviour, type Receiver, startReceiver } from './support/receiver.ts';

const SECRET = `whsec_${Buffer.from('a secret of thirty-two bytes ...').toString('base64')}`;

/** What becomes of an alert's deliveries, by endpoint, once none waits any more. */
async function settled(client: Client, id: string): Promise<Record<string, Delivery>> {
  for (let i = 0; i < 500; i++, await sleep(50)) {
    const { deliveries } = (await client.get(`/v1/alerts/${id}`)).body as { deliveries: Delivery[] };
    if (deliveries.every(({ status }) => status !== 'pending')) {
      return Object.fromEntries(deliveries.map((delivery) => [delivery.endpoint, delivery]));
    }
  }
  throw new Error('still pending');
}

async function warn(client: Client, text: string, customerId = 'C-1') {
  return (await client.post('/v1/scans', { text, customerId, lenderId: 'L-1' })).body.alert;
}

describe('webhooks', () => {
  let dataDir: string;
  let receivers: Record<string, Receiver>;
  let server: Server;
  let client: Client;
  const start = async (behaviours: Record<string, Behaviour>, options: ServerOptions) => {
    dataDir = await freshDataDir();
    receivers = {};
    for (const [name, behave] of Object.entries(behaviours)) {
      receivers[name] = await startReceiver(SECRET, behave);
    }
    server = await startServer({
      ...{ port: 0, dataDir, console: null, webhookTimeoutMs: 2500 },
      // An endpoint that is called after a lender may hear of its customers alone.
      webhooks: Object.entries(receivers).map(([name, { url }]) => ({
        ...{ name, url, secret: SECRET },
        lenderId: name.startsWith('L-') ? name : null,
      })),
      examiner: async () => fakeExaminer(),
      codeJudge: async () => fakeJudge(),
      ...options,
    });
    client = clientOf(server.url!);
  };
  const stop = async () => {
    await server.close();
    for (const receiver of Object.values(receivers)) await receiver.close();
    await rm(dataDir, { recursive: true });
  };

  describe('to an endpoint that is mostly there', () => {
    let broken = false;
    beforeAll(() =>
      start(
        { default: (response) => response.writeHead(broken ? 500 : 204).end() },
        { campaign: { customers: 2, hours: 1 } },
      ),
    );
    afterAll(stop);

    it('carry the alert, signed, and again under the same id until they are taken', async () => {
      const { received, until } = receivers.default!;
      broken = true;
      const alert = await warn(client, 'http://bad.example/');
      await until(1);
      broken = false;
      const { default: delivery } = await settled(client, alert.id);
      expect(delivery).toMatchObject({ status: 'delivered', attempts: 2, error: null });
      expect(received.map(({ id, genuine }) => [id, genuine])).toEqual([
        [delivery!.id, true],
        [delivery!.id, true],
      ]);
      expect(received[0]!.body).toEqual({
        type: 'alert.raised',
        timestamp: alert.createdAt,
        data: { alert },
      });
      expect(received[1]!.body).toEqual(received[0]!.body);
      // Warned once: a second scan sends nothing.
      await warn(client, 'http://bad.example/');
      await sleep(300);
      expect(received).toHaveLength(2);
    });

    it('tell of a campaign and of a person’s correction, which stops what waits', async () => {
      const { received, until } = receivers.default!;
      received.length = 0;
      const first = await warn(client, 'http://bad.example/group', 'C-1');
      await warn(client, 'http://bad.example/group', 'C-2');
      await until(3);
      const types = () => received.map(({ body }) => body.type);
      expect(types().toSorted()).toEqual(['alert.raised', 'alert.raised', 'campaign.raised']);
      broken = true;
      const third = await warn(client, 'http://bad.example/group', 'C-3');
      await until(4);
      const review = { decision: 'not-dangerous', by: '王审核', note: '官方活动' };
      await client.post(`/v1/alerts/${first.id}/review`, review);
      broken = false;
      await until(5);
      expect(await settled(client, third.id)).toMatchObject({ default: { status: 'cancelled' } });
      for (let i = 0; i < 100 && types().at(-1) !== 'alert.reviewed'; i++) await sleep(50);
      expect(received.at(-1)!.body).toMatchObject({
        type: 'alert.reviewed',
        data: { decision: 'not-dangerous', alert: { id: first.id, status: 'corrected' } },
      });
      expect(JSON.stringify(received.at(-1)!.body)).not.toContain('王审核');
    });
  });

  describe('to endpoints of one lender each', () => {
    const take: Behaviour = (response) => response.writeHead(204).end();
    beforeAll(() => start({ 'L-1': take, 'L-2': take, all: take }, { campaign: { customers: 2, hours: 1 } }));
    afterAll(stop);

    it('tell of its customers alone, of campaigns, and of decisions without another lender’s customer', async () => {
      const scan = async (customerId: string, lenderId: string) => {
        const text = 'http://bad.example/shared';
        const { body } = await client.post('/v1/scans', { text, customerId, lenderId });
        return body.alert;
      };
      const first = await scan('C-1', 'L-1');
      const second = await scan('C-2', 'L-2');
      await client.post(`/v1/alerts/${first.id}/review`, { decision: 'dangerous', by: '王审核' });
      await Promise.all(
        Object.entries({ 'L-1': 3, 'L-2': 3, all: 4 }).map(([name, n]) => receivers[name]!.until(n)),
      );
      const heard = (name: string) =>
        receivers[name]!.received.map(({ body }) => [body.type, body.data.alert.customerId])
          .toSorted()
          .join(' ');
      expect(heard('all')).toBe('alert.raised,C-1 alert.raised,C-2 alert.reviewed,C-1 campaign.raised,');
      expect(heard('L-1')).toBe('alert.raised,C-1 alert.reviewed,C-1 campaign.raised,');
      expect(heard('L-2')).toBe('alert.raised,C-2 alert.reviewed, campaign.raised,');
      const reviewed = receivers['L-2']!.received.find(({ body }) => body.type === 'alert.reviewed')!;
      expect(reviewed.body.data).toMatchObject({
        decision: 'dangerous',
        alert: { subject: second.subject, caseId: null, customerId: null, lenderId: null },
      });
      expect(Object.keys(await settled(client, second.id)).toSorted()).toEqual(['L-2', 'all']);
    });
  });

  describe('to endpoints in trouble', () => {
    let mended = false;
    beforeAll(() =>
      start(
        {
          hangs: () => {},
          late: (response) => sleep(6000).then(() => response.end()),
          moves: (response) => response.writeHead(307, { location: '/x' }).end(),
          breaks: (response) => response.destroy(),
          // A body without end.
          endless: (response) => response.writeHead(200).write('…'),
          refuses: (response) => response.writeHead(mended ? 200 : 503).end(),
        },
        { webhookAttempts: 2 },
      ),
    );
    afterAll(stop);

    it('become dead letters, which are listed, and sent again when a person says so', async () => {
      const alert = await warn(client, 'http://bad.example/');
      const ends = await settled(client, alert.id);
      const told = Object.entries(ends).map(([name, { status, attempts, error }]) => [
        name,
        `${status} ${attempts} ${error?.code ?? ''}`,
      ]);
      expect(Object.fromEntries(told)).toEqual({
        hangs: 'dead 2 webhook.timeout',
        late: 'dead 2 webhook.timeout',
        moves: 'dead 2 webhook.refused',
        breaks: 'dead 2 webhook.unreachable',
        endless: 'delivered 1 ',
        refuses: 'dead 2 webhook.refused',
      });
      for (const { received } of Object.values(receivers)) {
        expect(new Set(received.map(({ id }) => id)).size).toBe(1);
      }
      const dead = (await client.get('/v1/deliveries?status=dead&limit=4')).body;
      expect(dead.deliveries).toHaveLength(4);
      const rest = (await client.get(`/v1/deliveries?status=dead&limit=4&cursor=${dead.next}`)).body;
      expect(rest).toMatchObject({ deliveries: [{ status: 'dead', alertId: alert.id }], next: null });

      mended = true;
      const { id } = ends.refuses!;
      const revived = await client.send('POST', `/v1/deliveries/${id}/retry`);
      expect(revived.body).toMatchObject({ id, status: 'pending', attempts: 0 });
      expect((await settled(client, alert.id)).refuses).toMatchObject({
        id,
        status: 'delivered',
        attempts: 1,
      });
      const again = await client.send('POST', `/v1/deliveries/${id}/retry`);
      expect([again.status, again.body.error.code]).toEqual([409, 'delivery.not-dead']);
    }, 60_000);
  });

  it('that a killed process had committed go out after the next start', async () => {
    const dir = await freshDataDir();
    // Gives the first process no answer: it dies in the middle of some attempts.
    let first: ServerProcess | null = null;
    const receiver = await startReceiver(SECRET, (response) => (first ? null : response.end()));
    const env = { JIANZHEN_WEBHOOK_URL: receiver.url, JIANZHEN_WEBHOOK_SECRET: SECRET };
    first = await spawnServer({ dir, env });
    const ids: string[] = [];
    for (let i = 0; i < 8; i++) {
      ids.push((await warn(clientOf(first.url), 'http://bad.example/kill', `K-${i}`)).id);
    }
    await first.kill();
    first = null;
    const begun = receiver.received.length;

    const second = await spawnServer({ dir, env });
    try {
      // Eight customers and one campaign; those that the first process had begun come once more.
      await receiver.until(9 + begun);
      const sent = receiver.received.map(({ body }) => body.data.alert.id);
      for (const id of ids) expect(sent).toContain(id);
      expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(9);
      expect(receiver.received.every(({ genuine }) => genuine)).toBe(true);
      for (const id of ids) {
        const { body } = await clientOf(second.url).get(`/v1/alerts/${id}`);
        expect(body.deliveries).toHaveLength(1);
      }
    } finally {
      await second.kill();
      await receiver.close();
      await rm(dir, { recursive: true });
    }
  }, 150_000);
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
      JIANZHEN_WEBHOOK_LENDER_YUNLING: 'L-7',
    });
    expect(webhooks).toEqual([
      { name: 'default', url: 'https://a.example/hook', secret, lenderId: null },
      { name: 'yunling', url: 'http://b.example', secret: SECRET, lenderId: 'L-7' },
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
