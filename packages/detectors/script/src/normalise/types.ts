/** What a masked stretch of a text is. */
export type SlotKind =
  | 'name'
  | 'date'
  | 'amount'
  | 'percent'
  | 'number'
  | 'phone'
  | 'identity'
  | 'card'
  | 'account'
  | 'link'
  | 'lender';

/** A text in canonical characters, each knowing where it came from. */
export interface NormalisedText {
  /** Lower-case letters, simplified ideographs, and one private-use character a slot (`slots.ts`); nothing else. */
  readonly text: string;
  /** For each UTF-16 unit of `text`, where its source begins in the original, in UTF-16 units. */
  readonly starts: Uint32Array;
  /** Where it ends, exclusive. */
  readonly ends: Uint32Array;
  /** Units of `text` before which a sentence ended, ascending. */
  readonly breaks: readonly number[];
}
