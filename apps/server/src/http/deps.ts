import type {
  Alerts,
  BlobStore,
  CaseStore,
  Cases,
  ComparedPage,
  EventBus,
  Examiner,
  Gangs,
  Intake,
  Mining,
  PageDifference,
  PicturedSeal,
  PortraitComparer,
  Scans,
  SealDifference,
  Voices,
} from '@jianzhen/cases';
import type { LeadDesk } from '@jianzhen/engine';

export interface Limits {
  /** Bytes of one uploaded file. */
  readonly fileBytes: number;
  readonly filesPerRequest: number;
  /** Files examined while their senders wait, and pictures scanned: so many of each at one time. */
  readonly checks: number;
}

export const LIMITS: Limits = { fileBytes: 64 * 1024 * 1024, filesPerRequest: 200, checks: 8 };

/** What the routes work with. */
export interface Deps {
  readonly cases: Cases;
  readonly intake: Intake;
  readonly scans: Scans;
  readonly alerts: Alerts;
  readonly gangs: Gangs;
  readonly voices: Voices;
  readonly mining: Mining;
  readonly leads: () => Promise<LeadDesk>;
  readonly store: CaseStore;
  readonly blobs: BlobStore;
  readonly bus: EventBus;
  readonly examiner: () => Promise<Examiner>;
  /** Draws what was exchanged between two pages. */
  readonly difference: (first: ComparedPage, second: ComparedPage) => Promise<PageDifference | null>;
  /** Draws where two seals differ. */
  readonly sealDifference: (first: PicturedSeal, second: PicturedSeal) => Promise<SealDifference | null>;
  /** Holds the portrait on a card against a selfie. */
  readonly portraits: PortraitComparer;
  readonly limits: Limits;
  /** Aborted when the server begins to close: long answers end then. */
  readonly closing: AbortSignal;
}
