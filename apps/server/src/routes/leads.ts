import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Deps } from '../http/deps.ts';
import { answer, binary, failures, ref } from '../http/schemas.ts';
import { GangName } from './gangs.ts';

const Line = Type.String({ minLength: 1, maxLength: 200 });
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

const Order = Type.Object(
  {
    by: Type.String({ minLength: 1, maxLength: 200, description: 'Who makes the package.' }),
    purpose: Line,
    organisation: Line,
    profile: Type.Optional(Type.Enum(['police', 'regulator', 'lender'], { default: 'police' })),
  },
  { additionalProperties: false },
);

/** What became of a package, by the custody log. */
export const LeadView = Type.Object(
  {
    package: Type.String(),
    gang: Type.String(),
    digest: Type.String(),
    profile: nullable(Type.String()),
    madeAt: Type.String(),
    exported: Type.Boolean(),
    handedOver: Type.Array(
      Type.Object({ at: Type.String(), recipient: Type.String(), authority: Type.String() }),
    ),
    received: Type.Boolean(),
    outcome: nullable(
      Type.Object({
        status: Type.String(),
        caseNumber: nullable(Type.String()),
        reasons: Type.Array(Type.String()),
        at: Type.String(),
        recipient: nullable(Type.String()),
      }),
    ),
  },
  { $id: 'LeadView' },
);

export const LeadList = Type.Object({ leads: Type.Array(LeadView) }, { $id: 'LeadList' });

/** Evidence packages on gangs: made and downloaded, and what became of them. */
export const leadRoutes =
  ({ leads }: Deps): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/v1/gangs/:name/leads',
      {
        schema: {
          operationId: 'makeLead',
          tags: ['gangs'],
          summary:
            'Make a signed evidence package on a gang and download it as ZIP; both is entered into the custody log',
          params: Type.Object({ name: GangName }),
          body: Order,
          response: { 200: binary('The package', 'application/zip'), ...failures },
        },
      },
      async ({ params, body: { by, purpose, organisation, profile = 'police' } }, reply) => {
        const made = await (await leads()).make({
          gang: params.name,
          who: by,
          purpose,
          organisation,
          profile,
        });
        const { size } = await stat(made.file);
        const stream = createReadStream(made.file);
        stream.once('close', () => void made.dispose());
        return reply
          .headers({
            'content-type': 'application/zip',
            'content-length': size,
            'content-disposition': `attachment; filename="${made.package}.zip"`,
            'cache-control': 'no-store',
          })
          .send(stream);
      },
    );

    app.get(
      '/v1/leads',
      {
        schema: {
          operationId: 'listLeads',
          tags: ['gangs'],
          summary: 'List the packages made here and what became of them, newest first',
          response: { 200: answer('Packages by the custody log', ref(LeadList)), ...failures },
        },
      },
      async () => ({
        leads: (await (await leads()).list()).map(({ events: _, outcome, handedOver, ...lead }) => ({
          ...lead,
          handedOver: [...handedOver],
          outcome: outcome && {
            status: outcome.status,
            caseNumber: outcome.caseNumber,
            reasons: [...outcome.reasons],
            at: outcome.at,
            recipient: outcome.recipient,
          },
        })),
      }),
    );
  };
