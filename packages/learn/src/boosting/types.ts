export interface TreeArrays {
  readonly feature: number[];
  readonly threshold: number[];
  readonly left: number[];
  readonly right: number[];
  readonly value: number[];
}

export interface BoostOptions {
  readonly rounds: number;
  readonly depth: number;
  readonly rate: number;
  /** L2 penalty on leaf values. */
  readonly lambda: number;
  /** Least sum of second derivatives in a leaf. */
  readonly minWeight: number;
  /** Share of the features that each tree may ask. */
  readonly columns: number;
  /** Share of the rows that each tree sees. */
  readonly rows: number;
  readonly seed: number;
  /** Per feature +1 (score may only rise), −1 (only fall) or 0. */
  readonly monotone?: readonly number[];
  /** Stop when the validation loss has not fallen for this many rounds; the best round is kept. */
  readonly patience?: number;
}
