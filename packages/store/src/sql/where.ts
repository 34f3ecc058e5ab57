import { text } from './values.ts';

/** Conditions of a list as the caller gives them: `$1` is its limit, the others follow. What is not given narrows nothing. */
export function where(limit: number) {
  const values: unknown[] = [limit];
  const conditions = ['true'];
  return {
    values,
    conditions: (): string => conditions.join(' and '),
    given(value: unknown, condition: (parameter: string) => string): void {
      if (value === undefined || value === '') return;
      values.push(typeof value === 'string' ? text(value) : value);
      conditions.push(condition(`$${values.length}`));
    },
  };
}
