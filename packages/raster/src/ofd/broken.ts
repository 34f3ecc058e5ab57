import { CodedError } from '@jianzhen/evidence';
import { errors } from '../errors.ts';

/** Whatever a hostile file makes a parser throw, as a coded error. */
export function asBroken(error: unknown): CodedError {
  if (error instanceof CodedError) return error;
  return errors('ofd.broken', { detail: (error as Error).message }, { cause: error });
}
