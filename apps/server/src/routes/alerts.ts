import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { AlertKind, AlertStatus, Decision, DeliveryStatus } from '@jianzhen/cases';
import { RiskLevel } from '@jianzhen/evidence/schemas';
import { Type } from 'typebox';
import type { Deps } from '../http/deps.ts';
import { reviewBody } from '../http/review-body.ts';
import { failures, ref } from '../http/schemas.ts';
import { alertViews } from './alert-views.ts';
import { IdParams } from './views.ts';

const paging = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  cursor: Type.Optional(Type.String({ maxLength: 64 })),
};

const AlertQuery = Type.Object(
  {
    ...paging,
    kind: Type.Optional(ref(AlertKind)),
    status: Type.Optional(ref(AlertStatus)),
    level: Type.Optional(ref(RiskLevel)),
    customerId: Type.Optional(Type.String({ minLength: 1, maxLength: 128 })),
    text: Type.Optional(
      Type.String({ maxLength: 100, description: 'Found in subject, domain, customer or lender.' }),
    ),
  },
  { additionalProperties: false },
);

const DeliveryQuery = Type.Object(
  { ...paging, status: Type.Optional(ref(DeliveryStatus)) },
  { additionalProperties: false },
);

export const alertRoutes =
  ({ alerts }: Deps): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/v1/alerts',
      {
        schema: {
          operationId: 'listAlerts',
          tags: ['alerts'],
          summary: 'List alerts, newest first',
          querystring: AlertQuery,
          response: { 200: alertViews.AlertList, ...failures },
        },
      },
      async ({ query }) => alerts.list({ ...query, limit: query.limit ?? 50 }),
    );

    app.get(
      '/v1/alerts/:id',
      {
        schema: {
          operationId: 'getAlert',
          tags: ['alerts'],
          summary: 'An alert with what persons held of it and whom it was delivered to',
          params: IdParams,
          response: { 200: alertViews.AlertDetail, ...failures },
        },
      },
      async ({ params }) => alerts.get(params.id),
    );

    app.post(
      '/v1/alerts/:id/review',
      {
        schema: {
          operationId: 'reviewAlert',
          tags: ['alerts'],
          summary:
            "A person's word on an alert's subject, which counts at once for all alerts and scans of it",
          params: IdParams,
          body: reviewBody(Decision),
          response: { 200: alertViews.Alert, ...failures },
        },
      },
      async ({ params, body }) => alerts.review(params.id, body),
    );

    app.get(
      '/v1/deliveries',
      {
        schema: {
          operationId: 'listDeliveries',
          tags: ['alerts'],
          summary: 'List messages to endpoints, newest first; status=dead are those given up',
          querystring: DeliveryQuery,
          response: { 200: alertViews.DeliveryList, ...failures },
        },
      },
      async ({ query }) => alerts.deliveries({ ...query, limit: query.limit ?? 50 }),
    );

    app.post(
      '/v1/deliveries/:id/retry',
      {
        schema: {
          operationId: 'retryDelivery',
          tags: ['alerts'],
          summary: 'Send a dead letter again, under its own id',
          params: IdParams,
          response: { 200: alertViews.Delivery, ...failures },
        },
      },
      async ({ params }) => alerts.retry(params.id),
    );
  };
