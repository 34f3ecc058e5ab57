/** Typed rows of tables whose header names the columns of a specification. */
import type { TableSpec } from '../kinds/schema.ts';
import { foldText } from '../reading/plain.ts';
import type { RecognisedPage, RecognisedTable, TableCell } from '../text.ts';
import { readValue } from './read-value.ts';
import { streamOf } from './stream.ts';
import type { Field, ReadTable } from './types.ts';

/** Rows from the top among which the header may be. */
const HEADER_ROWS = 4;

/** Column of the grid → name of the specification's column; columns with the longer label go first. */
function header(row: readonly TableCell[], spec: TableSpec): Map<number, TableSpec['columns'][number]> {
  const columns = new Map<number, TableSpec['columns'][number]>();
  const words = spec.columns
    .flatMap((column) => column.labels.map((label) => ({ column, word: foldText(label) })))
    .sort((a, b) => b.word.length - a.word.length);
  const taken = new Set<string>();
  for (const exact of [true, false])
    for (const { column, word } of words)
      for (const cell of row) {
        const text = foldText(cell.text);
        const fits = exact ? text === word : text.includes(word);
        if (fits && !columns.has(cell.column) && !taken.has(column.name)) {
          columns.set(cell.column, column);
          taken.add(column.name);
        }
      }
  return columns;
}

function readRow(
  cells: readonly TableCell[],
  columns: ReadonlyMap<number, TableSpec['columns'][number]>,
): Record<string, Field> {
  const row: Record<string, Field> = {};
  for (const cell of cells) {
    const column = columns.get(cell.column);
    if (!column || cell.text.trim() === '') continue;
    const stream = streamOf([cell]);
    const value = readValue(stream, [[0, stream.characters.length]], column.type);
    if (value) row[column.name] = { name: column.name, label: null, ...value };
  }
  return row;
}

function readTable(table: RecognisedTable, spec: TableSpec): ReadTable | null {
  for (const [at, row] of table.rows.slice(0, HEADER_ROWS).entries()) {
    const columns = header(row, spec);
    if (columns.size < 2) continue;
    const rows = table.rows
      .slice(at + 1)
      // A total's row sums what is above it; it is no part of the sum itself.
      .filter(
        (cells) => !cells.some((cell) => /^(?:合计|总计|小计|价税合计|total)/i.test(foldText(cell.text))),
      )
      .map((cells) => readRow(cells, columns))
      .filter((fields) => Object.keys(fields).length >= 2);
    return rows.length > 0 ? { name: spec.name, region: table.region, rows } : null;
  }
  return null;
}

export const readTables = (page: RecognisedPage, specs: readonly TableSpec[]): ReadTable[] =>
  specs.flatMap((spec) => page.tables.flatMap((table) => readTable(table, spec) ?? []));
