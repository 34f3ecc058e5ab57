import type { BlobStore, CaseStore, GangStore } from '@jianzhen/cases';

/** What a lead is taken from. */
export interface LeadStore {
  readonly gangs: Pick<GangStore, 'lastGangs' | 'miningTables'>;
  readonly cases: Pick<CaseStore, 'exhibitsOf' | 'pagesOf' | 'findingsOf'>;
  readonly blobs: Pick<BlobStore, 'open' | 'read'>;
}

/** Ids of cases on record here; others came from other systems. */
const OWN = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const isOwn = (caseId: string): boolean => OWN.test(caseId);
