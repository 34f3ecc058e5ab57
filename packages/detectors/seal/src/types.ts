import type { Ellipse, Region, Seal } from '@jianzhen/evidence';

/** A seal as found on a page, before anything is read or judged. */
export interface LocatedSeal {
  /** Box of the outer edge, cut to the page. */
  readonly region: Region;
  /** Outer edge of the rim; of a square seal the ellipse within its sides. May reach beyond the page. */
  readonly ellipse: Ellipse;
  readonly shape: Seal['shape'];
  readonly colour: Seal['colour'];
  /** How much speaks for a seal being there, 0–1. */
  readonly score: number;
}

/** A seal's ink drawn upright into a square, the rim's outer edge on the inscribed circle. */
export interface SealPatch {
  /** Side in pixels. */
  readonly size: number;
  /** Share of each pixel covered with the seal's ink, 0–1, row-major. */
  readonly ink: Float32Array;
  /** 1 where the page was there to be looked at, 0 beyond its edge, row-major. */
  readonly seen: Uint8Array;
}

/** What reads strips of text; the app hands in the reader of papers. */
export interface RecognisedStrip {
  readonly text: string;
  /** By character, 0–1. */
  readonly confidences: readonly number[];
}
