import type { Case, CaseEvent, Exhibit } from '@jianzhen/cases';

/** An entity as the drivers give it: instants are dates. */
export type Row<T, Dates extends keyof T> = {
  [K in keyof T]: K extends Dates ? Date | Extract<T[K], null> : T[K];
};

export const CASE = `
  id, reference, title, customer_id as "customerId", lender_id as "lenderId", customer, complaint, status, verdict, probability, counts, created_at as "createdAt", updated_at as "updatedAt"`;
export type CaseRow = Row<Case, 'createdAt' | 'updatedAt'>;
export function caseOf(row: CaseRow): Case {
  return { ...row, createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString() };
}

export const EXHIBIT = `
  id, case_id as "caseId", name, media_type as "mediaType", bytes::float8 as bytes, sha256, status, attempts, verdict,
  probability, page_count as "pageCount", told, error, created_at as "createdAt", started_at as "startedAt",
  finished_at as "finishedAt"`;
export type ExhibitRow = Row<Exhibit, 'createdAt' | 'startedAt' | 'finishedAt'>;
export function exhibitOf(row: ExhibitRow): Exhibit {
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

export const EVENT = `
  id::float8 as id, type, at, case_id as "caseId", exhibit_id as "exhibitId", alert_id as "alertId", data`;
export type EventRow = Row<CaseEvent, 'at'>;
export function eventOf(row: EventRow): CaseEvent {
  return { ...row, at: row.at.toISOString() };
}
