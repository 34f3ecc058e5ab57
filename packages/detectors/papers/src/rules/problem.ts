/** A place in a value that breaks a rule; offsets are in characters of the value, `end` exclusive. */
export interface Problem<Kind extends string> {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
}
