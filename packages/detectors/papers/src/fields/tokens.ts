/** Pieces of a table's row that blanks or gaps part, whatever cells the page's reader put them in. */
import { around } from '../reading/regions.ts';
import type { RecognisedCharacter, RecognisedText } from '../text.ts';

export interface Token {
  readonly text: string;
  readonly characters: readonly RecognisedCharacter[];
  readonly left: number;
  readonly right: number;
}

/** Share of a character's height by which a gap parts two columns. */
const GAP = 0.9;

const tokenOf = (characters: readonly RecognisedCharacter[]): Token => {
  const region = around(characters.map((character) => character.region))!;
  const text = characters.map((character) => character.text).join('');
  return { text, characters, left: region.x, right: region.x + region.width };
};

/** Tokens of a row from the left. */
export function tokensOf(cells: readonly RecognisedText[]): Token[] {
  const groups: RecognisedCharacter[][] = [];
  for (const { characters } of cells) {
    let open = false;
    for (const character of characters) {
      const last = open ? groups.at(-1)!.at(-1)! : null;
      if (character.text.trim() === '') open = false;
      else if (
        !last ||
        character.region.x - last.region.x - last.region.width > character.region.height * GAP
      ) {
        groups.push([character]);
        open = true;
      } else groups.at(-1)!.push(character);
    }
  }
  return groups.map(tokenOf).sort((a, b) => a.left - b.left);
}

/** Headers are often set wide, `数  量`: two neighbours of one character each are one word. */
export function joinSpaced(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  const single = ({ text }: Token) => /^\p{Script=Han}$/u.test(text);
  for (const token of tokens) {
    const last = joined.at(-1);
    if (last && single(last) && single(token) && token.left - last.right < (token.right - token.left) * 4)
      joined[joined.length - 1] = tokenOf([...last.characters, ...token.characters]);
    else joined.push(token);
  }
  return joined;
}

/** Tokens of one column as one text with blanks between. */
export function textOf(tokens: readonly Token[]): RecognisedText {
  const characters = tokens.flatMap(({ characters: own }, i) =>
    i === 0 ? own : [{ text: ' ', confidence: 1, region: own[0]!.region }, ...own],
  );
  return {
    text: characters.map(({ text }) => text).join(''),
    confidence:
      characters.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, characters.length),
    region: around(characters.map(({ region }) => region))!,
    characters,
  };
}
