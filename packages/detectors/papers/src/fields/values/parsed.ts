/** What a value's parser found in the text after a label. Offsets in UTF-16 units of that text, end exclusive. */
export interface Parsed {
  readonly start: number;
  readonly end: number;
  /** Normalised value; null where the characters themselves are the value. */
  readonly value: string | null;
}

/** Null where the text does not begin with a value of the type (a few characters of noise aside). */
export type Parser = (text: string) => Parsed | null;

/** First match of a pattern that begins within `slack` characters; group 1, if any, is the value. */
export function leading(pattern: RegExp, slack: number, normalise?: (value: string) => string): Parser {
  return (text) => {
    const match = pattern.exec(text);
    if (!match || match.index > slack) return null;
    const value = match[1] ?? match[0];
    const start = match.index + match[0].indexOf(value);
    return { start, end: start + value.length, value: normalise ? normalise(value) : null };
  };
}
