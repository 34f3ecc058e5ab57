import type { Gang, Reason } from '@jianzhen/evidence';
import type { Core } from '../gangs/core.ts';
import type { Profile } from '../gangs/profile.ts';
import type { SharedTrace } from '../gangs/types.ts';

/** A group that is judged. */
export interface Candidate {
  readonly profile: Profile;
  readonly score: number;
  /** Per case, log odds of its being of the group. */
  readonly odds: readonly number[];
}

/** A gang before it has a name. */
export interface Draft {
  readonly score: number;
  readonly role: Gang['role'];
  readonly cases: readonly number[];
  readonly traces: readonly Pick<SharedTrace, 'trace' | 'cases'>[];
  readonly levels: Gang['levels'];
  readonly core: Core;
  readonly reasons: readonly Reason[];
  /** Numbers of drafts. */
  readonly upstream: number | null;
  readonly downstream: readonly number[];
}

/** A gang with its cases and traces as numbers of the graph. */
export interface MinedGang {
  readonly gang: Gang;
  readonly cases: readonly number[];
  readonly traces: readonly Pick<SharedTrace, 'trace' | 'cases'>[];
}
