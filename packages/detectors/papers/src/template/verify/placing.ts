/** Where a page's text is at its place: least residual of each anchor, and the kind of its band. */
export interface Placing {
  readonly least: Float64Array;
  /** 0: the base band; 1: grown; 2: jumped. */
  readonly band: Uint8Array;
}
