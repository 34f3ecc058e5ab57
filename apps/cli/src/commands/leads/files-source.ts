import { basename } from 'node:path';
import { modelsOfGangs } from '@jianzhen/engine';
import type { Gang, TraceKind } from '@jianzhen/evidence';
import type { LeadCase, LeadInput, LeadTrace, SourceRecord } from '@jianzhen/leads';
import { errors } from '../../errors.ts';
import { readInput } from '../../inputs.ts';
import { version } from '../../version.ts';
import { type CsvRow, readCsv } from './csv-rows.ts';
import { exhibitsOf } from './exhibits.ts';

export interface FileSourceOptions {
  /** Output of `jianzhen gangs mine --json`. */
  readonly gangs: string;
  readonly cases: string;
  readonly traces: string;
  /** Folder with one folder a case, named as the case. */
  readonly exhibits?: string;
  /** Output of `jianzhen check --json` on those exhibits. */
  readonly findings?: string;
}

const textOr = (value: string | undefined) => (value ? value : null);

/** An instant as ISO 8601 in UTC; null where it is none. A time without a zone is taken as UTC, as mining does. */
function instantOf(value: string | undefined): string | null {
  if (!value) return null;
  const zoned = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(value)
    ? `${value.replace(' ', 'T')}Z`
    : value;
  const at = Date.parse(zoned);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

/** Where a row came from, by its own columns `source_system …` where it has them, otherwise this file and its row. */
function sourceOf(file: string, { fields, number, sha256 }: CsvRow, time: string | null): SourceRecord {
  return {
    system: fields.source_system || 'csv',
    table: fields.source_table || basename(file),
    id: fields.source_id || String(number),
    time: instantOf(fields.source_time) ?? time,
    sha256: fields.source_sha256 || sha256(),
  };
}

/** A gang of a file of gangs, with its records out of the tables that it was mined from. @throws CodedError */
export async function leadFromFiles(
  id: string,
  options: FileSourceOptions,
  commands: readonly string[],
): Promise<LeadInput> {
  const gangs = await readGangs(options.gangs);
  const gang = gangs.find((each) => each.gang === id);
  if (!gang) throw errors('cli.gang-unknown', { gang: id, file: options.gangs });
  const { cases, population } = await readCases(gang, options.cases);
  const traces = await readTraces(new Set(gang.cases), options.traces);
  return {
    gang,
    related: gangs.filter((each) => each.gang === gang.upstream || gang.downstream.includes(each.gang)),
    cases,
    traces,
    exhibits: options.exhibits ? exhibitsOf(gang.cases, options.exhibits, options.findings) : [],
    population,
    generator: {
      version,
      revision: null,
      models: modelsOfGangs(),
      parameters: { cases: basename(options.cases), traces: basename(options.traces) },
      seed: null,
      commands,
    },
  };
}

async function readGangs(file: string): Promise<Gang[]> {
  const text = Buffer.from(await readInput(file)).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, i) => {
      try {
        const gang = JSON.parse(line) as Gang;
        const sound =
          typeof gang.gang === 'string' &&
          ['forger', 'agency', 'ring'].includes(gang.role) &&
          gang.score >= 0 &&
          gang.score <= 1 &&
          [gang.cases, gang.traces, gang.reasons, gang.downstream].every(Array.isArray);
        if (sound) return gang;
      } catch {}
      throw errors('cli.gangs-unreadable', { file, line: i + 1 });
    });
}

async function readCases(gang: Gang, file: string) {
  const wanted = new Set(gang.cases);
  const cases: LeadCase[] = [];
  const lenders = new Set<string>();
  let all = 0;
  for await (const row of readCsv(file, ['case_id'])) {
    const { fields } = row;
    all++;
    if (fields.lender_id) lenders.add(fields.lender_id);
    if (!wanted.delete(fields.case_id!)) continue;
    const openedAt = instantOf(fields.opened_at);
    const amount = Number(fields.amount);
    cases.push({
      case: fields.case_id!,
      customer: textOr(fields.customer_id),
      lender: textOr(fields.lender_id),
      openedAt,
      amount: fields.amount && Number.isFinite(amount) ? amount : null,
      source: sourceOf(file, row, openedAt),
    });
  }
  return { cases, population: { cases: all, lenders: lenders.size } };
}

const keyOf = (row: CsvRow) => `${row.fields.kind}\0${row.fields.value}`;

/** Two passes: which traces the gang has, then in how many cases of all each of them was seen. */
async function readTraces(wanted: ReadonlySet<string>, file: string): Promise<LeadTrace[]> {
  const columns = ['case_id', 'kind', 'value'];
  const rows: { row: CsvRow; key: string }[] = [];
  const seen = new Map<string, Set<string>>();
  for await (const row of readCsv(file, columns)) {
    if (!wanted.has(row.fields.case_id!)) continue;
    const key = keyOf(row);
    rows.push({ row, key });
    seen.set(key, new Set());
  }
  for await (const row of readCsv(file, columns)) seen.get(keyOf(row))?.add(row.fields.case_id!);
  return rows.map(({ row, key }) => {
    const observedAt = instantOf(row.fields.observed_at);
    return {
      case: row.fields.case_id!,
      kind: row.fields.kind as TraceKind,
      value: row.fields.value!,
      observedAt,
      casesEverywhere: seen.get(key)!.size,
      source: sourceOf(file, row, observedAt),
    };
  });
}
