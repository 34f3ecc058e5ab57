import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { CodedError } from '@jianzhen/evidence';
import type { Deps } from '../http/deps.ts';
import { IdempotencyHeaders, onceOf } from '../http/once.ts';
import { failures } from '../http/schemas.ts';
import { receive } from '../http/upload.ts';
import { IdParams, views } from './views.ts';

export const uploadRoutes =
  ({ cases, intake, blobs, limits }: Deps): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/v1/cases/:id/exhibits',
      {
        config: { files: 'many' },
        schema: {
          operationId: 'addExhibits',
          tags: ['exhibits'],
          summary: 'Add files to a case; each becomes an exhibit and is examined',
          consumes: ['multipart/form-data'],
          headers: IdempotencyHeaders,
          params: IdParams,
          response: { 201: views.Received, ...failures },
        },
      },
      async (request, reply) => {
        const { id } = request.params;
        await cases.exists(id);
        const { files, rejected } = await receive(request, blobs, limits);
        if (files.length === 0) {
          const [{ error, status }] = rejected as [(typeof rejected)[number]];
          throw new CodedError(error.code, error.message, status);
        }
        const refused = rejected.map(({ name, error }) => ({ name, error }));
        const content = [files, refused.map(({ name }) => name)];
        const received = await intake.add(id, files, refused, onceOf(request, content));
        return reply.status(201).send({ ...received, rejected: [...received.rejected] });
      },
    );
  };
