import type { CaseTable, CodedError, TraceKind, TraceTable } from '@jianzhen/evidence';
import { errors } from '../errors.ts';
import { kindNumber } from '../kinds.ts';
import { commaRows } from './csv/comma.ts';
import { columnPlaces } from './csv/header.ts';
import { eachRow, type RawRow } from './csv/rows.ts';
import { fieldText } from './csv/text.ts';
import { Dictionary } from './dictionary.ts';
import { parseTime } from './time.ts';

/** A file by its name for messages, and its bytes when they are asked for. */
export interface Source {
  readonly file: string;
  readonly open: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** What is told of rows that are left out, one call a row. */
export type TellRow = (error: CodedError) => void;

/** Rows of a CSV file with a header; `take` gets a reader of the named columns' texts. */
export async function eachRecord(
  { file, open }: Source,
  columns: readonly string[],
  tell: TellRow,
  take: (text: (column: number) => string, line: number) => void,
): Promise<void> {
  let places: number[] | null = null;
  let width = 0;
  const find = commaRows(file);
  await eachRow(file, open(), find, (row: RawRow) => {
    if (!places) {
      places = columnPlaces(file, row, columns);
      width = row.fields;
      return;
    }
    const found = places;
    if (row.fields !== width)
      return tell(errors('gangs.row-fields', { file, line: row.line, given: row.fields, expected: width }));
    take((column) => fieldText(file, row, found[column]!), row.line);
  });
  if (!places) throw errors('gangs.csv-empty', { file, columns: columns.join(',') });
}

/** Texts that come back often (lenders, kinds, cases) kept once, so that millions of rows share them. */
const sharing = () => {
  const known = new Dictionary();
  return (text: string) => known.names[known.add(text)]!;
};

export const CASE_COLUMNS = ['case_id', 'customer_id', 'lender_id', 'opened_at'] as const;

/**
 * Cases of a CSV file; rows that cannot be used are told and left out.
 * @throws CodedError `gangs.csv-…` where the file is no such table
 */
export async function readCases(source: Source, tell: TellRow): Promise<CaseTable> {
  const { file } = source;
  const [caseId, customerId, lenderId]: [string[], string[], string[]] = [[], [], []];
  const openedAt: number[] = [];
  const known = new Set<string>();
  const share = sharing();
  await eachRecord(source, CASE_COLUMNS, tell, (text, line) => {
    const [id, customer, lender, when] = [text(0), text(1), text(2), text(3)];
    const empty = [id, customer, lender].indexOf('');
    if (empty >= 0) return tell(errors('gangs.row-empty', { file, line, column: CASE_COLUMNS[empty]! }));
    const at = parseTime(when);
    if (at === null)
      return tell(errors('gangs.row-time', { file, line, column: CASE_COLUMNS[3], value: when }));
    if (known.has(id)) return tell(errors('gangs.row-repeated-case', { file, line, value: id }));
    known.add(id);
    caseId.push(id);
    customerId.push(share(customer));
    lenderId.push(share(lender));
    openedAt.push(at);
  });
  return { caseId, customerId, lenderId, openedAt: Float64Array.from(openedAt) };
}

export const TRACE_COLUMNS = ['case_id', 'kind', 'value', 'observed_at'] as const;

/**
 * Traces of a CSV file, of the cases of a table; rows that cannot be used are told and left out.
 * @throws CodedError `gangs.csv-…` where the file is no such table
 */
export async function readTraces(source: Source, cases: CaseTable, tell: TellRow): Promise<TraceTable> {
  const { file } = source;
  const known = new Map(cases.caseId.map((id) => [id, id]));
  const caseId: string[] = [];
  const kind: TraceKind[] = [];
  const value: string[] = [];
  const observedAt: number[] = [];
  const share = sharing();
  await eachRecord(source, TRACE_COLUMNS, tell, (text, line) => {
    const [givenId, givenKind, given, when] = [text(0), text(1), text(2), text(3)];
    const id = known.get(givenId);
    if (id === undefined) return tell(errors('gangs.row-unknown-case', { file, line, value: givenId }));
    if (!kindNumber.has(givenKind)) return tell(errors('gangs.row-kind', { file, line, value: givenKind }));
    if (given.trim() === '') return tell(errors('gangs.row-empty', { file, line, column: TRACE_COLUMNS[2] }));
    const at = parseTime(when);
    if (at === null)
      return tell(errors('gangs.row-time', { file, line, column: TRACE_COLUMNS[3], value: when }));
    caseId.push(id);
    kind.push(share(givenKind) as TraceKind);
    value.push(share(given));
    observedAt.push(at);
  });
  return { caseId, kind, value, observedAt: Float64Array.from(observedAt) };
}
