/** Text that PostgreSQL takes: without NUL, and well-formed Unicode. */
export function text(value: string): string {
  return value.toWellFormed().replaceAll('\0', '\uFFFD');
}

/** A value as a parameter of type jsonb, its strings made fit for PostgreSQL. */
export function json(value: unknown): string {
  return JSON.stringify(value, (_key, inner) => (typeof inner === 'string' ? text(inner) : inner));
}
