import type { FileFacts, Message, Region, Severity } from '@jianzhen/evidence';
import type { PageImage, Plane } from '@jianzhen/raster';

/** Pixels a cell: every signal reports on this one grid, so that maps can be laid over each other. */
export const CELL = 8;

/** A map over the page in cells of 8 × 8 pixels from the top left; the last column and row may be partial. */
export interface CellMap {
  /** ceil(page width / 8), ceil(page height / 8). */
  readonly columns: number;
  readonly rows: number;
  /** Evidence that a cell was altered, 0 = none, larger = more (signal's own scale; a log-likelihood ratio where the paper has one); NaN where the signal cannot speak. */
  readonly data: Float32Array;
}

/** What a signal offers to say to a person; probability and whether it is said at all are decided by the fusion. */
export interface Candidate {
  /** Code of the finding, e.g. `document.copy-move`. */
  readonly code: string;
  readonly severity: Severity;
  readonly region: Region | null;
  readonly message: Message;
  /** log10 of the expected number of false alarms, where the paper gives an a contrario test; lower is stronger. */
  readonly logNfa: number | null;
  readonly values?: Readonly<Record<string, number | string>>;
}

export interface SignalResult {
  readonly map: CellMap | null;
  /** Single measures behind the map, by name, on the map's cells (columns · rows, 0 = nothing measured): for the fusion alone. */
  readonly layers?: Readonly<Record<string, Float32Array>>;
  /** Named numbers for the fusion; every name that the signal declares is always present (0 = nothing seen). */
  readonly statistics: Readonly<Record<string, number>>;
  readonly candidates: readonly Candidate[];
}

/** What signals look at. Derived planes are computed once and shared. */
export interface PageContext {
  readonly image: PageImage;
  readonly facts: FileFacts;
  /** 1-based page within the file. */
  readonly page: number;
  /** BT.601 luma, [0, 255]. */
  readonly luma: Plane;
}

/** One forensic signal: a folder under signals/ and one line in signals/index.ts. Pure and deterministic. */
export interface Signal {
  readonly id: string;
  /** Paper: authors, year, title. */
  readonly source: string;
  /** The names in `statistics`, fixed. */
  readonly statisticNames: readonly string[];
  /** Whether it can say anything of this page; otherwise its statistics are all 0 and its map null. */
  applies(page: PageContext): boolean;
  run(page: PageContext): SignalResult;
}
