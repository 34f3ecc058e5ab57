import type { CaseTable, TraceTable } from '@jianzhen/evidence';
import { buildIncidence } from '../graph/incidence.ts';
import type { CaseColumns, Incidence } from '../graph/types.ts';
import { kindNumber } from '../kinds.ts';
import { Dictionary } from './dictionary.ts';
import { normalise } from './normalise.ts';

/** Rows that say nothing, by why; they are left out, and told. */
export interface Skipped {
  /** Rows of cases whose id an earlier row has. */
  readonly repeatedCases: number;
  /** Rows of traces whose case is not in the table of cases. */
  readonly unknownCases: number;
  readonly emptyValues: number;
}

/** Counts over all cases, where the tables hold only those that share something with somebody. */
export interface Whole {
  readonly cases: number;
  readonly customers: number;
}

export interface Ingested {
  readonly incidence: Incidence;
  readonly skipped: Skipped;
}

function numberCases(
  table: CaseTable,
  ids: Dictionary,
  whole?: Whole,
): { columns: CaseColumns; repeated: number } {
  const customers = new Dictionary();
  const lenders = new Dictionary();
  const rows: number[] = [];
  for (const [row, name] of table.caseId.entries()) if (ids.add(name) === rows.length) rows.push(row);
  const columns = {
    names: ids.names,
    customer: Int32Array.from(rows, (row) => customers.add(table.customerId[row]!)),
    lender: Int32Array.from(rows, (row) => lenders.add(table.lenderId[row]!)),
    openedAt: Float64Array.from(rows, (row) => table.openedAt[row]!),
  };
  return {
    columns: {
      ...columns,
      all: whole?.cases ?? ids.size,
      customers: whole?.customers ?? customers.size,
      lenders: lenders.size,
    },
    repeated: table.caseId.length - rows.length,
  };
}

/** Tables of strings as a graph of numbers. A sighting without a time was made when its case was opened. */
export function ingest(cases: CaseTable, traces: TraceTable, whole?: Whole): Ingested {
  const ids = new Dictionary();
  const { columns, repeated } = numberCases(cases, ids, whole);
  const byKind = new Map<string, Map<string, number>>();
  const kinds: number[] = [];
  const values: string[] = [];
  const rows = traces.caseId.length;
  const seen = { case: new Int32Array(rows), trace: new Int32Array(rows), at: new Float64Array(rows) };
  let length = 0;
  let unknownCases = 0;
  let emptyValues = 0;
  for (let row = 0; row < rows; row++) {
    const kind = traces.kind[row]!;
    const id = ids.find(traces.caseId[row]!);
    if (id < 0) {
      unknownCases++;
      continue;
    }
    const value = normalise(kind, traces.value[row]!);
    if (value === '') {
      emptyValues++;
      continue;
    }
    let known = byKind.get(kind);
    if (!known) {
      known = new Map();
      byKind.set(kind, known);
    }
    let trace = known.get(value);
    if (trace === undefined) {
      trace = values.length;
      known.set(value, trace);
      values.push(value);
      kinds.push(kindNumber.get(kind)!);
    }
    const at = traces.observedAt[row]!;
    seen.case[length] = id;
    seen.trace[length] = trace;
    seen.at[length++] = Number.isNaN(at) ? columns.openedAt[id]! : at;
  }
  const sightings = {
    case: seen.case.subarray(0, length),
    trace: seen.trace.subarray(0, length),
    at: seen.at.subarray(0, length),
  };
  const incidence = buildIncidence(columns, { kind: Uint8Array.from(kinds), values }, sightings);
  return { incidence, skipped: { repeatedCases: repeated, unknownCases, emptyValues } };
}
