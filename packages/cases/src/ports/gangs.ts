import type { CaseTable, Gang, TraceTable } from '@jianzhen/evidence';
import type { FirstSight, FoundGang, GangReview, GangSummary, MiningRun } from '../gang.ts';
import type { StoredComplaint } from './complaints.ts';

/** Finds gangs in tables, most dangerous first. It may take minutes, and must not hold up the caller's thread. */
export interface GangMiner {
  mine(cases: CaseTable, traces: TraceTable): Promise<Gang[]>;
}

/** Two things on record that were found to be one: seals of one imprint, pages of one template. */
export interface StoredRelation {
  readonly kind: 'seal' | 'document_template';
  readonly own: number;
  readonly other: number;
}

/** A seal or a page on record. */
export interface StoredThing {
  readonly kind: StoredRelation['kind'];
  readonly id: number;
}

/** Where something that may be related was seen. */
export interface Sighting extends StoredThing {
  readonly caseId: string;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
}

export interface MiningTables {
  readonly cases: CaseTable;
  /** What is equal where it is the same: numbers on record, payloads, domains, and all that was handed in from elsewhere. */
  readonly traces: TraceTable;
  readonly complaints: readonly StoredComplaint[];
  readonly relations: readonly StoredRelation[];
  /** All that `relations` speak of. */
  readonly sightings: readonly Sighting[];
}

/** Cases and traces of other systems, to be mined together with those on record. */
export interface OutsideCase {
  readonly caseId: string;
  readonly customerId: string;
  readonly lenderId: string;
  readonly openedAt: string | null;
}

export interface OutsideTrace {
  readonly caseId: string;
  readonly kind: string;
  readonly value: string;
  readonly observedAt: string | null;
}

export interface GangStore {
  /** Everything on record as it stood at one moment. */
  miningTables(): Promise<MiningTables>;
  /** False where another run is going on anywhere; one whose process died is no longer going on. */
  beginRun(run: MiningRun): Promise<boolean>;
  /** The gangs take the place of those of the run before. */
  finishRun(run: MiningRun, gangs: readonly Gang[]): Promise<void>;
  failRun(run: MiningRun): Promise<void>;
  /** Newest first. */
  listRuns(limit: number): Promise<MiningRun[]>;
  /** Of the last run that was done, with their cases, most dangerous first. */
  lastGangs(): Promise<Gang[]>;
  /** The highest number that a gang's name ever had. */
  lastNumber(): Promise<number>;
  listGangs(query: { readonly limit: number; readonly offset: number }): Promise<GangSummary[]>;
  findGang(name: string): Promise<FoundGang | null>;
  /** Where things stand, in any order; of what was deleted nothing. */
  sightsOf(things: readonly StoredThing[]): Promise<(Omit<FirstSight, 'value'> & StoredThing)[]>;
  /** The last first. */
  reviewsOf(name: string): Promise<GangReview[]>;
  addReview(name: string, review: GangReview): Promise<void>;
  /** What is there already stays once. */
  addOutside(cases: readonly OutsideCase[], traces: readonly OutsideTrace[]): Promise<void>;
}
