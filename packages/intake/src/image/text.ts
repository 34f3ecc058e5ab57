/** Longest value that is kept of any metadata field, in characters. */
export const MAX_VALUE = 2_000;
/** Most fields that are kept of one file. */
export const MAX_FIELDS = 400;

/** Metadata by name; `set` drops what is empty, clips what is long and stops at MAX_FIELDS. */
export class Fields {
  readonly #values = new Map<string, string | number>();

  set(name: string, value: unknown): void {
    if (this.#values.size >= MAX_FIELDS || value === null || value === undefined) return;
    const plain = plainValue(value);
    if (plain !== '' && !this.#values.has(name)) this.#values.set(name, plain);
  }

  toRecord(): Record<string, string | number> {
    return Object.fromEntries(this.#values);
  }
}

function plainValue(value: unknown): string | number {
  if (typeof value === 'number') return Number.isFinite(value) ? value : '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString();
  if (value instanceof Uint8Array)
    return value.length <= 64 ? clean(Buffer.from(value).toString('latin1')) : '';
  if (Array.isArray(value)) return clean(value.slice(0, 64).join(', '));
  if (ArrayBuffer.isView(value))
    return clean(
      Array.from(value as unknown as number[])
        .slice(0, 64)
        .join(', '),
    );
  return typeof value === 'string' ? clean(value) : '';
}

const CONTROL = /\p{Cc}+/gu;

/** Control characters out (EXIF strings end in NUL), blanks trimmed, length bounded. */
export function clean(text: string): string {
  return text.slice(0, MAX_VALUE).replace(CONTROL, ' ').trim();
}
