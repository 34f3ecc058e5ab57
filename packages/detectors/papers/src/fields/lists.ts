/** Items of a till's receipt: rows that all have one form, without a grid around them. */
import type { Region } from '@jianzhen/evidence';
import type { TableSpec } from '../kinds/schema.ts';
import { halfWidth } from '../reading/plain.ts';
import { around, overlap } from '../reading/regions.ts';
import type { RecognisedLine, RecognisedPage } from '../text.ts';
import { readValue } from './read-value.ts';
import { placeOf, streamOf } from './stream.ts';
import { textOf, tokensOf } from './tokens.ts';
import type { Field, ReadTable } from './types.ts';

/** Rows of one form that make a list. */
const LEAST_ROWS = 2;

/** Lines that stand side by side, from the top. */
function rowsOf(page: RecognisedPage): RecognisedLine[][] {
  const placed = page.lines
    .flatMap((line) => {
      const place = placeOf(line.characters, page.direction ?? 0);
      return place ? [{ line, place }] : [];
    })
    .sort((a, b) => a.place.y + a.place.height / 2 - b.place.y - b.place.height / 2);
  const rows: { lines: RecognisedLine[]; place: Region }[] = [];
  for (const { line, place } of placed) {
    const last = rows.at(-1);
    if (last && overlap(last.place.y, last.place.height, place.y, place.height) > 0.5) last.lines.push(line);
    else rows.push({ lines: [line], place });
  }
  return rows.map(({ lines }) => lines);
}

function readRow(lines: readonly RecognisedLine[], spec: TableSpec): Record<string, Field> | null {
  const stream = streamOf([textOf(tokensOf(lines))]);
  const text = stream.characters
    .map(({ text: own }, i) => (i > 0 && stream.gaps[i] ? ' ' : '') + halfWidth(own))
    .join('');
  const match = new RegExp(spec.rows!, 'du').exec(text);
  if (!match?.indices?.groups) return null;
  const blanks = (until: number) => text.slice(0, until).split(' ').length - 1;
  const row: Record<string, Field> = {};
  for (const { name, type } of spec.columns) {
    const range = match.indices.groups[name];
    if (!range) continue;
    const [start, end] = range;
    const value = readValue(stream, [[start - blanks(start), end - blanks(end)]], type);
    if (!value) return null;
    row[name] = { name, label: null, ...value };
  }
  return row;
}

/** The page's list of items; null where the specification has no form of rows, or too few are there. */
export function readList(page: RecognisedPage, spec: TableSpec): ReadTable | null {
  if (spec.rows === undefined) return null;
  const rows = rowsOf(page)
    .map((lines) => readRow(lines, spec))
    .filter((row) => row !== null);
  const region = around(rows.flatMap((row) => Object.values(row).map((field) => field.region)));
  return rows.length < LEAST_ROWS || !region ? null : { name: spec.name, region, rows };
}
