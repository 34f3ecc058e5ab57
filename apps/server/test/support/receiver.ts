import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Received {
  readonly id: string;
  /** Signed with the secret, by the steps of docs/alerts.md. */
  readonly genuine: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: the message's shape is what is under test
  readonly body: any;
}

export type Behaviour = (response: ServerResponse) => unknown;

const TOLERANCE_SECONDS = 300;

/** Checks a message as a lender's system would: no code is shared with the sender. */
function isGenuine({ headers }: IncomingMessage, body: string, secret: string): boolean {
  const [id, timestamp] = [headers['webhook-id'], headers['webhook-timestamp']];
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > TOLERANCE_SECONDS) return false;
  const key = Buffer.from(secret.split('_')[1]!, 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return String(headers['webhook-signature']).split(' ').includes(`v1,${expected}`);
}

/** A lender's system on the loopback interface, which answers as `behave` does. */
export async function startReceiver(secret: string, behave: Behaviour = (response) => response.end()) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const id = String(request.headers['webhook-id']);
    received.push({ id, genuine: isGenuine(request, body, secret), body: JSON.parse(body) });
    await behave(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}/alerts`,
    received,
    /** Waits for so many messages. */
    async until(count: number, patienceMs = 20_000): Promise<void> {
      for (const end = Date.now() + patienceMs; received.length < count; await sleep(20)) {
        if (Date.now() > end) throw new Error(`${received.length} of ${count} messages came`);
      }
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
export type Receiver = Awaited<ReturnType<typeof startReceiver>>;
