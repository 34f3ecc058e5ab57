import type {
  RecognisedCharacter,
  RecognisedLine,
  RecognisedPage,
  RecognisedTable,
  TableCell,
} from '../src/text.ts';

export const SIZE = 30;

/** Characters of a size set side by side from (x, y), all equally sure. */
export const characters = (text: string, x = 0, y = 0, confidence = 0.999): RecognisedCharacter[] =>
  [...text].map((character, i) => ({
    text: character,
    confidence,
    region: { x: x + i * SIZE, y, width: SIZE, height: SIZE },
  }));

export function line(text: string, x: number, y: number, confidence = 0.999): RecognisedLine {
  const own = characters(text, x, y, confidence);
  const width = own.length * SIZE;
  const polygon = [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + SIZE },
    { x, y: y + SIZE },
  ];
  return { text, confidence, region: { x, y, width, height: SIZE }, characters: own, polygon };
}

/** Lines as `[text, x, y]`. */
export const page = (
  lines: readonly (readonly [string, number, number])[],
  tables: readonly RecognisedTable[] = [],
  confidence = 0.999,
): RecognisedPage => ({
  width: 1600,
  height: 2200,
  tables,
  lines: lines.map(([text, x, y]) => line(text, x, y, confidence)),
});

/** One line below the other from the top. */
export const sheet = (...texts: readonly string[]): RecognisedPage =>
  page(texts.map((text, i) => [text, 100, 100 + i * 60] as const));

/** A table with columns 300 pixels wide; its cells are lines of the page as well. */
export function table(rows: readonly (readonly string[])[], y = 600): RecognisedTable {
  const cells = rows.map((row, r) =>
    row.map((text, c): TableCell => {
      const { polygon: _, ...cell } = line(text, 100 + c * 300, y + r * 50);
      return { ...cell, row: r, column: c };
    }),
  );
  return {
    region: { x: 100, y, width: 300 * (rows[0]?.length ?? 0), height: 50 * rows.length },
    rows: cells,
  };
}

/** The same page with other confidences for the characters that a test picks. */
export const unsure = (
  source: RecognisedPage,
  picks: (character: RecognisedCharacter, line: RecognisedLine) => boolean,
  confidence: number,
): RecognisedPage => ({
  ...source,
  lines: source.lines.map((own) => ({
    ...own,
    characters: own.characters.map((character) =>
      picks(character, own) ? { ...character, confidence } : character,
    ),
  })),
});
