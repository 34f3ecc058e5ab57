import type { Seal } from '@jianzhen/evidence';
import type { Related } from './store.ts';

/** What a seal on record is known by. */
export interface StoredSealPrint {
  readonly id: number;
  readonly fingerprint: string;
  readonly templateFingerprint: string | null;
}

/** A seal on record with whose it is. */
export interface StoredSeal extends StoredSealPrint {
  readonly caseId: string;
  readonly exhibitId: string;
  readonly page: number;
  /** Which of the page's seals it is, from 1. */
  readonly place: number;
  /** The exhibit's file name. */
  readonly exhibit: string;
  /** The case's number at the lender, if it has one. */
  readonly reference: string | null;
  readonly customerId: string | null;
  readonly lenderId: string | null;
  readonly seal: Seal;
}

/** Seals seen before, within a transaction. */
export interface SealSource {
  /** Holds other transactions that store seals until this one ends, so that of two at once the later sees the earlier. */
  lockSeals(): Promise<void>;
  /** After the given id, in the order of ids. */
  sealPrintsAfter(id: number, limit: number): Promise<StoredSealPrint[]>;
  /** Those of the ids that are still there. */
  seals(ids: readonly number[]): Promise<StoredSeal[]>;
}

/** A seal on a picture of its page. */
export interface PicturedSeal {
  readonly seal: Seal;
  /** An encoded image, and the part of the page that it shows: where that begins and how wide it is, in the page's pixels. */
  readonly picture: Uint8Array;
  readonly part: { readonly x: number; readonly y: number; readonly width: number };
}

export interface SealDifference {
  /** Share of the second's ink that the first lacks, and of the first's that the second lacks. */
  readonly missing: number;
  readonly surplus: number;
  /** The first over the second: grey where both have ink, red the first alone, blue the second alone; pale where the other's ink is near. */
  readonly png: Uint8Array;
}

/** Probabilities that seals of an exhibit and seals on record are of one imprint, as far as they were compared: by page and place, then by id. */
export type ComparedSeals = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** An exhibit's pages with their seals, and whose they are. */
export interface OwnSeals {
  readonly caseId: string;
  readonly customerId: string | null;
  readonly pages: readonly { readonly page: number; readonly seals: readonly Seal[] }[];
}

/** Finds the very same seal, and seals of one drawing, among all that were seen before. */
export interface SealMatcher {
  /** Compares with other customers' seals that are on record by now. Takes up to a second a seal, within no transaction: nobody waits for it. */
  compare(
    read: <T>(work: (source: SealSource) => Promise<T>) => Promise<T>,
    own: OwnSeals,
  ): Promise<ComparedSeals>;
  /** Findings on an exhibit's pages, and which seals are one; holds the lock, and compares only what has come on record since. */
  relate(source: SealSource, own: OwnSeals, compared: ComparedSeals): Promise<Related>;
}
