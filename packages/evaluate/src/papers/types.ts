import type { Region, Severity } from '@jianzhen/evidence';

/** A line that is truly on the page; its box in pixels of the picture, absent where the set has no places. */
export interface TrueLine {
  readonly text: string;
  readonly region?: Region;
}

/** What a page truly says; the JSON file that a manifest names has this form. */
export interface PaperTruth {
  /** Kind of paper, for the table alone. */
  readonly kind: string;
  /** All print but handwriting and seals; null where the set does not tell. */
  readonly lines: readonly TrueLine[] | null;
  /** Boxes of handwriting and seals: what is read there outside of all lines does not count. */
  readonly ignored?: readonly Region[];
  /** Key values by names of fields: dates ISO 8601, amounts in yuan `1234.50`, sex `male`/`female`. */
  readonly fields: Readonly<Record<string, string>>;
  /** Codes of the findings that the page deserves; empty on a genuine page, null where the set does not tell. */
  readonly contradictions: readonly string[] | null;
}

/** What a reader made of a page; its results fit as they are. */
export interface PaperReading {
  readonly lines: readonly {
    readonly characters: readonly { readonly text: string; readonly region: Region }[];
  }[];
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly findings: readonly { readonly code: string; readonly severity: Severity }[];
}

export interface FieldOutcome {
  readonly name: string;
  readonly expected: string;
  /** Null where the reader has no such field. */
  readonly read: string | null;
  readonly exact: boolean;
}

/** One page's outcome. */
export interface PaperOutcome {
  readonly file: string;
  readonly kind: string;
  readonly capture: string;
  /** Sort of what was planted; `genuine` without, `unknown` where the set does not tell. */
  readonly sort: string;
  /** Characters that the page has and how many edits the reading is away; null where the set does not tell. */
  readonly characters: { readonly count: number; readonly errors: number } | null;
  readonly fields: readonly FieldOutcome[];
  /** Of the planted contradictions, those found; null on genuine pages and where the set does not tell. */
  readonly found: boolean | null;
  /** Findings above `info` that the page does not deserve; null where the set does not tell. */
  readonly falseFindings: readonly string[] | null;
}
