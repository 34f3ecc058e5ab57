import { errors } from '../errors.ts';
import { ByteDictionary } from './byte-dictionary.ts';
import { blankRows } from './csv/blank.ts';
import { commaRows } from './csv/comma.ts';
import { columnPlaces } from './csv/header.ts';
import { eachRow, type RawRow } from './csv/rows.ts';
import { GrowingInts } from './growing.ts';
import type { Source, TellRow } from './tables.ts';

export interface EdgeList {
  readonly names: ByteDictionary;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

const COLUMNS = ['src', 'dst'] as const;

/** A first line with a comma is the header of a CSV file. */
async function* peek(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  tell: (comma: boolean) => void,
): AsyncIterable<Uint8Array> {
  let told = false;
  for await (const chunk of chunks) {
    if (!told && chunk.length > 0) {
      const end = chunk.indexOf(10);
      tell(chunk.subarray(0, end < 0 ? chunk.length : end).includes(44));
      told = true;
    }
    yield chunk;
  }
}

/** A row's two names as they lie in a buffer: `bytes[starts[a], ends[a])` and the same of `b`. */
type TakeLink = (row: RawRow, a: number, b: number) => void;

/**
 * Links of a file one by one: `a b` a line, or CSV with the columns src and dst. Rows without two names are told and left out.
 * @throws CodedError `gangs.csv-…`
 */
export async function eachLink({ file, open }: Source, tell: TellRow, take: TakeLink): Promise<void> {
  let comma = false;
  const chunks = peek(open(), (found) => {
    comma = found;
  });
  const commas = commaRows(file);
  let places: number[] | null = null;
  let [a, b] = [0, 1];
  await eachRow(
    file,
    chunks,
    (...row) => (comma ? commas(...row) : blankRows(...row)),
    (row) => {
      if (comma && !places) {
        places = columnPlaces(file, row, COLUMNS);
        a = places[0]!;
        b = places[1]!;
        return;
      }
      const { starts, ends } = row;
      if (row.fields <= Math.max(a, b) || starts[a] === ends[a] || starts[b] === ends[b])
        return tell(errors('gangs.edge-incomplete', { file, line: row.line }));
      take(row, a, b);
    },
  );
}

/** Links between names, numbered. */
export async function readEdges(source: Source, tell: TellRow): Promise<EdgeList> {
  const names = new ByteDictionary();
  const from = new GrowingInts(1 << 16);
  const to = new GrowingInts(1 << 16);
  await eachLink(source, tell, ({ bytes, starts, ends }, a, b) => {
    from.push(names.add(bytes, starts[a]!, ends[a]!));
    to.push(names.add(bytes, starts[b]!, ends[b]!));
  });
  return { names, from: from.view(), to: to.view() };
}
