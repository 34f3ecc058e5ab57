import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { ScanAnswer } from '@jianzhen/cases';
import { CodedError, toCodedError } from '@jianzhen/evidence';
import type { FastifyRequest } from 'fastify';
import type { Static } from 'typebox';
import { errors } from '../errors.ts';
import type { Deps } from '../http/deps.ts';
import { forSender } from '../http/failures.ts';
import { ScanBody, ScanContext, ScanPayload, scanBodies, valid } from '../http/scan-body.ts';
import { failures } from '../http/schemas.ts';
import { receiveForm } from '../http/upload.ts';
import { scanViews } from './alert-views.ts';

const BODY_BYTES = 4 * 2 ** 20;

export const scanRoutes =
  ({ scans, limits }: Deps): FastifyPluginAsyncTypebox =>
  async (app) => {
    let pictures = 0;
    const picture = async (request: FastifyRequest): Promise<ScanAnswer> => {
      if (pictures >= limits.checks) throw errors('server.busy');
      pictures++;
      try {
        const { name, bytes, fields } = await receiveForm(request, limits);
        return await scans.picture(bytes, name, valid(request, ScanContext, fields));
      } finally {
        pictures--;
      }
    };
    const several = async (request: FastifyRequest, payloads: readonly unknown[]) => {
      const items = payloads.map((payload) => {
        try {
          return valid(request, ScanPayload, payload);
        } catch (thrown) {
          return toCodedError(thrown);
        }
      });
      const good = items.filter((item): item is Static<typeof ScanPayload> => !(item instanceof CodedError));
      const answers = (await scans.batch(good)).values();
      return items.map((item) =>
        resultOf(request, item instanceof CodedError ? item : answers.next().value!),
      );
    };

    app.post(
      '/v1/scans',
      {
        bodyLimit: BODY_BYTES,
        config: { bodies: scanBodies },
        schema: {
          operationId: 'scan',
          tags: ['alerts'],
          summary: 'Judge a payload, several, or the codes on a picture, and warn where one is dangerous',
          body: { content: { 'application/json': { schema: ScanBody } } },
          response: { 200: scanViews.ScanReport, ...failures },
        },
      },
      async (request) => {
        if (request.isMultipart()) return picture(request);
        if (typeof request.body !== 'object' || request.body === null) {
          const type = request.headers['content-type'] ?? '';
          throw errors('request.unsupported-type', {
            type,
            expected: 'application/json, multipart/form-data',
          });
        }
        const { text, payloads, ...context } = request.body as Static<typeof ScanBody>;
        if ((text === undefined) === (payloads === undefined)) throw errors('scan.one-or-several');
        if (text !== undefined) return scans.text(text, context);
        return { results: await several(request, payloads!) };
      },
    );
  };

function resultOf(request: FastifyRequest, answer: ScanAnswer | CodedError) {
  if (!(answer instanceof CodedError)) return { ...answer, error: null };
  if (answer.status >= 500) request.log.error({ err: answer.cause ?? answer }, answer.message);
  return { codes: [], alert: null, error: forSender(answer, request).toJSON() };
}
