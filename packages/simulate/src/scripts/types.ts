/** Who wrote a text: an agency by its script, a customer in his own words, or a customer by a letter that is all over the Internet. */
export type Author = 'agency' | 'honest' | 'letter';

export interface SimulatedText {
  readonly author: Author;
  /** What it was written by: the agency's script or the letter; null for own words. */
  readonly script: string | null;
  readonly text: string;
}

/**
 * How far a text goes away from its script. `light`: other fills, few typos, some evasion. `medium`: also other words here and there, a
 * sentence dropped or moved. `heavy`: every other choice of words made anew, sentences dropped, moved and put in.
 */
export type Rewriting = 'light' | 'medium' | 'heavy';
