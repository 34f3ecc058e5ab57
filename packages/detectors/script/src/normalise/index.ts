import { plainCharacters } from './characters.ts';
import { findMasks } from './masks.ts';
import { SLOT_CHARACTERS } from './slots.ts';
import { isRadical, whole } from './split.ts';
import type { NormalisedText } from './types.ts';

export { SLOT_CHARACTERS, SLOT_NAMES, slotOf } from './slots.ts';
export type * from './types.ts';

/** Texts are examined up to so many UTF-16 units; a complaint has some hundreds or thousands. */
export const LONGEST_TEXT = 200_000;

const LETTER = /\p{L}/u;
const ENDS_SENTENCE = /[。.!?;\n…]/u;

/**
 * Canonical characters of a text: what people vary or evade by is gone (width, case, accents, traditional forms, spaces, punctuation,
 * emoji, zero-width characters, characters split into radicals), and what each letter fills in anew is masked.
 * Takes any string; beyond `LONGEST_TEXT` units the rest is left out. Time is linear in the length.
 */
export function normalise(original: string): NormalisedText {
  const plain = plainCharacters(original.slice(0, LONGEST_TEXT));
  const masks = findMasks(plain.text);
  const writer = new Writer(plain.text.length);
  let next = 0;
  for (let at = 0; at < plain.text.length; ) {
    const mask = masks[next];
    if (mask?.from === at) {
      writer.write(SLOT_CHARACTERS[mask.kind], plain.starts[at]!, plain.ends[mask.to - 1]!);
      at = mask.to;
      next++;
      continue;
    }
    const character = String.fromCodePoint(plain.text.codePointAt(at)!);
    if (LETTER.test(character)) writer.write(character, plain.starts[at]!, plain.ends[at]!);
    else if (ENDS_SENTENCE.test(character)) writer.endSentence();
    at += character.length;
  }
  return writer.done();
}

class Writer {
  private readonly parts: string[] = [];
  private readonly breaks: number[] = [];
  private readonly starts: Uint32Array;
  private readonly ends: Uint32Array;
  private length = 0;

  constructor(room: number) {
    this.starts = new Uint32Array(room);
    this.ends = new Uint32Array(room);
  }

  write(character: string, start: number, end: number): void {
    const before = this.parts.at(-1);
    const joined = before !== undefined && isRadical(before) ? whole(before, character) : undefined;
    if (joined !== undefined) {
      this.parts[this.parts.length - 1] = joined;
      this.ends[this.length - 1] = end;
      return;
    }
    for (let i = 0; i < character.length; i++) {
      this.starts[this.length] = start;
      this.ends[this.length++] = end;
    }
    this.parts.push(character);
  }

  endSentence(): void {
    if (this.length > 0 && this.breaks.at(-1) !== this.length) this.breaks.push(this.length);
  }

  done(): NormalisedText {
    return {
      text: this.parts.join(''),
      starts: this.starts.slice(0, this.length),
      ends: this.ends.slice(0, this.length),
      breaks: this.breaks.filter((at) => at < this.length),
    };
  }
}
