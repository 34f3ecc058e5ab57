import type { Box, Picture } from '../picture.ts';

/** The saves of a set unless told otherwise; earlier figures were measured on them. */
export const PIPELINES = ['jpeg', 'double-jpeg', 'shifted-grid', 'chat-resize', 'png'] as const;
export const ALL_PIPELINES = [
  ...PIPELINES,
  'jpeg-wide',
  'editor',
  'crop',
  'scanner',
  'forwarded',
  'screenshot-png',
] as const;
export type Pipeline = (typeof ALL_PIPELINES)[number];

/** A line of text as labelled or found; `text` is null where nobody has read it. */
export interface TextLine extends Box {
  readonly text: string | null;
}

/** A page to take from: its bytes and, where known, its lines. */
export interface Source {
  readonly bytes: Uint8Array;
  readonly lines?: readonly TextLine[];
  /** Seeds the page's own first capture. */
  readonly name: string;
}

export type Script = 'latin' | 'chinese';

/** A genuine page before any device saw it. */
export interface Origin {
  readonly name: string;
  /** What the page is in: a camera or scanner takes paper, a screenshot is taken as it is. */
  readonly medium: 'paper' | 'screen';
  readonly script: Script;
  /** CSS family that most of it is set in, where known. */
  readonly family?: string;
  readonly picture: Picture;
  /** Lines whose text is known; where null they are found on the page. */
  readonly lines: readonly TextLine[] | null;
  /** Whether `lines` are only some of the page's. */
  readonly partial: boolean;
}

/** Everything that was drawn by chance, by name, for people who study what a detector misses. */
export type Parameters = Record<string, string | number | boolean>;

/** Bounds of the altered area, as a share of the page. */
export const LEAST_AREA = 0.002;
export const LARGEST_AREA = 0.04;
/** A seal is larger than a line of text. */
export const LARGEST_SEAL_AREA = 0.06;
