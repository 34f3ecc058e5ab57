// Unicode Standard Annex 15 (normalisation forms) and 44 (general categories), as the engine implements them.

import { SIMPLIFIED } from '@jianzhen/evidence';

/** A text in canonical characters with its punctuation; offsets as in `NormalisedText`. */
export interface PlainText {
  readonly text: string;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Not seen by who reads: zero-width and other format characters, marks laid over others, private use, halves of surrogates. */
const UNSEEN = /[\p{M}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu;

/** Of a character's compatibility decomposition so much is kept: a ligature may stand for 18 letters, and no text may grow without bound. */
const LONGEST = 4;

/** Of the basic plane only: no text may fill the memory with what it made once. */
const known = new Map<number, string>();

/** Full-width as half-width, circled and styled letters plain, without accents, in lower case, simplified. */
function canonical(point: number): string {
  if (point >= 0x4e00 && point <= 0x9fff)
    return SIMPLIFIED.get(String.fromCharCode(point)) ?? String.fromCharCode(point);
  const remembered = known.get(point);
  if (remembered !== undefined) return remembered;
  const made = [
    ...String.fromCodePoint(point).normalize('NFKD').toLowerCase().normalize('NFKD').replace(UNSEEN, ''),
  ]
    .slice(0, LONGEST)
    .map((character) => SIMPLIFIED.get(character) ?? character)
    .join('');
  if (point <= 0xffff) known.set(point, made);
  return made;
}

/** Character by character; time grows with the text's length only. */
export function plainCharacters(original: string): PlainText {
  const parts: string[] = [];
  const room = original.length * 2 * LONGEST;
  const starts = new Uint32Array(room);
  const ends = new Uint32Array(room);
  let length = 0;
  for (let at = 0; at < original.length; ) {
    const point = original.codePointAt(at)!;
    const next = at + (point > 0xffff ? 2 : 1);
    const made = canonical(point);
    for (let i = 0; i < made.length; i++) {
      starts[length] = at;
      ends[length++] = next;
    }
    parts.push(made);
    at = next;
  }
  return { text: parts.join(''), starts: starts.slice(0, length), ends: ends.slice(0, length) };
}
