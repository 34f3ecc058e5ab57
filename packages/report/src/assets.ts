import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

// A checkout with CRLF must not break the hashes: HTML parsers see LF only.
const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8').replaceAll('\r\n', '\n');

/** Source expression of CSP level 2: only an inline element with exactly this text may run or apply. */
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

export const styleSheet = read('./client/report.css');
export const script = read('./client/report.js');

/** Nothing may be fetched, framed, sent or run except what the page carries itself. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  'img-src data:',
  `style-src ${hash(styleSheet)}`,
  `script-src ${hash(script)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
