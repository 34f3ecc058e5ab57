import { createHmac } from 'node:crypto';
import type { WebhookSender } from '@jianzhen/cases';
import { errors } from '../errors.ts';
import { keyOf, type WebhookEndpoint } from './endpoint.ts';

/** An endpoint answers within this; the work that a message gives it is better done afterwards. */
const TIMEOUT_MS = 10_000;

export interface SenderOptions {
  readonly now?: () => Date;
  readonly timeoutMs?: number;
}

/** Sends messages as Standard Webhooks (standardwebhooks.com, version 1.0): POST of JSON, signed with HMAC-SHA-256. */
export function createSender(
  endpoints: readonly WebhookEndpoint[],
  { now = () => new Date(), timeoutMs = TIMEOUT_MS }: SenderOptions = {},
): WebhookSender {
  const byName = new Map(endpoints.map((endpoint) => [endpoint.name, endpoint]));
  return {
    endpoints: endpoints.map(({ name, lenderId }) => ({ name, lenderId })),

    async send({ id, endpoint: name, body }) {
      const endpoint = byName.get(name);
      if (!endpoint) throw errors('webhook.unknown-endpoint', { endpoint: name });
      const text = JSON.stringify(body);
      const timestamp = String(Math.floor(now().getTime() / 1000));
      const response = await fetch(endpoint.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'user-agent': 'jianzhen',
          'webhook-id': id,
          'webhook-timestamp': timestamp,
          'webhook-signature': sign(endpoint.secret, id, timestamp, text),
        },
        body: text,
        // What was agreed on is one address; another one is not told of customers.
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      }).catch((thrown: Error) => {
        if (thrown.name === 'TimeoutError') {
          throw errors('webhook.timeout', { seconds: timeoutMs / 1000 }, { cause: thrown });
        }
        const { message } = (thrown.cause ?? thrown) as Error;
        throw errors('webhook.unreachable', { detail: message }, { cause: thrown });
      });
      // The status is the answer; a body could be without end.
      await response.body?.cancel().catch(() => {});
      if (!response.ok) throw errors('webhook.refused', { status: response.status });
    },
  };
}

/** Value of `webhook-signature` for a body sent at a time in seconds since 1970. */
export function sign(secret: string, id: string, timestamp: string, body: string): string {
  const mac = createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.${body}`);
  return `v1,${mac.digest('base64')}`;
}
