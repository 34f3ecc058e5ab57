import type { Dialect } from '../sql/session.ts';

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

export const duckDbDialect: Dialect = {
  literal,
  ordered: (names) => `select row_number() over (order by name) - 1 as id, name from (${names}) names`,
  matches: (text, pattern) => `regexp_matches(${text}, ${literal(pattern)})`,
  replace: (text, pattern, replacement) =>
    `regexp_replace(${text}, ${literal(pattern)}, ${literal(replacement.replace(/\$(\d)/g, '\\$1'))}, 'g')`,
};
