import { format, type Message, type Region, type Severity } from '@jianzhen/evidence';
import type { Candidate } from '../../signal.ts';
import { type Code, messages } from './messages.ts';

/** A value with a name in each language. */
type Value = string | number | Message;

export function candidate(
  code: Code,
  severity: Severity,
  region: Region | null,
  values: Readonly<Record<string, Value>> = {},
): Candidate {
  const inLanguage = (language: 'zh' | 'en') =>
    Object.fromEntries(
      Object.entries(values).map(([key, value]) => [
        key,
        typeof value === 'object' ? value[language] : value,
      ]),
    );
  const message = {
    zh: format(messages[code], inLanguage('zh')).zh,
    en: format(messages[code], inLanguage('en')).en,
  };
  return { code, severity, region, message, logNfa: null, values: inLanguage('en') };
}
