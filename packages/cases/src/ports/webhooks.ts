import type { Outgoing } from './alerts.ts';

/** Takes messages to where they are wanted. */
export interface WebhookSender {
  /** Names of the endpoints; each gets every message. */
  readonly endpoints: readonly string[];
  /** Resolves when the endpoint took the message. @throws `webhook.…`, which tells what was the matter */
  send(message: Pick<Outgoing, 'id' | 'endpoint' | 'body'>): Promise<void>;
}
