import type { Box } from '../picture.ts';

/** A page as a reader of text would give it; the shape is that of the papers detector's `RecognisedPage`. */
export interface ReadCharacter {
  readonly text: string;
  /** 0–1. */
  readonly confidence: number;
  /** Pixels of the picture. */
  readonly region: Box;
}

export interface ReadLine {
  readonly text: string;
  readonly confidence: number;
  readonly region: Box;
  readonly characters: readonly ReadCharacter[];
  readonly polygon: readonly { readonly x: number; readonly y: number }[];
}

export interface ReadPage {
  readonly width: number;
  readonly height: number;
  readonly direction: number;
  readonly lines: readonly ReadLine[];
  readonly tables: readonly ReadTable[];
}

export interface ReadTable {
  readonly region: Box;
  readonly rows: readonly (readonly ReadCell[])[];
}

export interface ReadCell {
  readonly text: string;
  readonly confidence: number;
  readonly region: Box;
  /** The same objects as in the lines. */
  readonly characters: readonly ReadCharacter[];
  readonly row: number;
  readonly column: number;
}
