/** Where a page's text may go. */
export interface Sheet {
  readonly doc: PDFKit.PDFDocument;
  readonly left: number;
  readonly width: number;
  readonly bottom: number;
  /** Finishes this page and starts another. */
  newPage(): void;
  /** Starts a new page where less than `height` is left. */
  room(height: number): void;
}
