/** A line of index.jsonl: what a page is and how its raw file divides. */
export interface TensorEntry {
  /** Unique over sets: folder and name of the picture. */
  readonly id: string;
  /** Raw file, relative to the index. */
  readonly path: string;
  readonly set: string;
  readonly split: string;
  readonly source: string;
  readonly op: string;
  readonly pipeline: string;
  readonly label: 0 | 1;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Cells. */
  readonly columns: number;
  readonly rows: number;
  /** Whether levels are in the file: they close it, and a page off the JPEG track has none. */
  readonly coefficients: boolean;
  /** Quantisation table of Y, natural order; empty without coefficients. */
  readonly quantization: readonly number[];
}
