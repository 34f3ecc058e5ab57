import type { Region } from '@jianzhen/evidence';

/** Page pixels, origin top left. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface RecognisedCharacter {
  /** One character as a reader sees it (one code point; a space where words part). */
  readonly text: string;
  /** The network's probability of it, 0–1. */
  readonly confidence: number;
  /** Upright box around it in page pixels. */
  readonly region: Region;
  /** What else it may be, most probable first; absent where the recogniser does not say. */
  readonly alternatives?: readonly { readonly text: string; readonly confidence: number }[];
}

/** A run of characters with its place: a line, or a cell of a table. */
export interface RecognisedText {
  /** The characters' texts joined; offsets into `[...text]` are offsets into `characters`. */
  readonly text: string;
  /** Mean of the characters' confidences, 0–1. */
  readonly confidence: number;
  /** Upright box around all of it in page pixels. */
  readonly region: Region;
  readonly characters: readonly RecognisedCharacter[];
}

export interface RecognisedLine extends RecognisedText {
  /** Corners in page pixels, clockwise from the first character's top left as read; four or more. */
  readonly polygon: readonly Point[];
}

export interface TableCell extends RecognisedText {
  /** 0-based place of its top left in the grid. */
  readonly row: number;
  readonly column: number;
  /** Rows and columns that it covers; 1 where absent. */
  readonly rowSpan?: number;
  readonly columnSpan?: number;
}

export interface RecognisedTable {
  readonly region: Region;
  /** Rows from the top, each with its cells from the left; an empty cell is there with an empty text. */
  readonly rows: readonly (readonly TableCell[])[];
}

/** All that was read on a page, in reading order. Text within tables is in `lines` too. */
export interface RecognisedPage {
  readonly width: number;
  readonly height: number;
  /** Direction in which the text runs, radians clockwise from the page's right; absent where the source does not say. */
  readonly direction?: number;
  /** False where time ran out before all was read; absent where all was. */
  readonly complete?: boolean;
  readonly lines: readonly RecognisedLine[];
  readonly tables: readonly RecognisedTable[];
}
