/** A trace that cases of a group share. */
export interface SharedTrace {
  readonly trace: number;
  /** Cases of the group that bear it. */
  readonly cases: number;
  readonly customers: number;
}
