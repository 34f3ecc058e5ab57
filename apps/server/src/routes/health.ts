import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { errors } from '../errors.ts';
import type { Deps } from '../http/deps.ts';
import { failures } from '../http/schemas.ts';

const PATIENCE_MS = 5000;
const Ok = Type.Object({ status: Type.Literal('ok') }, { description: 'It is' });

export const healthRoutes =
  ({ store, blobs, closing }: Deps): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/healthz',
      {
        schema: {
          operationId: 'healthz',
          tags: ['health'],
          summary: 'The process is alive',
          response: { 200: Ok },
        },
      },
      async () => ({ status: 'ok' as const }),
    );

    app.get(
      '/readyz',
      {
        schema: {
          operationId: 'readyz',
          tags: ['health'],
          summary: 'Database and blob store answer, and the server is not closing',
          response: { 200: Ok, ...failures },
        },
      },
      async () => {
        if (closing.aborted) throw errors('server.not-ready', { detail: 'closing' });
        const late = AbortSignal.timeout(PATIENCE_MS);
        const timeout = new Promise<never>((_, reject) => {
          late.addEventListener('abort', () => reject(new Error('no answer in time')));
        });
        try {
          await Promise.race([Promise.all([store.ping(), blobs.ping()]), timeout]);
        } catch (thrown) {
          const detail = (thrown as Error).message;
          throw errors('server.not-ready', { detail }, { cause: thrown });
        }
        return { status: 'ok' as const };
      },
    );
  };
