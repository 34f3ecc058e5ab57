import { Alert, Delivery, Failure, Growth, Review } from '@jianzhen/cases';
import { Code } from '@jianzhen/evidence/schemas';
import { Type } from 'typebox';
import { answer, ref } from '../http/schemas.ts';

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

const scanAnswer = {
  codes: Type.Array(Code),
  /** The gravest, where one of the codes is dangerous and the customer is known. */
  alert: nullable(Alert),
};

export const ScanAnswer = Type.Object(scanAnswer, { $id: 'ScanAnswer' });

export const ScanResults = Type.Object(
  {
    /** One of each payload, in their order. */
    results: Type.Array(
      Type.Object({
        ...scanAnswer,
        /** Why there is nothing else; null where there is. */
        error: nullable(Failure),
      }),
    ),
  },
  { $id: 'ScanResults' },
);

export const AlertList = Type.Object(
  {
    alerts: Type.Array(Alert),
    /** Cursor of the next page; null on the last. */
    next: nullable(Type.String()),
  },
  { $id: 'AlertList' },
);

export const AlertDetail = Type.Object(
  {
    ...Alert.properties,
    /** The last first. */
    reviews: Type.Array(Review),
    /** Newest first. */
    deliveries: Type.Array(Delivery),
    /** Of a campaign, by the hour; empty otherwise. */
    growth: Type.Array(Growth),
  },
  { $id: 'AlertDetail' },
);

export const DeliveryList = Type.Object(
  { deliveries: Type.Array(Delivery), next: nullable(Type.String()) },
  { $id: 'DeliveryList' },
);

/** Schemas of this part that the description names. */
export const alertSchemas = [
  Code,
  Alert,
  Delivery,
  ScanAnswer,
  ScanResults,
  AlertList,
  AlertDetail,
  DeliveryList,
];

export const scanViews = {
  ScanReport: answer(
    'Codes with their risk, and the alert; of several payloads, in their order',
    Type.Union([ref(ScanAnswer), ref(ScanResults)]),
  ),
};

export const alertViews = {
  Alert: answer('The alert', ref(Alert)),
  AlertDetail: answer('The alert with reviews and deliveries', ref(AlertDetail)),
  AlertList: answer('Alerts, newest first', ref(AlertList)),
  Delivery: answer('The delivery', ref(Delivery)),
  DeliveryList: answer('Deliveries, newest first', ref(DeliveryList)),
};
