import type { Region } from '@jianzhen/evidence';
import type { ValueType } from '../kinds/schema.ts';
import type { RecognisedCharacter } from '../text.ts';

/** A value that was read on a page. */
export interface Field {
  readonly name: string;
  readonly type: ValueType;
  /** As it stands on the page, without blanks at its ends. */
  readonly text: string;
  /** Normalised: dates `YYYY-MM-DD` or `YYYY-MM`, amounts in yuan `1234.50`, numbers without blanks, sex `male`/`female`. */
  readonly value: string;
  /** Least confidence of its characters, 0–1. */
  readonly confidence: number;
  readonly region: Region;
  /** The value's characters without blanks. */
  readonly characters: readonly RecognisedCharacter[];
  /** The label that led to it; null where a pattern did. */
  readonly label: string | null;
}

export interface ReadTable {
  readonly name: string;
  readonly region: Region;
  /** Rows from the top, each with the fields that its cells hold, by column name; a cell that cannot be read is left out. */
  readonly rows: readonly Readonly<Record<string, Field>>[];
}
