import { fold } from '../../reading/plain.ts';
import type { RecognisedCharacter, RecognisedLine } from '../../text.ts';

/** Letters that may be fixed text; digits and numerals of amounts are somebody's own. */
const LETTER = /^[\p{Script=Han}A-Z]$/u;
const NUMERAL = /^[零壹贰叁肆伍陆柒捌玖拾佰仟〇]$/;
/** White space that parts pieces of a line, in heights of it. */
const WIDE = 0.9;
/** Pieces longer than this are cut, so that a page's bends do not matter within one. */
const LONGEST = 24;

/** Letters of a line without anything between them. */
export interface Piece {
  /** Folded, one UTF-16 unit a character. */
  readonly text: string;
  readonly characters: readonly RecognisedCharacter[];
  /** A colon stands right before it, or before it with nothing but its own value between. */
  readonly afterColon: boolean;
  readonly beforeColon: boolean;
}

/** A value as it stands: digits, letters and marks between gaps and colons. */
export interface Value {
  readonly text: string;
  readonly characters: readonly RecognisedCharacter[];
}

/**
 * Parts a line at gaps, digits and marks.
 * @param left characters that belong to values already known; they are no fixed text
 */
export function piecesOf(line: RecognisedLine, left: ReadonlySet<RecognisedCharacter>): Piece[] {
  const pieces: Piece[] = [];
  let own: RecognisedCharacter[] = [];
  let text = '';
  let colon = false;
  const close = (beforeColon: boolean) => {
    if (own.length >= 2)
      pieces.push({ text, characters: own, afterColon: colon && !beforeColon, beforeColon });
    [own, text] = [[], ''];
  };
  let last: RecognisedCharacter | null = null;
  for (const character of line.characters) {
    const folded = fold(character.text);
    if (folded.trim() === '') continue;
    if (last && isGap(last, character)) {
      close(false);
      colon = false;
    }
    last = character;
    if (folded === ':') {
      close(true);
      colon = true;
    } else if (!LETTER.test(folded) || NUMERAL.test(folded) || left.has(character)) close(false);
    else {
      own.push(character);
      text += folded;
      if (own.length === LONGEST) close(false);
    }
  }
  close(false);
  return pieces;
}

export function isGap(before: RecognisedCharacter, after: RecognisedCharacter): boolean {
  return after.region.x - (before.region.x + before.region.width) > WIDE * after.region.height;
}
