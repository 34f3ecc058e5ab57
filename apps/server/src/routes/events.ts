import { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { CaseEvent } from '@jianzhen/cases';
import { Type } from 'typebox';
import type { Deps } from '../http/deps.ts';
import { follow } from '../http/follow.ts';
import { failures } from '../http/schemas.ts';

/** A comment now and then keeps proxies from closing a quiet stream. */
const KEEP_ALIVE_MS = 15_000;

export const eventRoutes =
  ({ store, bus, closing }: Deps): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/v1/events',
      {
        schema: {
          operationId: 'streamEvents',
          tags: ['events'],
          summary: 'What happens, as server-sent events; each `data` is a CaseEvent',
          headers: Type.Object({
            /** The last event that the client saw: the stream goes on after it. */
            'last-event-id': Type.Optional(Type.String({ pattern: '^\\d{1,15}$' })),
          }),
          querystring: Type.Object(
            {
              after: Type.Optional(Type.Integer({ minimum: 0, description: 'As Last-Event-ID.' })),
              caseId: Type.Optional(Type.String({ format: 'uuid', description: "Only this case's events." })),
            },
            { additionalProperties: false },
          ),
          response: {
            200: {
              description:
                'Events: exhibit.queued, exhibit.started, exhibit.done, exhibit.failed, case.created, case.updated, alert.raised, alert.grew, alert.reviewed, delivery.dead, delivery.retried',
              content: { 'text/event-stream': { schema: Type.String() } },
            },
            ...failures,
          },
        },
      },
      async (request, reply) => {
        const { after, caseId } = request.query;
        const seen = request.headers['last-event-id'];
        const from = seen !== undefined ? Number(seen) : (after ?? (await store.lastEventId()));
        const gone = new AbortController();
        reply.raw.once('close', () => gone.abort());
        const signal = AbortSignal.any([gone.signal, closing]);
        const text = async function* () {
          // At once, so that the client's stream counts as open before anything happens.
          yield `retry: 2000\n: from ${from}\n\n`;
          for await (const batch of follow(store, bus, from, signal, KEEP_ALIVE_MS)) {
            const wanted = caseId ? batch.filter((event) => event.caseId === caseId) : batch;
            yield wanted.length ? wanted.map(frame).join('') : ':\n\n';
          }
        };
        return reply
          .headers({ 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' })
          .send(Readable.from(text(), { objectMode: false }) as unknown as string);
      },
    );
  };

function frame(event: CaseEvent): string {
  return `id: ${event.id}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}
