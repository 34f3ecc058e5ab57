import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { examineAtOnce } from '../http/at-once.ts';
import type { Deps } from '../http/deps.ts';
import { failures } from '../http/schemas.ts';
import { views } from './views.ts';

/** Answers at once about one file; nothing is kept. */
export const checkRoutes =
  (deps: Deps): FastifyPluginAsyncTypebox =>
  async (app) => {
    const examine = examineAtOnce(deps);
    const oneFile = { files: 'one' } as const;
    const consumes = ['multipart/form-data'];

    app.post(
      '/v1/check',
      {
        config: oneFile,
        schema: {
          operationId: 'check',
          tags: ['check'],
          summary: 'Examine one file and answer at once; nothing is kept',
          consumes,
          querystring: Type.Object(
            {
              masks: Type.Optional(Type.Boolean({ default: false })),
              reading: Type.Optional(
                Type.Boolean({
                  default: true,
                  description: 'Read text, seals and QR codes, too; false is several times faster.',
                }),
              ),
            },
            { additionalProperties: false },
          ),
          response: { 200: views.CheckReport, ...failures },
        },
      },
      async (request) => {
        const { masks = false, reading = true } = request.query;
        const { name, facts, pages } = await examine(request, { masks, reading });
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
      },
    );

    app.post(
      '/v1/signatures',
      {
        config: oneFile,
        schema: {
          operationId: 'verifySignatures',
          tags: ['check'],
          summary: 'Verify the electronic signatures of a PDF or OFD; nothing is kept',
          consumes,
          response: { 200: views.SignatureReport, ...failures },
        },
      },
      async (request) => {
        const { name, facts, signatures } = await examine(request, { only: 'signatures' });
        return { file: name, ...facts, signatures: [...signatures] };
      },
    );

    app.post(
      '/v1/codes',
      {
        config: oneFile,
        schema: {
          operationId: 'readCodes',
          tags: ['check'],
          summary: 'Find, read and judge the QR codes on the pages of one file; nothing is kept',
          consumes,
          response: { 200: views.CodeReport, ...failures },
        },
      },
      async (request) => {
        const { name, facts, pages } = await examine(request, { only: 'codes' });
        return {
          file: name,
          ...facts,
          pages: pages.map(({ page, width, height, codes }) => ({ page, width, height, codes })),
        };
      },
    );

    app.post(
      '/v1/seals',
      {
        config: oneFile,
        schema: {
          operationId: 'findSeals',
          tags: ['check'],
          summary: 'Find, read and judge the seals on the pages of one file; nothing is kept',
          consumes,
          response: { 200: views.SealReport, ...failures },
        },
      },
      async (request) => {
        const { name, facts, pages } = await examine(request, { only: 'seals' });
        return {
          file: name,
          ...facts,
          pages: pages.map(({ page, width, height, seals }) => ({ page, width, height, seals })),
        };
      },
    );
  };
