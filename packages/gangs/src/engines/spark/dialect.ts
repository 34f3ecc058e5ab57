import type { Dialect } from '../sql/session.ts';

const literal = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

export const sparkDialect: Dialect = {
  literal,
  // A window over all rows would bring them to one executor. Sorted by ranges, ids by place in a partition are in the
  // same order, with gaps; a name stands once, so a task that is done again numbers its rows as before.
  ordered: (names) => `select monotonically_increasing_id() as id, name from (${names} order by name) names`,
  matches: (text, pattern) => `regexp_like(${text}, ${literal(pattern)})`,
  replace: (text, pattern, replacement) =>
    `regexp_replace(${text}, ${literal(pattern)}, ${literal(replacement)})`,
};
