import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { errors } from '../errors.ts';
import { CommonSpec, KindSpec } from './schema.ts';

function parse<T extends TSchema>(schema: T, json: unknown, name: string): Static<T> {
  const [problem] = Value.Errors(schema, json);
  if (problem)
    throw errors('papers.configuration-invalid', {
      name,
      detail: `${problem.instancePath || '/'} ${problem.message}`,
    });
  return json as Static<T>;
}

/** The names that a kind's checks speak of must be there, or a check would be skipped for ever without a word. */
function assertNames(kind: KindSpec, common: readonly string[]): void {
  const fields = new Set([...kind.fields.map((field) => field.name), ...common]);
  const tables = new Map(
    kind.tables.map((table) => [table.name, new Set(table.columns.map((column) => column.name))]),
  );
  for (const check of kind.checks) {
    const { rule, ...parts } = check;
    const { only: _, ...names } = { only: undefined, ...parts };
    const columns = 'table' in check ? tables.get(check.table) : undefined;
    for (const [role, value] of Object.entries(names))
      for (const name of [value].flat()) {
        const known =
          role === 'table'
            ? tables.has(name)
            : columns && role !== 'total'
              ? columns.has(name)
              : fields.has(name);
        if (!known)
          throw errors('papers.configuration-invalid', {
            name: kind.kind,
            detail: `${rule}: ${role} ${name} ?`,
          });
      }
  }
  const patterns = [
    ...kind.fields.map(({ name, pattern = [] }) => ({ name, patterns: [pattern].flat() })),
    ...kind.tables.map(({ name, rows = [] }) => ({ name, patterns: [rows].flat() })),
  ];
  for (const { name, patterns: own } of patterns)
    for (const pattern of own)
      try {
        new RegExp(pattern, 'u');
      } catch (cause) {
        throw errors(
          'papers.configuration-invalid',
          { name: kind.kind, detail: `${name}: ${pattern}` },
          { cause },
        );
      }
}

/** Checks a kind that somebody wrote as JSON; `common`: names of the fields that every kind has. Throws `papers.configuration-invalid`. */
export function parseKind(json: unknown, common: readonly string[] = []): KindSpec {
  const kind = parse(KindSpec, json, String((json as { kind?: unknown } | null)?.kind ?? '?'));
  assertNames(kind, common);
  return kind;
}

export const parseCommon = (json: unknown): CommonSpec => parse(CommonSpec, json, 'common');
