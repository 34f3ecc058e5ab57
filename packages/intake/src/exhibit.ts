import type { FileFacts } from '@jianzhen/evidence';
import type { PageImage } from '@jianzhen/raster';

/** One file of a case, opened: what it says of itself, and its pages as pixels. */
export interface Exhibit {
  readonly facts: FileFacts;
  readonly pages: number;
  /** Decodes page `n`, 1-based. Throws `intake.no-such-page`, or the decoder's coded error. */
  page(n: number): Promise<PageImage>;
  close(): Promise<void>;
}
