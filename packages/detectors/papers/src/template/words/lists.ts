import { fold, foldText } from '../../reading/plain.ts';
import type { RecognisedCharacter, RecognisedPage, TableCell } from '../../text.ts';
import { isKnownLabel } from './roles.ts';

/** Cells of a header, rows below it, and share of a row's cells that hold digits. */
const LEAST_HEADERS = 3;
const LEAST_ROWS = 3;
const WITH_DIGITS = 1 / 3;

/** Characters of the lists on a page: of their headers, and of the rows below, which are somebody's own. */
export interface ListCharacters {
  readonly headers: ReadonlySet<RecognisedCharacter>;
  readonly entries: ReadonlySet<RecognisedCharacter>;
}

/** A form's boxes are read as a table too; a list is told by figures in every row and labels in none but the first. */
export function listsOf({ tables }: RecognisedPage): ListCharacters {
  const headers = new Set<RecognisedCharacter>();
  const entries = new Set<RecognisedCharacter>();
  for (const { rows } of tables) {
    const header = rows.findIndex(
      (row, i) => isHeader(row) && rows.length - i > LEAST_ROWS && rows.slice(i + 1).every(isEntry),
    );
    if (header < 0) continue;
    for (const { characters } of rows[header]!) for (const character of characters) headers.add(character);
    for (const row of rows.slice(header + 1))
      for (const { characters } of row) for (const character of characters) entries.add(character);
  }
  return { headers, entries };
}

const hasDigit = (text: string): boolean => /\d/.test([...text].map(fold).join(''));
const filled = (row: readonly TableCell[]) => row.filter(({ text }) => text.trim() !== '');

function isHeader(row: readonly TableCell[]): boolean {
  const cells = filled(row);
  return cells.length >= LEAST_HEADERS && cells.every(({ text }) => !hasDigit(text));
}

function isEntry(row: readonly TableCell[]): boolean {
  const cells = filled(row);
  const digits = cells.filter(({ text }) => hasDigit(text)).length;
  return digits >= WITH_DIGITS * cells.length && cells.every(({ text }) => !isKnownLabel(foldText(text)));
}
