import type { RiskLevel, Verdict } from '@jianzhen/evidence';
import createClient from 'openapi-fetch';
import type { paths } from '../generated/api.d.ts';
import { errorFromAnswer } from './errors.ts';
import type {
  AlertKind,
  AlertStatus,
  CaseStatus,
  Decision,
  Delivery,
  ExhibitDecision,
  GangDecision,
  LeadOutcome,
  Voiceprint,
} from './types.ts';

const client = createClient<paths>({ baseUrl: '' });

interface Answer<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/** @throws ApiError */
async function answered<Data>(answer: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await answer;
  if (!response.ok || data === undefined) throw errorFromAnswer(response.status, error);
  return data;
}

export interface CaseQuery {
  readonly verdict?: Verdict;
  readonly status?: CaseStatus;
  readonly text?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

export const listCases = (query: CaseQuery, signal: AbortSignal) =>
  answered(client.GET('/v1/cases', { params: { query }, signal }));

export const getCase = (id: string, signal: AbortSignal) =>
  answered(client.GET('/v1/cases/{id}', { params: { path: { id } }, signal }));

export const getExhibit = (id: string, signal: AbortSignal) =>
  answered(client.GET('/v1/exhibits/{id}', { params: { path: { id } }, signal }));

export const getFindings = (id: string, signal: AbortSignal) =>
  answered(client.GET('/v1/exhibits/{id}/findings', { params: { path: { id } }, signal }));

export const reviewExhibit = (id: string, body: NewReview<ExhibitDecision>) =>
  answered(client.POST('/v1/exhibits/{id}/review', { params: { path: { id } }, body }));

export interface NewCase {
  readonly reference?: string;
  readonly title?: string;
  readonly customerId?: string;
  readonly lenderId?: string;
  readonly complaint?: string;
}

export const createCase = (body: NewCase, key: string) =>
  answered(client.POST('/v1/cases', { body, params: { header: { 'idempotency-key': key } } }));

/** Sends files as they are; each becomes an exhibit, or comes back among `rejected` with the reason. */
export const addExhibits = (id: string, files: readonly File[], key: string) =>
  answered(
    client.POST('/v1/cases/{id}/exhibits', {
      params: { path: { id }, header: { 'idempotency-key': key } },
      body: { files: [...files] },
      bodySerializer({ files: parts }) {
        const form = new FormData();
        for (const part of parts) form.append('files', part);
        return form;
      },
    }),
  );

export const originalAddress = (exhibitId: string) =>
  `/v1/exhibits/${encodeURIComponent(exhibitId)}/original`;

export const listGangs = (query: { readonly limit: number; readonly offset: number }, signal: AbortSignal) =>
  answered(client.GET('/v1/gangs', { params: { query }, signal }));

export const getGang = (name: string, signal: AbortSignal) =>
  answered(client.GET('/v1/gangs/{name}', { params: { path: { name } }, signal }));

export const reviewGang = (
  name: string,
  body: { readonly decision: GangDecision; readonly by: string; readonly note: string | null },
) => answered(client.POST('/v1/gangs/{name}/review', { params: { path: { name } }, body }));

export const mineGangs = () => answered(client.POST('/v1/mining/runs'));

export interface AlertQuery {
  readonly kind?: AlertKind;
  readonly status?: AlertStatus;
  readonly level?: RiskLevel;
  readonly text?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

export const listAlerts = (query: AlertQuery, signal: AbortSignal) =>
  answered(client.GET('/v1/alerts', { params: { query }, signal }));

export const getAlert = (id: string, signal: AbortSignal) =>
  answered(client.GET('/v1/alerts/{id}', { params: { path: { id } }, signal }));

export interface NewReview<Choice> {
  readonly decision: Choice;
  readonly by: string;
  readonly note?: string;
}

export const reviewAlert = (id: string, body: NewReview<Decision>) =>
  answered(client.POST('/v1/alerts/{id}/review', { params: { path: { id } }, body }));

export const listDeliveries = (status: Delivery['status'], signal: AbortSignal) =>
  answered(client.GET('/v1/deliveries', { params: { query: { status } }, signal }));

export const retryDelivery = (id: string) =>
  answered(client.POST('/v1/deliveries/{id}/retry', { params: { path: { id } } }));

export interface LeadOrder {
  readonly by: string;
  readonly purpose: string;
  readonly organisation: string;
  readonly profile: 'police' | 'regulator' | 'lender';
}

/** The package as ZIP, made now. */
export const makeLead = (name: string, body: LeadOrder): Promise<Blob> =>
  answered(
    client.POST('/v1/gangs/{name}/leads', { params: { path: { name } }, body, parseAs: 'blob' }),
  ) as Promise<Blob>;

export const listLeads = (signal: AbortSignal) => answered(client.GET('/v1/leads', { signal }));

/** A package as it was made, for whoever looks at it again. */
export const viewLead = (name: string, by: string): Promise<Blob> =>
  answered(
    client.GET('/v1/leads/{package}/file', {
      params: { path: { package: name }, query: { by } },
      parseAs: 'blob',
    }),
  ) as Promise<Blob>;

export interface HandOver {
  readonly by: string;
  readonly recipient: string;
  readonly purpose: string;
  readonly authority: string;
}

export const handOverLead = (name: string, body: HandOver) =>
  answered(client.POST('/v1/leads/{package}/handover', { params: { path: { package: name } }, body }));

/** Answers with nothing. @throws ApiError */
export const enterOutcome = async (
  name: string,
  body: LeadOutcome & { readonly by: string; readonly recipient?: string },
): Promise<void> => {
  const { error, response } = await client.POST('/v1/leads/{package}/outcome', {
    params: { path: { package: name } },
    body,
  });
  if (!response.ok) throw errorFromAnswer(response.status, error);
};

export interface VoiceprintQuery {
  readonly kind?: Voiceprint['kind'];
  readonly person?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

export const listVoiceprints = (query: VoiceprintQuery, signal: AbortSignal) =>
  answered(client.GET('/v1/voiceprints', { params: { query }, signal }));

export interface NewVoice {
  readonly kind: 'customer' | 'watch' | 'staff';
  readonly by: string;
  readonly person?: string;
  readonly lenderId?: string;
  readonly reason?: string;
  readonly consentBy?: string;
  readonly consentAt?: string;
  readonly consentText?: string;
  readonly channel?: number;
}

/** From recordings, or from an exhibit that is one. */
export const enrolVoice = (
  fields: NewVoice,
  from: { readonly files: readonly File[] } | { readonly exhibitId: string },
  key: string,
) =>
  answered(
    client.POST('/v1/voiceprints', {
      params: { header: { 'idempotency-key': key } },
      body: { ...fields },
      bodySerializer(body) {
        const form = new FormData();
        for (const [name, value] of Object.entries({ ...body })) if (value) form.append(name, String(value));
        if ('exhibitId' in from) form.append('exhibitId', from.exhibitId);
        else for (const file of from.files) form.append('files', file);
        return form;
      },
    }),
  );

/** Answers with nothing. @throws ApiError */
export const deleteVoiceprint = async (id: string, by: string): Promise<void> => {
  const { error, response } = await client.DELETE('/v1/voiceprints/{id}', {
    params: { path: { id }, query: { by } },
  });
  if (!response.ok) throw errorFromAnswer(response.status, error);
};
