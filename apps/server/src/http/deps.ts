import type {
  BlobStore,
  CaseStore,
  Cases,
  ComparedPage,
  EventBus,
  Examiner,
  Intake,
  PageDifference,
} from '@jianzhen/cases';

export interface Limits {
  /** Bytes of one uploaded file. */
  readonly fileBytes: number;
  readonly filesPerRequest: number;
  /** Requests to `/v1/check` worked on or waiting at one time. */
  readonly checks: number;
}

export const LIMITS: Limits = { fileBytes: 64 * 1024 * 1024, filesPerRequest: 200, checks: 8 };

/** What the routes work with. */
export interface Deps {
  readonly cases: Cases;
  readonly intake: Intake;
  readonly store: CaseStore;
  readonly blobs: BlobStore;
  readonly bus: EventBus;
  readonly examiner: () => Promise<Examiner>;
  /** Draws what was exchanged between two pages. */
  readonly difference: (first: ComparedPage, second: ComparedPage) => Promise<PageDifference | null>;
  readonly limits: Limits;
  /** Aborted when the server begins to close: long answers end then. */
  readonly closing: AbortSignal;
}
