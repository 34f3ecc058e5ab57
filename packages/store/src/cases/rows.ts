import type { Case, CaseEvent, CaseSummary, Exhibit } from '@jianzhen/cases';

/** An entity as the drivers give it: instants are dates. */
export type Row<T, Dates extends keyof T> = {
  [K in keyof T]: K extends Dates ? Date | Extract<T[K], null> : T[K];
};

export const SUMMARY = `
  id, reference, title, customer_id as "customerId", lender_id as "lenderId", status, verdict, probability, counts, created_at as "createdAt", updated_at as "updatedAt"`;
export const CASE = `${SUMMARY}, customer, complaint`;
export type SummaryRow = Row<CaseSummary, 'createdAt' | 'updatedAt'>;
export type CaseRow = Row<Case, 'createdAt' | 'updatedAt'>;
/** Of a whole row or of a summary. */
export function caseOf<T extends SummaryRow>(row: T) {
  return { ...row, createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString() };
}

export const EXHIBIT = `
  id, case_id as "caseId", name, media_type as "mediaType", bytes::float8 as bytes, sha256, status, attempts, verdict,
  probability, review, page_count as "pageCount", told, error, created_at as "createdAt", started_at as "startedAt",
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
