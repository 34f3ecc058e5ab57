/** Compressed sparse rows: what belongs to row `i` stands in `items` from `offsets[i]` up to `offsets[i + 1]`. */
export interface Rows {
  readonly offsets: Int32Array;
  readonly items: Int32Array;
}

/** Cases as numbers: columns of equal length. */
export interface CaseColumns {
  readonly names: readonly string[];
  readonly customer: Int32Array;
  readonly lender: Int32Array;
  /** Milliseconds since 1970, UTC; NaN where unknown. */
  readonly openedAt: Float64Array;
  /** Cases in all: more than stand here where those that share nothing were left out beforehand. */
  readonly all: number;
  /** Customers in all, likewise; those that stand here have the lowest numbers. */
  readonly customers: number;
  readonly lenders: number;
}

/** Traces as numbers: a row a value, or a value's episode where it changed hands. */
export interface TraceColumns {
  /** Index into `kindNames`. */
  readonly kind: Uint8Array;
  readonly values: readonly string[];
}

/** Who was seen with what: a bipartite graph, from both sides; a case stands once with a trace. */
export interface Incidence {
  readonly cases: CaseColumns;
  readonly traces: TraceColumns;
  /** A row a trace: its cases, earliest sighting first. */
  readonly byTrace: Rows;
  /** When, beside `byTrace.items`: milliseconds since 1970; NaN where unknown. */
  readonly seenAt: Float64Array;
  /** A row a case: its traces. */
  readonly byCase: Rows;
}
