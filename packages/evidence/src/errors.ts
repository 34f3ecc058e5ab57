import { format } from './message.ts';
import type { Message } from './schemas/message.ts';

/** What every coded error carries: `code` is stable and meant for programs, `text` is for people. */
export class CodedError extends Error {
  readonly code: string;
  readonly text: Message;
  /** HTTP status that an API answers with. */
  readonly status: number;

  constructor(code: string, text: Message, status: number, options?: { cause?: unknown }) {
    super(text.en, options);
    this.name = 'CodedError';
    this.code = code;
    this.text = text;
    this.status = status;
  }

  toJSON(): { code: string; message: Message } {
    return { code: this.code, message: this.text };
  }
}

export interface ErrorDefinition extends Message {
  /** HTTP status; 422 (understood, but cannot be processed) unless told. */
  readonly status?: number;
}

/**
 * A package's registry of errors. Every code is listed in one place with both languages:
 * `const errors = defineErrors({ 'image.truncated': { zh: '…', en: '…' } }); throw errors('image.truncated', { at: 12 })`.
 */
export function defineErrors<const T extends Record<string, ErrorDefinition>>(definitions: T) {
  const make = (
    code: keyof T & string,
    values: Readonly<Record<string, string | number>> = {},
    options?: { cause?: unknown },
  ): CodedError => {
    const definition = definitions[code] as ErrorDefinition;
    return new CodedError(code, format(definition, values), definition.status ?? 422, options);
  };
  return Object.assign(make, { definitions });
}

const errors = defineErrors({
  'internal.unexpected': {
    zh: '内部错误：{detail}',
    en: 'Unexpected internal error: {detail}',
    status: 500,
  },
});

/** Any thrown value as a coded error; what is not one of ours becomes `internal.unexpected`. */
export function toCodedError(thrown: unknown): CodedError {
  if (thrown instanceof CodedError) return thrown;
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return errors('internal.unexpected', { detail }, { cause: thrown });
}
