import type { Outgoing } from './alerts.ts';

export interface Endpoint {
  readonly name: string;
  /** It is told of this lender's customers alone; of everybody's where null. */
  readonly lenderId: string | null;
}

/** Takes messages to where they are wanted. */
export interface WebhookSender {
  readonly endpoints: readonly Endpoint[];
  /** Resolves when the endpoint took the message. @throws `webhook.…`, which tells what was the matter */
  send(message: Pick<Outgoing, 'id' | 'endpoint' | 'body'>): Promise<void>;
}
