import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { GangDecision } from '@jianzhen/cases';
import { TraceKind } from '@jianzhen/evidence/schemas';
import { Type } from 'typebox';
import type { Deps } from '../http/deps.ts';
import { reviewBody } from '../http/review-body.ts';
import { failures, ref } from '../http/schemas.ts';
import { gangViews } from './gang-views.ts';

export const GangName = Type.String({ pattern: '^g-[0-9]{4,9}$' });
const NameParams = Type.Object({ name: GangName });
const Text = Type.String({ minLength: 1, maxLength: 512 });
const Moment = Type.Union([Type.Null(), Type.String({ format: 'date-time' })]);

const Records = Type.Object(
  {
    cases: Type.Array(
      Type.Object(
        { caseId: Text, customerId: Text, lenderId: Text, openedAt: Moment },
        { additionalProperties: false },
      ),
      { maxItems: 10_000 },
    ),
    traces: Type.Array(
      Type.Object(
        { caseId: Text, kind: ref(TraceKind), value: Text, observedAt: Moment },
        { additionalProperties: false },
      ),
      { maxItems: 50_000 },
    ),
  },
  { additionalProperties: false },
);

/** Bytes of one request with records. */
const RECORDS_BYTES = 16 * 1024 * 1024;

/** Gangs: mined, listed, looked at, and what persons say of them. */
export const gangRoutes =
  ({ gangs, mining }: Deps): FastifyPluginAsyncTypebox =>
  async (app) => {
    const tags = ['gangs'];

    app.get(
      '/v1/gangs',
      {
        schema: {
          operationId: 'listGangs',
          tags,
          summary: 'List the gangs of the last run, most dangerous first',
          querystring: Type.Object(
            {
              limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
              offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000, default: 0 })),
            },
            { additionalProperties: false },
          ),
          response: { 200: gangViews.GangList, ...failures },
        },
      },
      async ({ query: { limit = 50, offset = 0 } }) => gangs.list({ limit, offset }),
    );

    app.get(
      '/v1/gangs/:name',
      {
        schema: {
          operationId: 'getGang',
          tags,
          summary: 'A gang with its cases, traces, reasons and kin',
          params: NameParams,
          response: { 200: gangViews.GangDetail, ...failures },
        },
      },
      async ({ params }) => gangs.get(params.name),
    );

    app.post(
      '/v1/gangs/:name/review',
      {
        schema: {
          operationId: 'reviewGang',
          tags,
          summary: 'Say what a person holds of a gang; the last word counts',
          params: NameParams,
          body: reviewBody(GangDecision),
          response: { 200: gangViews.FoundGang, ...failures },
        },
      },
      async ({ params, body }) => gangs.review(params.name, body),
    );

    app.post(
      '/v1/mining/runs',
      {
        schema: {
          operationId: 'mineGangs',
          tags,
          summary: 'Mine gangs from all cases and traces on record, and answer when that is done',
          response: { 200: gangViews.MiningRun, ...failures },
        },
      },
      async () => mining.run(),
    );

    app.get(
      '/v1/mining/runs',
      {
        schema: {
          operationId: 'listMiningRuns',
          tags,
          summary: 'List runs of the miner, newest first',
          response: { 200: gangViews.MiningRunList, ...failures },
        },
      },
      async () => ({ runs: await gangs.runs(50) }),
    );

    app.post(
      '/v1/mining/records',
      {
        bodyLimit: RECORDS_BYTES,
        schema: {
          operationId: 'addRecords',
          tags,
          summary: 'Hand in cases and traces of other systems, to be mined together with those on record',
          body: Records,
          response: { 200: gangViews.RecordsTaken, ...failures },
        },
      },
      async ({ body: { cases, traces } }) => {
        await gangs.add(cases, traces);
        return { cases: cases.length, traces: traces.length };
      },
    );
  };
