import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { errors } from '@jianzhen/cases';
import { Type } from 'typebox';
import type { Deps } from '../http/deps.ts';
import { binary, failures } from '../http/schemas.ts';
import { PageParams } from './views.ts';

const Other = Type.Object(
  {
    exhibit: Type.String({ format: 'uuid', description: 'Exhibit of the other page.' }),
    page: Type.Integer({ minimum: 1, maximum: 100_000, description: 'Number of the other page.' }),
  },
  { additionalProperties: false },
);

export const differenceRoutes =
  ({ cases, blobs, difference }: Deps): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/v1/exhibits/:id/pages/:page/difference',
      {
        schema: {
          operationId: 'getPageDifference',
          tags: ['pages'],
          summary: 'Two pages of one template side by side, what was exchanged outlined',
          params: PageParams,
          querystring: Other,
          response: { 200: binary('Both pages', 'image/png'), ...failures },
        },
      },
      async ({ params, query }, reply) => {
        const [first, second] = await Promise.all([
          cases.comparedPage(params.id, params.page, blobs),
          cases.comparedPage(query.exhibit, query.page, blobs),
        ]);
        const drawn = await difference(first, second);
        if (!drawn) throw errors('page.no-comparison', { id: params.id, other: query.exhibit });
        return reply
          .type('image/png')
          .header('cache-control', 'private, max-age=3600')
          .send(Buffer.from(drawn.png));
      },
    );
  };
