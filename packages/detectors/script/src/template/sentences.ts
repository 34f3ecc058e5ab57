import type { NormalisedText } from '../normalise/index.ts';

/** Units of a normalised text, `to` exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Shorter sentences go with the next; longer ones are cut, for who writes without full stops. */
const SHORTEST = 6;
const LONGEST = 100;

/** Sentences of a text, which cover it. */
export function sentencesOf({ text, breaks }: NormalisedText): Stretch[] {
  const sentences: Stretch[] = [];
  let from = 0;
  for (const end of [...breaks, text.length]) {
    if (end - from < SHORTEST && end < text.length) continue;
    for (; end - from > LONGEST; from += LONGEST) sentences.push({ from, to: from + LONGEST });
    if (end > from) sentences.push({ from, to: end });
    from = end;
  }
  return sentences;
}
