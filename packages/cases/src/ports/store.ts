import type { PageTemplate, Verdict } from '@jianzhen/evidence';
import type { CaseEvent, NewEvent } from '../events.ts';
import type { ReadPage } from '../identity/index.ts';
import type {
  Case,
  CaseStatus,
  CaseSummary,
  Exhibit,
  ExhibitPage,
  ExhibitReview,
  PageFinding,
} from '../model.ts';
import type { ExhibitState } from '../verdict.ts';
import type { StoredRelation } from './gangs.ts';
import type { SealSource } from './seals.ts';
import type { TemplateSource } from './templates.ts';
import type { VoiceKeeper } from './voices.ts';

/** A thing on a page of an exhibit that is one with a thing on record. */
export interface Relation {
  readonly kind: StoredRelation['kind'];
  readonly page: number;
  /** Place among the page's seals, from 1; 1 for a page's template. */
  readonly place: number;
  /** Id on record of the other. */
  readonly other: number;
  readonly probability: number;
}

/** What came of looking things up among those on record. */
export interface Related {
  readonly findings: readonly PageFinding[];
  readonly relations: readonly Relation[];
}

export interface CaseFilter {
  readonly verdict?: Verdict;
  readonly status?: CaseStatus;
  /** Found in reference, title or an exhibit's name, whatever the case of its letters. */
  readonly text?: string;
}

export interface CaseQuery extends CaseFilter {
  readonly limit: number;
  /** Only cases older than this id. */
  readonly before?: string;
}

/** A request that may be sent again: the same key gives the same answer, and the work is done once. */
export interface Once {
  readonly key: string;
  /** What the key belongs to, e.g. `POST /v1/cases`. */
  readonly scope: string;
  /** Hash of the request's content; another content under the same key is an error. */
  readonly fingerprint: string;
}

/** Everything inside commits together, or not at all. Locks are taken case first, then exhibit. */
export interface CaseTransaction extends TemplateSource, SealSource, VoiceKeeper {
  insertCase(record: Case): Promise<void>;
  /** Locks the row until the end of the transaction. */
  lockCase(id: string): Promise<Case | null>;
  updateCase(record: Case): Promise<void>;
  insertExhibits(records: readonly Exhibit[]): Promise<void>;
  lockExhibit(id: string): Promise<Exhibit | null>;
  updateExhibit(record: Exhibit): Promise<void>;
  /** Adds a person's word to the record; the exhibit's own `review` is another row's. */
  addExhibitReview(exhibitId: string, review: ExhibitReview): Promise<void>;
  /** Pages of a case's examined exhibits that were read, those of the given exhibit left out. */
  readPages(caseId: string, without: string): Promise<ReadPage[]>;
  exhibitStates(caseId: string): Promise<ExhibitState[]>;
  /** Whatever pages, findings, templates and seals the exhibit had are gone afterwards. */
  replacePages(
    exhibitId: string,
    pages: readonly ExhibitPage[],
    findings: readonly PageFinding[],
    templates?: readonly (PageTemplate & { readonly page: number })[],
  ): Promise<void>;
  /** Of an exhibit whose pages are stored. */
  addRelations(exhibitId: string, relations: readonly Relation[]): Promise<void>;
  append(events: readonly NewEvent[]): Promise<void>;
  enqueue(exhibitIds: readonly string[]): Promise<void>;
  /** The remembered answer, or null when the key is new and now ours. @throws `idempotency.mismatch` */
  claim(once: Once): Promise<unknown>;
  remember(once: Once, answer: unknown): Promise<void>;
}

export interface CaseStore {
  transaction<T>(work: (tx: CaseTransaction) => Promise<T>): Promise<T>;
  findCase(id: string): Promise<Case | null>;
  /** Newest first. */
  listCases(query: CaseQuery): Promise<CaseSummary[]>;
  findExhibit(id: string): Promise<Exhibit | null>;
  /** In the order in which they were added. */
  exhibitsOf(caseId: string): Promise<Exhibit[]>;
  pagesOf(exhibitId: string): Promise<ExhibitPage[]>;
  /** The last first. */
  exhibitReviewsOf(exhibitId: string): Promise<ExhibitReview[]>;
  /** Fingerprint of a page; null where it has none. */
  templateOf(exhibitId: string, page: number): Promise<PageTemplate | null>;
  findingsOf(exhibitId: string): Promise<PageFinding[]>;
  /** In order of commit: a reader that goes on from the last id it saw misses none. */
  eventsAfter(id: number, limit: number): Promise<CaseEvent[]>;
  lastEventId(): Promise<number>;
  /** Rejects where the database does not answer. */
  ping(): Promise<void>;
}
