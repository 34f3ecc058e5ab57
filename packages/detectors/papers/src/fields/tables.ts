/** Typed rows of tables whose header names the columns of a specification; what stands under which header is told by place. */
import type { TableSpec } from '../kinds/schema.ts';
import { foldText } from '../reading/plain.ts';
import type { RecognisedPage, RecognisedTable, RecognisedText } from '../text.ts';
import { readList } from './lists.ts';
import { readValue } from './read-value.ts';
import { streamOf } from './stream.ts';
import { joinSpaced, type Token, textOf, tokensOf } from './tokens.ts';
import type { Field, ReadTable } from './types.ts';

/** Rows from the top among which the header may be. */
const HEADER_ROWS = 6;

/** Heights of a row above the table within which its header may stand. */
const ABOVE = 1.6;

/** A total's row sums what is above it; it is no part of the sum itself, and the last of the table. */
const TOTAL = /^(?:\p{Script=Han}{0,2}(?:合计|总计|小计)|total)/iu;

type Column = TableSpec['columns'][number];

interface Heading {
  readonly token: Token;
  /** Undefined where the specification has no such column. */
  readonly column: Column | undefined;
}

/** Headings with their columns; exact labels go first, then longer ones. */
function headings(row: readonly RecognisedText[], spec: TableSpec): Heading[] {
  const tokens = joinSpaced(tokensOf(row));
  const words = spec.columns
    .flatMap((column) => column.labels.map((label) => ({ column, word: foldText(label) })))
    .sort((a, b) => b.word.length - a.word.length);
  const columns = new Map<Token, Column>();
  for (const exact of [true, false])
    for (const { column, word } of words)
      for (const token of tokens) {
        const text = foldText(token.text);
        const free = !columns.has(token) && ![...columns.values()].includes(column);
        if (free && (exact ? text === word : text.includes(word))) columns.set(token, column);
      }
  return tokens.map((token) => ({ token, column: columns.get(token) }));
}

/** The heading that a token stands under: the one it overlaps most, else the nearest by middle. */
function headingOf(token: Token, all: readonly Heading[]): Heading {
  const middle = ({ left, right }: Token) => (left + right) / 2;
  const score = ({ token: head }: Heading) => {
    const common = Math.min(head.right, token.right) - Math.max(head.left, token.left);
    return common > 0 ? common : -Math.abs(middle(head) - middle(token));
  };
  return all.reduce((best, heading) => (score(heading) > score(best) ? heading : best));
}

function readRow(tokens: readonly Token[], all: readonly Heading[]): Record<string, Field> {
  const row: Record<string, Field> = {};
  for (const [heading, own] of Map.groupBy(tokens, (token) => headingOf(token, all))) {
    if (!heading.column) continue;
    const { name, type } = heading.column;
    const stream = streamOf([textOf(own)]);
    const value = readValue(stream, [[0, stream.characters.length]], type);
    if (value) row[name] = { name, label: null, ...value };
  }
  return row;
}

/** Lines right above a table, as one row: a header in other type or between other rules is often no part of the grid. */
function rowAbove(page: RecognisedPage, { region, rows }: RecognisedTable): readonly RecognisedText[] {
  const pitch = region.height / rows.length;
  const above = page.lines.filter(
    (line) => line.region.y < region.y && line.region.y + line.region.height > region.y - pitch * ABOVE,
  );
  const nearest = Math.max(...above.map((line) => line.region.y));
  return above.filter((line) => nearest - line.region.y < line.region.height);
}

function readTable(page: RecognisedPage, table: RecognisedTable, spec: TableSpec): ReadTable | null {
  const grid: readonly (readonly RecognisedText[])[] = [rowAbove(page, table), ...table.rows];
  for (const [at, row] of grid.slice(0, HEADER_ROWS).entries()) {
    const all = headings(row, spec);
    if (all.filter(({ column }) => column).length < 2) continue;
    const body = grid.slice(at + 1).map(tokensOf);
    const total = body.findIndex((tokens) => tokens.some(({ text }) => TOTAL.test(foldText(text))));
    const rows = body
      .slice(0, total < 0 ? body.length : total)
      .map((tokens) => readRow(tokens, all))
      .filter((fields) => Object.keys(fields).length >= 2);
    return rows.length > 0 ? { name: spec.name, region: table.region, rows } : null;
  }
  return null;
}

export const readTables = (page: RecognisedPage, specs: readonly TableSpec[]): ReadTable[] =>
  specs.flatMap((spec) => {
    const grids = page.tables.flatMap((table) => readTable(page, table, spec) ?? []);
    return grids.length > 0 ? grids : (readList(page, spec) ?? []);
  });
