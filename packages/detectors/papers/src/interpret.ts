/** From recognised text to what a page is, what it says and what in it contradicts itself. Pure: no disk, clock or network. */
import type { Finding } from '@jianzhen/evidence';
import { runChecks } from './checks/index.ts';
import type { CheckContext, Reading } from './checks/types.ts';
import { extractFields } from './fields/extract.ts';
import { pageStream } from './fields/stream.ts';
import { readTables } from './fields/tables.ts';
import type { Field, ReadTable } from './fields/types.ts';
import { builtInKinds, commonSpec } from './kinds/built-in.ts';
import { type Classification, classify } from './kinds/classify.ts';
import type { KindSpec } from './kinds/schema.ts';
import { readingModel } from './reading/trust.ts';
import type { RecognisedPage } from './text.ts';

export interface InterpretOptions extends Partial<CheckContext> {
  /** Kinds to tell apart; those of the package unless told. Further kinds come from `parseKind`. */
  readonly kinds?: readonly KindSpec[];
}

export interface PageReading {
  readonly kind: Classification;
  readonly fields: readonly Field[];
  readonly tables: readonly ReadTable[];
  readonly findings: readonly Finding[];
}

/** Reads a page: its kind, its fields, and findings on them, the surest first. */
export function interpretPage(page: RecognisedPage, options: InterpretOptions = {}): PageReading {
  const { kinds = builtInKinds, model = readingModel, ...context } = options;
  const kind = classify(page, kinds);
  const spec = kinds.find((candidate) => candidate.kind === kind.kind);
  const own = spec?.fields ?? [];
  const specs = [
    ...own,
    ...commonSpec.fields.filter(({ name }) => !own.some((field) => field.name === name)),
  ];
  const stream = pageStream(page);
  const fields = extractFields(stream, specs);
  const tables = readTables(page, spec?.tables ?? []);
  const checks = [...(spec?.checks ?? []), ...commonSpec.checks];
  const reading: Reading = { kind: kind.kind, fields, tables, stream, specs, checks };
  const findings = runChecks(reading, { ...context, model }).toSorted(
    (a, b) => b.probability - a.probability,
  );
  return { kind, fields, tables, findings };
}
