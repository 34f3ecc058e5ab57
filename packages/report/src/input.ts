import type { Message, OperatingPoints, PageReport } from '@jianzhen/evidence';

/** Everything that one report page is made of. Whatever comes out of a file (names, metadata) is taken as hostile. */
export interface ReportInput {
  /** ISO 8601 instant, e.g. `2026-03-01T08:30:00.000Z`; the caller's clock, so that a report can be made again byte for byte. */
  readonly generatedAt: string;
  /** Version of Jianzhen that examined the files. */
  readonly version: string;
  /** Where probabilities turned into verdicts; shown to the reader where given. */
  readonly operatingPoints?: OperatingPoints;
  /** In the order to show them. */
  readonly exhibits: readonly ReportExhibit[];
}

export interface ReportExhibit {
  /** The file's name as the user gave it. */
  readonly file: string;
  /** Empty where the file could not be read; then `bytes` is 0. */
  readonly mediaType: string;
  readonly bytes: number;
  /** Hex; empty where the file could not be read. */
  readonly sha256: string;
  /** What the file says of itself, by the standard names of `FileFacts` (EXIF, XMP, PDF: `Software`, `DateTimeOriginal`, `producer` …). */
  readonly metadata: Readonly<Record<string, string | number>>;
  /** EXIF orientation 1–8; 1 unless told. Pages are as stored, the report turns them. */
  readonly orientation?: number;
  /** Set where the file, or a page of it, could not be examined. */
  readonly error: ReportError | null;
  readonly pages: readonly ReportPage[];
}

export interface ReportError {
  readonly code: string;
  readonly message: Message;
}

export interface ReportPage {
  readonly report: PageReport;
  /**
   * The page as stored (not turned), `data:image/png|jpeg|webp|avif;base64,…`, any size with the page's aspect ratio;
   * about 1,400 pixels on the long side serve well. Null where the page has no picture.
   */
  readonly previewDataUri: string | null;
  /** RGBA overlay over the whole page (alpha grows with suspicion), any size with the page's aspect ratio. */
  readonly heatmapDataUri: string | null;
  /** Milliseconds by stage. */
  readonly timings: Readonly<Record<string, number>>;
}
