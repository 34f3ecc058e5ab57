import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { portraitMismatches } from '@jianzhen/cases';
import { Type } from 'typebox';
import type { Deps } from '../http/deps.ts';
import { answer, failures, ref } from '../http/schemas.ts';
import { PortraitReport } from './portrait-views.ts';

const closed = { additionalProperties: false };
const Place = Type.Object(
  {
    exhibit: Type.String({ format: 'uuid', description: 'An examined exhibit.' }),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000, default: 1 })),
  },
  closed,
);

/** The portrait on a card against a selfie of the same case; nothing is kept. */
export const portraitRoutes =
  ({ cases, blobs, portraits }: Deps): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/v1/portraits/compare',
      {
        schema: {
          operationId: 'comparePortraits',
          tags: ['pages'],
          summary: 'Hold the portrait on an ID card against a selfie of the same case; nothing is kept',
          body: Type.Object({ card: Place, selfie: Place }, closed),
          response: { 200: answer('How far the faces are apart', ref(PortraitReport)), ...failures },
        },
      },
      async ({ body: { card, selfie } }) => {
        const places = [card, selfie].map(({ exhibit, page = 1 }) => ({ exhibit, page }));
        const [first, second] = await cases.portraitPages([places[0]!, places[1]!], blobs);
        const compared = await portraits(first, second);
        const reasons = compared.reasons.map(({ code, message }) => ({ code, message }));
        return { ...compared, reasons, findings: portraitMismatches(compared) };
      },
    );
  };
