import { createHash } from 'node:crypto';
import type { Once } from '@jianzhen/cases';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';

export const IdempotencyHeaders = Type.Object({
  /** The same key with the same content gives the first answer again, and the work is done once. */
  'idempotency-key': Type.Optional(Type.String({ minLength: 1, maxLength: 128, pattern: '^[!-~]+$' })),
});

/** The request's idempotency key, if it has one, bound to its route and content. */
export function onceOf(request: FastifyRequest, content: unknown): Once | undefined {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string') return undefined;
  const fingerprint = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return { key, scope: `${request.method} ${request.url.split('?')[0]}`, fingerprint };
}
