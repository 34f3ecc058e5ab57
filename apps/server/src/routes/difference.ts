import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { errors } from '@jianzhen/cases';
import type { FastifyReply } from 'fastify';
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

const Place = Type.Integer({ minimum: 1, maximum: 1000, description: 'Which of the page’s seals, from 1.' });
const SealParams = Type.Object({ ...PageParams.properties, seal: Place });
const OtherSeal = Type.Object({ ...Other.properties, seal: Place }, { additionalProperties: false });

const sendPng = (reply: FastifyReply, png: Uint8Array) =>
  reply.type('image/png').header('cache-control', 'private, max-age=3600').send(Buffer.from(png));

export const differenceRoutes =
  ({ cases, blobs, difference, sealDifference }: Deps): FastifyPluginAsyncTypebox =>
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
        return sendPng(reply, drawn.png);
      },
    );

    app.get(
      '/v1/exhibits/:id/pages/:page/seals/:seal/difference',
      {
        schema: {
          operationId: 'getSealDifference',
          tags: ['pages'],
          summary: 'A seal laid over another one: grey what both have, red and blue what one has alone',
          params: SealParams,
          querystring: OtherSeal,
          response: { 200: binary('Both seals', 'image/png'), ...failures },
        },
      },
      async ({ params, query }, reply) => {
        const { id, page, seal } = params;
        const [first, second] = await Promise.all([
          cases.picturedSeal({ exhibit: id, page }, seal, blobs),
          cases.picturedSeal(query, query.seal, blobs),
        ]);
        const drawn = await sealDifference(first, second);
        if (!drawn) throw errors('page.no-seal-comparison', { id, other: query.exhibit });
        return sendPng(reply, drawn.png);
      },
    );
  };
