import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { errors } from '../errors.ts';
import type { Deps } from '../http/deps.ts';
import { failures } from '../http/schemas.ts';
import { receiveOne } from '../http/upload.ts';
import { views } from './views.ts';

export const checkRoutes =
  ({ examiner, limits }: Deps): FastifyPluginAsyncTypebox =>
  async (app) => {
    let running = 0;

    app.post(
      '/v1/check',
      {
        config: { files: 'one' },
        schema: {
          operationId: 'check',
          tags: ['check'],
          summary: 'Examine one file and answer at once; nothing is kept',
          consumes: ['multipart/form-data'],
          querystring: Type.Object(
            {
              masks: Type.Optional(Type.Boolean({ default: false })),
              reading: Type.Optional(
                Type.Boolean({
                  default: true,
                  description: 'Read the text, too; false is several times faster.',
                }),
              ),
            },
            { additionalProperties: false },
          ),
          response: { 200: views.CheckReport, ...failures },
        },
      },
      async (request) => {
        if (running >= limits.checks) throw errors('server.busy');
        running++;
        try {
          const { masks = false, reading = true } = request.query;
          const { name, bytes } = await receiveOne(request, limits);
          const { facts, pages } = await (await examiner()).examine({
            name,
            bytes,
            masks,
            reading,
            receivedAt: new Date().toISOString(),
          });
          return {
            file: name,
            ...facts,
            pages: pages.map(({ maskPng, template: _, ...page }) => ({
              ...page,
              findings: [...page.findings],
              mask:
                masks && maskPng ? `data:image/png;base64,${Buffer.from(maskPng).toString('base64')}` : null,
            })),
          };
        } finally {
          running--;
        }
      },
    );
  };
