import type { RecognisedCharacter, RecognisedPage } from '@jianzhen/detector-papers';
import type { Retyped } from '@jianzhen/simulate';

type Box = Retyped['box'];

export const within = (box: Box, { region }: RecognisedCharacter): boolean => {
  const x = region.x + region.width / 2;
  const y = region.y + region.height / 2;
  return x >= box.x - 1 && x <= box.x + box.width + 1 && y >= box.y - 4 && y <= box.y + box.height + 4;
};

/**
 * What a reader reads on a genuine page, with the figures of its edited twin in place: each in the old one's box, moved along with it, for
 * nothing but the print may tell which were retyped.
 */
export function substituted(read: RecognisedPage, edits: readonly Retyped[]): RecognisedPage {
  const replaced = (character: RecognisedCharacter): RecognisedCharacter => {
    for (const { figures, typed, wording } of edits) {
      const i = figures.findIndex((box) => within(box, character));
      if (i < 0) continue;
      const moved = middle(typed[i]!) - middle(figures[i]!);
      return {
        ...character,
        text: wording[i]!,
        region: { ...character.region, x: character.region.x + moved },
      };
    }
    return character;
  };
  const lines = read.lines.map((line) => ({ ...line, characters: line.characters.map(replaced) }));
  return { ...read, lines };
}

const middle = ({ x, width }: Box) => x + width / 2;
