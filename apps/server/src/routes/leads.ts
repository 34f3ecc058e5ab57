import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import type { Deps } from '../http/deps.ts';
import { binary, failures } from '../http/schemas.ts';
import { GangName } from './gangs.ts';
import { LeadOutcome, leadViews } from './lead-views.ts';

const Line = Type.String({ minLength: 1, maxLength: 200 });
const Who = Type.String({ minLength: 1, maxLength: 200, description: 'Who acts.' });
const Params = Type.Object({ package: Type.String({ pattern: '^lead-[A-Za-z0-9_-]{1,80}$' }) });

const Order = Type.Object(
  {
    by: Who,
    purpose: Line,
    organisation: Line,
    profile: Type.Optional(Type.Enum(['police', 'regulator', 'lender'], { default: 'police' })),
  },
  { additionalProperties: false },
);

const HandOver = Type.Object(
  { by: Who, recipient: Line, purpose: Line, authority: Line },
  { additionalProperties: false },
);

const Outcome = Type.Object(
  { by: Who, recipient: Type.Optional(Line), ...LeadOutcome.properties },
  { additionalProperties: false },
);

async function sendZip(reply: FastifyReply, file: string): Promise<FastifyReply> {
  const { size } = await stat(file);
  return reply
    .headers({
      'content-type': 'application/zip',
      'content-length': size,
      'content-disposition': `attachment; filename="${basename(file)}"`,
      'cache-control': 'no-store',
    })
    .send(createReadStream(file));
}

/** Evidence packages on gangs: made and downloaded, handed over, and what came back. */
export const leadRoutes =
  ({ leads }: Deps): FastifyPluginAsyncTypebox =>
  async (app) => {
    const tags = ['leads'];
    const zip = { 200: binary('The package', 'application/zip'), ...failures };

    app.post(
      '/v1/gangs/:name/leads',
      {
        schema: {
          operationId: 'makeLead',
          tags,
          summary:
            'Make a signed evidence package on a gang and download it as ZIP; it is kept, and entered into the custody log',
          params: Type.Object({ name: GangName }),
          body: Order,
          response: zip,
        },
      },
      async ({ params, body: { by, purpose, organisation, profile = 'police' } }, reply) => {
        const order = { gang: params.name, who: by, purpose, organisation, profile };
        return sendZip(reply, (await (await leads()).make(order)).path);
      },
    );

    app.get(
      '/v1/leads',
      {
        schema: {
          operationId: 'listLeads',
          tags,
          summary: 'List the packages made here and every act on them, newest first',
          response: { 200: leadViews.LeadList, ...failures },
        },
      },
      async () => ({
        leads: (await (await leads()).list()).map(
          ({ package: name, gang, digest, profile, madeAt, events }) => ({
            package: name,
            ...{ gang, digest, profile, madeAt },
            events: events.map(({ kind, at, who, purpose, authority, recipient, outcome }) => ({
              ...{ kind, at, who, purpose, authority, recipient },
              outcome: outcome && { ...outcome, reasons: [...outcome.reasons] },
            })),
          }),
        ),
      }),
    );

    app.get(
      '/v1/leads/:package/file',
      {
        schema: {
          operationId: 'getLead',
          tags,
          summary: 'A package as it was made; that it is looked at is entered into the custody log',
          params: Params,
          querystring: Type.Object({ by: Who }, { additionalProperties: false }),
          response: zip,
        },
      },
      async ({ params, query }, reply) =>
        sendZip(reply, await (await leads()).view(params.package, query.by)),
    );

    app.post(
      '/v1/leads/:package/handover',
      {
        schema: {
          operationId: 'handOverLead',
          tags,
          summary: 'Hash a package again and enter its hand-over; refused without purpose and authority',
          params: Params,
          body: HandOver,
          response: { 200: leadViews.LeadReceipt, ...failures },
        },
      },
      async ({ params, body: { by: who, ...act } }) => ({
        receipt: { ...(await (await leads()).handOver(params.package, { who, ...act })) },
      }),
    );

    app.post(
      '/v1/leads/:package/outcome',
      {
        schema: {
          operationId: 'leadOutcome',
          tags,
          summary: 'Enter what the recipient made of a package',
          params: Params,
          body: Outcome,
          response: { 204: Type.Null(), ...failures },
        },
      },
      async ({ params, body: { by, recipient = null, ...outcome } }, reply) => {
        await (await leads()).outcome(params.package, by, recipient, outcome);
        return reply.status(204).send(null);
      },
    );
  };
