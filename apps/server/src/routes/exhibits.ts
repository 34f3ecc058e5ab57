import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { errors as caseErrors, ExhibitDecision } from '@jianzhen/cases';
import type { Deps } from '../http/deps.ts';
import { reviewBody } from '../http/review-body.ts';
import { binary, failures } from '../http/schemas.ts';
import { sendBlob } from './blobs.ts';
import { IdParams, PageParams, pageView, views } from './views.ts';

export const exhibitRoutes =
  ({ cases, blobs }: Deps): FastifyPluginAsyncTypebox =>
  async (app) => {
    const picture = async (id: string, number: number, kind: 'mask' | 'heatmap' | 'preview') => {
      const blob = (await cases.page(id, number))[kind];
      if (!blob) throw caseErrors('page.no-picture', { id, page: number });
      return blob;
    };

    app.get(
      '/v1/exhibits/:id',
      {
        schema: {
          operationId: 'getExhibit',
          tags: ['exhibits'],
          summary: 'An exhibit with its pages and what persons held of it',
          params: IdParams,
          response: { 200: views.ExhibitDetail, ...failures },
        },
      },
      async ({ params: { id } }) => {
        const [exhibit, pages] = [await cases.exhibit(id), await cases.pages(id)];
        return {
          ...exhibit,
          reviews: await cases.reviews(id),
          pages: pages.map((page) => pageView(id, page)),
        };
      },
    );

    app.post(
      '/v1/exhibits/:id/review',
      {
        schema: {
          operationId: 'reviewExhibit',
          tags: ['exhibits'],
          summary: "A person's word on an exhibit, which counts for its case from then on",
          params: IdParams,
          body: reviewBody(ExhibitDecision),
          response: { 200: views.Exhibit, ...failures },
        },
      },
      async ({ params, body }) => cases.review(params.id, body),
    );

    app.get(
      '/v1/exhibits/:id/findings',
      {
        schema: {
          operationId: 'getFindings',
          tags: ['exhibits'],
          summary: 'What the detectors found, page by page',
          params: IdParams,
          response: { 200: views.FindingList, ...failures },
        },
      },
      async ({ params: { id } }) => ({ findings: await cases.findings(id) }),
    );

    app.get(
      '/v1/exhibits/:id/original',
      {
        schema: {
          operationId: 'getOriginal',
          tags: ['exhibits'],
          summary: 'The file as it was sent',
          params: IdParams,
          response: {
            200: binary('The file', 'application/octet-stream', 'image/*', 'audio/*'),
            ...failures,
          },
        },
      },
      async (request, reply) => {
        const { sha256, mediaType, name } = await cases.exhibit(request.params.id);
        return sendBlob(request, reply, blobs, sha256, mediaType, name);
      },
    );

    app.get(
      '/v1/exhibits/:id/pages/:page/image',
      {
        schema: {
          operationId: 'getPageImage',
          tags: ['pages'],
          summary: 'The page as a picture to look at',
          params: PageParams,
          response: { 200: binary('The page', 'image/webp'), ...failures },
        },
      },
      async (request, reply) => {
        const { id, page } = request.params;
        const preview = await picture(id, page, 'preview');
        return sendBlob(request, reply, blobs, preview, 'image/webp', `${id}.p${page}.webp`);
      },
    );

    app.get(
      '/v1/exhibits/:id/pages/:page/mask',
      {
        schema: {
          operationId: 'getPageMask',
          tags: ['pages'],
          summary: 'Altered pixels: an 8-bit grey PNG, 255 = surely altered',
          params: PageParams,
          response: { 200: binary('The mask', 'image/png'), ...failures },
        },
      },
      async (request, reply) => {
        const { id, page } = request.params;
        const mask = await picture(id, page, 'mask');
        return sendBlob(request, reply, blobs, mask, 'image/png', `${id}.p${page}.mask.png`);
      },
    );

    app.get(
      '/v1/exhibits/:id/pages/:page/heatmap',
      {
        schema: {
          operationId: 'getPageHeatmap',
          tags: ['pages'],
          summary: 'The mask in colours, transparent where nothing was flagged, to lay over the page',
          params: PageParams,
          response: { 200: binary('The heat map', 'image/png'), ...failures },
        },
      },
      async (request, reply) => {
        const { id, page } = request.params;
        const heatmap = await picture(id, page, 'heatmap');
        return sendBlob(request, reply, blobs, heatmap, 'image/png', `${id}.p${page}.heatmap.png`);
      },
    );
  };
