/**
 * What a phrase belongs to: `service` is how agents call what they sell, `demand` what their letters ask for, `pressure` how they
 * threaten, `boilerplate` law and form that honest people copy as well.
 */
export type PhraseSort = 'service' | 'demand' | 'pressure' | 'boilerplate';

export interface Phrase {
  /** As written, normalised. */
  readonly text: string;
  readonly sort: PhraseSort;
  /** How much it speaks for an agent's hand, 0–3; judged. */
  readonly weight: number;
}

/** How a phrase stood in the text: as it is, its characters held apart or in radicals, or by sound, spelling or initials. */
export type Disguise = 'none' | 'apart' | 'sound';

export interface PhraseMatch {
  readonly phrase: Phrase;
  readonly disguise: Disguise;
  /** UTF-16 units of the original text, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}
