import type { PageTemplate, Reading } from '@jianzhen/evidence';
import type { Related } from './store.ts';

export interface StoredSketch {
  readonly id: number;
  readonly sketch: Uint8Array;
  /** What the page is and who issued it, as read; null where that is not known. */
  readonly kind: string | null;
  readonly issuer: string | null;
}

/** A stored page with whose it is. */
export interface StoredTemplate extends PageTemplate {
  readonly id: number;
  readonly caseId: string;
  readonly exhibitId: string;
  readonly page: number;
  /** The exhibit's file name. */
  readonly exhibit: string;
  /** The case's number at the lender, if it has one. */
  readonly reference: string | null;
  readonly customerId: string | null;
  readonly reading: Reading | null;
}

/** Pages seen before, within a transaction. */
export interface TemplateSource {
  /** Holds other transactions that store templates until this one ends, so that of two pages at once the later sees the earlier. */
  lockTemplates(): Promise<void>;
  /** Sketches after the given id, in the order of ids. */
  sketchesAfter(id: number, limit: number): Promise<StoredSketch[]>;
  /** Those of the ids that are still there. */
  templates(ids: readonly number[]): Promise<StoredTemplate[]>;
}

export interface TemplatePage {
  readonly page: number;
  readonly template: PageTemplate;
  readonly reading: Reading | null;
}

/** All that a comparison of two pages looks at. */
export interface ComparedPage {
  readonly template: PageTemplate;
  readonly reading: Reading;
  /** The page as WebP, and the width in pixels of the page that it was made of. */
  readonly preview: Uint8Array;
  readonly width: number;
}

export interface PageDifference {
  /** Calibrated probabilities, 0–1. */
  readonly sameTemplate: number;
  readonly samePicture: number;
  /** Both pages side by side, what was exchanged outlined. */
  readonly png: Uint8Array;
  /** What stands at the places that differ, on the first page and on the second; empty where nothing does. */
  readonly exchanged: readonly { readonly before: string; readonly after: string }[];
}

/** Finds pages made from one template, or that are one picture, among all that were seen before. */
export interface TemplateMatcher {
  /** Findings on pages of one exhibit against those of other customers' cases, and which pages are of one template. */
  relate(
    source: TemplateSource,
    own: { readonly caseId: string; readonly customerId: string | null },
    pages: readonly TemplatePage[],
  ): Promise<Related>;
}
