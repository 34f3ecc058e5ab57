import { errors } from './errors.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Where the next page of a list begins, as a string that callers only hand back. */
export function encodeCursor(id: string): string {
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
}

/** @throws `cursor.invalid` */
export function decodeCursor(cursor: string): string {
  const hex = Buffer.from(cursor, 'base64url').toString('hex');
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  if (!UUID.test(id)) throw errors('cursor.invalid');
  return id;
}

/** How a list is asked for. */
export interface Paging {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** One more than is shown is asked for: whether there is a next page. */
export function pageOf({ cursor, limit }: Paging) {
  return { limit: limit + 1, ...(cursor === undefined ? {} : { before: decodeCursor(cursor) }) };
}

/** What is shown of it, and the cursor of the next page; null on the last. */
export function cut<T extends { readonly id: string }>(
  found: readonly T[],
  limit: number,
): { items: T[]; next: string | null } {
  const items = found.slice(0, limit);
  return { items, next: found.length > limit ? encodeCursor(items.at(-1)!.id) : null };
}
