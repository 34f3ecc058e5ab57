import { format, type Region, type Severity } from '@jianzhen/evidence';
import type { Candidate } from '../../signal.ts';
import { type Code, messages } from './messages.ts';

/** A candidate of this signal: structure is read, not tested, so there is no number of false alarms. */
export function candidate(
  code: Code,
  severity: Severity,
  region: Region | null,
  values: Readonly<Record<string, string | number>> = {},
): Candidate {
  return { code, severity, region, message: format(messages[code], values), logNfa: null, values };
}
