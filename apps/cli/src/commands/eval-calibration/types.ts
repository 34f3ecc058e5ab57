import type { Judgement } from '@jianzhen/evaluate';
import type { Split } from '@jianzhen/simulate';

export interface CalibrationSets {
  readonly json?: boolean;
  readonly seed: number;
  /** Labelled documents; generated ones without it. */
  readonly manifest?: string;
  /** Folder of the public sets of links; simulated links without it. */
  readonly urls?: string;
  /** Folder of recordings; made-up voices without it. */
  readonly speech?: string;
  /** Of links and recordings. */
  readonly splits: readonly Split[];
}

/** What a detector told of a labelled set, under the name that it is listed by. */
export interface Told {
  readonly name: string;
  readonly judgements: readonly Judgement[];
  /** What could not be judged. */
  readonly unreadable: number;
}
