/** JSON with sorted keys and no blanks: the same value always gives the same bytes (RFC 8785 for values without fractions). */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

export const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');
export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
/** Null where the text is not hexadecimal digits of `bytes` bytes. */
export const fromHex = (text: unknown, bytes: number): Uint8Array | null =>
  typeof text === 'string' && text.length === 2 * bytes && /^[0-9a-f]*$/.test(text)
    ? Buffer.from(text, 'hex')
    : null;
