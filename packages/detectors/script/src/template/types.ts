import type { SlotKind } from '../normalise/index.ts';

/** What stands in a slot: a masked value, or any words. */
export type TemplateSlot = SlotKind | 'free';

export interface TemplatePart {
  /** Null for constant text. */
  readonly slot: TemplateSlot | null;
  /** Constant text as one of the letters has it, with its punctuation; of a slot what follows it before the next part. */
  readonly text: string;
  /** The same as normalised units; of a slot as in the letter that the template was taken from. */
  readonly pattern: string;
  /** Number of the sentence that it belongs to. */
  readonly sentence: number;
  /** What stood there in the letters, most frequent first; empty for constant text. */
  readonly fills: readonly string[];
}

export interface Template {
  readonly parts: readonly TemplatePart[];
  /** Letters that it was recovered from. */
  readonly texts: number;
}

/** A stretch of a letter seen against a template, in UTF-16 units of the original, `end` exclusive. */
export interface TemplateSpan {
  readonly start: number;
  readonly end: number;
  /** `template`: as the template has it; `fill`: in a slot; `own`: nowhere in the template. */
  readonly kind: 'template' | 'fill' | 'own';
}
