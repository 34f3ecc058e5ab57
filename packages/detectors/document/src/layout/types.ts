import type { Region } from '@jianzhen/evidence';

/** A run of characters without a wide gap, in page pixels. */
export interface Word {
  readonly region: Region;
  /** Index into `Layout.lines`. */
  readonly line: number;
  /** Ink pixels of the work plane inside the box. */
  readonly inkPixels: number;
  /** Mean stroke width in page pixels: twice the ink's area over its perimeter. */
  readonly strokeWidth: number;
}

/** Words side by side on one base line, left to right. */
export interface TextLine {
  readonly region: Region;
  /** Indices into `Layout.words`. */
  readonly words: readonly number[];
  /** Median word height in page pixels. */
  readonly height: number;
}

/** Text found on a page. Everything in page pixels, but `ink`, which lies on the work plane. */
export interface Layout {
  /** Page pixels a work pixel, a whole number; 1 up to about 2.2 megapixels. */
  readonly scale: number;
  /** Size of the work plane: ceil(page / scale). */
  readonly workWidth: number;
  readonly workHeight: number;
  /** 1 = ink (strokes, rules, stamps, pictures) on the work plane. */
  readonly ink: Uint8Array;
  /** Typical character height in page pixels; 0 without text. */
  readonly textHeight: number;
  readonly words: readonly Word[];
  readonly lines: readonly TextLine[];
}
