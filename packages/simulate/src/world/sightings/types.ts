import type { TraceKind } from '@jianzhen/evidence';
import type { Random } from '../../random.ts';
import type { World } from '../plan.ts';

/** Something that is there in a case, whether or not a detector will see it. */
export interface Sighting {
  readonly kind: TraceKind;
  readonly value: string;
}

/** A case while it is being told. */
export interface Scene {
  readonly world: World;
  /** Its own chance. */
  readonly random: Random;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly sightings: Sighting[];
  /** Innocent groups that the case belongs to, by name. */
  readonly groups: Set<string>;
  /** Papers in the case: which form and seal each is of. */
  readonly papers: Paper[];
  /** Den whose papers are in the case; null without. */
  den: string | null;
  /** Which text the complaint is written from; null where it is in the customer's own words. */
  letter: string | null;
}

/** A voucher's form, seal and the seal's drawing, as values. */
export interface Paper {
  readonly form: string;
  readonly seal: string;
  readonly drawing: string;
  readonly forged: boolean;
}

export const see = ({ sightings }: Scene, kind: TraceKind, value: string): void => {
  sightings.push({ kind, value });
};
