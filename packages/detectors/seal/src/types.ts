import type { Ellipse, Region, Seal } from '@jianzhen/evidence';
import type { RgbImage } from '@jianzhen/raster';

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

/** A strip as read; lists are by character. */
export interface RecognisedStrip {
  readonly text: string;
  /** 0–1. */
  readonly confidences: readonly number[];
  /** Middle of each character as a share of the strip's width; evenly spaced unless told. */
  readonly places?: readonly number[];
  /** What else each character could be, most probable first. */
  readonly alternatives?: readonly (readonly { readonly text: string; readonly confidence: number }[])[];
}

/** Reads strips of one line each, 48 pixels high, black or coloured on light, in the order given; the app hands in the reader of papers. */
export type Recognise = (strips: readonly RgbImage[]) => Promise<readonly RecognisedStrip[]>;

/** What a seal says. */
export interface SealText
  extends Pick<Seal, 'title' | 'titleConfidence' | 'subtitle' | 'centre' | 'code' | 'taxNumber'> {
  /** Of each of the title's characters, 0–1, to four digits. */
  readonly titleConfidences: number[];
  /** That the code or the tax number is read just so, 0–1, of both the lesser; 0 without one. */
  readonly numberConfidence: number;
  /** Straight text in the centre; null where there is none. */
  readonly centreText: string | null;
  /** Which way its top points: degrees clockwise from straight up, in (-180, 180]; and how sure that is, 0–1. */
  readonly turn: number;
  readonly turnConfidence: number;
}
