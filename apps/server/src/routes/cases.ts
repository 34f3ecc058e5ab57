import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { CaseStatus, CustomerRecord } from '@jianzhen/cases';
import { Verdict } from '@jianzhen/evidence/schemas';
import { Type } from 'typebox';
import type { Deps } from '../http/deps.ts';
import { IdempotencyHeaders, onceOf } from '../http/once.ts';
import { failures, ref } from '../http/schemas.ts';
import { IdParams, views } from './views.ts';

// Null first: the validator coerces, and would make an empty string of a null that it meets as a string.
const line = (maxLength: number) => Type.Optional(Type.Union([Type.Null(), Type.String({ maxLength })]));

const NewCase = Type.Object(
  {
    reference: line(128),
    title: line(200),
    customerId: line(128),
    lenderId: line(128),
    complaint: Type.Optional(
      Type.Union([Type.Null(), Type.String({ maxLength: 20_000, description: 'What the customer wrote.' })]),
    ),
    customer: Type.Optional(Type.Union([Type.Null(), CustomerRecord])),
  },
  { additionalProperties: false },
);

const ListQuery = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
    cursor: Type.Optional(Type.String({ maxLength: 64 })),
    verdict: Type.Optional(ref(Verdict)),
    status: Type.Optional(ref(CaseStatus)),
    text: Type.Optional(
      Type.String({
        maxLength: 100,
        description: "Found in reference, title, customer, lender or an exhibit's name.",
      }),
    ),
  },
  { additionalProperties: false },
);

export const caseRoutes =
  ({ cases }: Deps): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/v1/cases',
      {
        schema: {
          operationId: 'createCase',
          tags: ['cases'],
          summary: 'Open a case',
          headers: IdempotencyHeaders,
          body: NewCase,
          response: { 201: views.Case, ...failures },
        },
      },
      async (request, reply) => {
        const record = await cases.create(request.body, onceOf(request, request.body));
        return reply.status(201).header('location', `/v1/cases/${record.id}`).send(record);
      },
    );

    app.get(
      '/v1/cases',
      {
        schema: {
          operationId: 'listCases',
          tags: ['cases'],
          summary: 'List cases, newest first',
          querystring: ListQuery,
          response: { 200: views.CaseList, ...failures },
        },
      },
      async ({ query }) => cases.list({ ...query, limit: query.limit ?? 50 }),
    );

    app.get(
      '/v1/cases/:id',
      {
        schema: {
          operationId: 'getCase',
          tags: ['cases'],
          summary: 'A case with its exhibits',
          params: IdParams,
          response: { 200: views.CaseDetail, ...failures },
        },
      },
      async (request) => cases.get(request.params.id),
    );
  };
