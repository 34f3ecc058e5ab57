import type { Box } from '../picture.ts';

export const OPERATIONS = ['copy-move', 'splice', 'erase', 'retype'] as const;
export type Operation = (typeof OPERATIONS)[number];

export const PIPELINES = ['jpeg', 'double-jpeg', 'shifted-grid', 'chat-resize', 'png'] as const;
export type Pipeline = (typeof PIPELINES)[number];

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

/** Everything that was drawn by chance, by name, for people who study what a detector misses. */
export type Parameters = Record<string, string | number | boolean>;

/** Bounds of the altered area, as a share of the page. */
export const LEAST_AREA = 0.002;
export const LARGEST_AREA = 0.04;
