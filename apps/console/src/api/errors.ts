import type { Message } from '@jianzhen/evidence';
import { fill } from '../shared/fill.ts';
import { words } from '../words.ts';

/** A failed request: what the service says went wrong, or that it could not be reached. */
export class ApiError extends Error {
  readonly code: string;
  readonly text: Message;
  /** HTTP status; 0 where no answer came. */
  readonly status: number;

  constructor(code: string, text: Message, status: number) {
    super(`${code}: ${text.en}`);
    this.name = 'ApiError';
    this.code = code;
    this.text = text;
    this.status = status;
  }
}

const isMessage = (value: unknown): value is Message =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Message).zh === 'string' &&
  typeof (value as Message).en === 'string';

/** The service's own coded error, or an `http.unexpected` where something between us and it answered instead. */
export function errorFromAnswer(status: number, body: unknown): ApiError {
  const { code, message } = ((body as { error?: object } | undefined)?.error ?? {}) as Record<
    string,
    unknown
  >;
  if (typeof code === 'string' && isMessage(message)) return new ApiError(code, message, status);
  const { zh, en } = words.unexpected;
  return new ApiError('http.unexpected', { zh: fill(zh, { status }), en: fill(en, { status }) }, status);
}

export function toApiError(thrown: unknown): ApiError {
  return thrown instanceof ApiError ? thrown : new ApiError('http.unreachable', words.offline, 0);
}
