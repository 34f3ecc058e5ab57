import type { RecognisedLine, RecognisedPage } from '../../text.ts';

/** Characters of a line of running text, how near it comes to the right margin in heights, and the leading within a paragraph. */
const LONG = 16;
const NEAR_MARGIN = 6;
const LEADING = 3.4;

/** Lines of paragraphs of two lines or more: their fixed words move along with the values in between. */
export function flowingLines({ lines }: RecognisedPage): ReadonlySet<RecognisedLine> {
  const margin = Math.max(0, ...lines.map(({ region }) => region.x + region.width));
  const full = lines.filter(
    ({ region, characters }) =>
      characters.length >= LONG && region.x + region.width > margin - NEAR_MARGIN * heightOf(characters),
  );
  const flowing = new Set<RecognisedLine>();
  for (const line of full)
    for (const next of lines) {
      const height = heightOf(line.characters);
      const down = middle(next) - middle(line);
      const indented = Math.abs(next.region.x - line.region.x) < 3.5 * height;
      if (down > 0.5 * height && down < LEADING * height && indented) flowing.add(line).add(next);
    }
  return flowing;
}

const heightOf = (characters: RecognisedLine['characters']): number => characters[0]?.region.height ?? 1;
const middle = ({ region }: RecognisedLine): number => region.y + region.height / 2;
