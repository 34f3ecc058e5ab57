import { fold } from '../../reading/plain.ts';
import type { RecognisedCharacter, RecognisedPage } from '../../text.ts';
import { hashText } from '../sketch/hash.ts';
import type { TemplateFill } from '../types.ts';
import { isGap } from './pieces.ts';

const MOST_FILLS = 160;

/** Values on a page: text after a colon, and every piece with a digit in it. Lengths in units of the longer edge. */
export function fillsOf(page: RecognisedPage): TemplateFill[] {
  const unit = Math.max(page.width, page.height);
  const fills: TemplateFill[] = [];
  for (const { characters } of page.lines) {
    let own: RecognisedCharacter[] = [];
    let colon = false;
    let last: RecognisedCharacter | null = null;
    const close = () => {
      const text = own.map((character) => fold(character.text)).join('');
      if (own.length > 0 && (colon || /\d/.test(text))) fills.push(placed(text, own, unit));
      own = [];
    };
    for (const character of characters) {
      if (character.text.trim() === '') continue;
      const parts = fold(character.text) === ':';
      if (parts || (last && isGap(last, character))) {
        close();
        colon = parts;
      }
      last = character;
      if (!parts) own.push(character);
    }
    close();
  }
  return fills.slice(0, MOST_FILLS);
}

function placed(text: string, characters: readonly RecognisedCharacter[], unit: number): TemplateFill {
  const [first, last] = [characters[0]!.region, characters.at(-1)!.region];
  return {
    hash: hashText(text) >>> 8,
    x: (first.x + last.x + last.width) / 2 / unit,
    y: (first.y + last.y + (first.height + last.height) / 2) / 2 / unit,
    size: first.height / unit,
  };
}
