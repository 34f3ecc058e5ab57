import type { Fields } from './fields.ts';

/** Of one name; the rest is not told. */
const MOST = 16;
const utf8 = new TextDecoder();

/**
 * Properties of a vCard (RFC 6350, and 2.1 with quoted-printable) or an iCalendar object (RFC 5545): folded lines joined,
 * groups and parameters left out, escapes undone. Linear in the text.
 */
export function readLines(text: string): Fields {
  const fields = new Map<string, string[]>();
  const joined = /quoted-printable/i.test(text) ? text.replace(/=\r?\n/g, '') : text;
  for (const line of joined.replace(/\r?\n[ \t]/g, '').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon < 0) continue;
    const [head, ...parameters] = line.slice(0, colon).split(';');
    const name = head!
      .slice(head!.indexOf('.') + 1)
      .trim()
      .toUpperCase();
    const quoted = parameters.some((parameter) => /quoted-printable/i.test(parameter));
    const raw = line.slice(colon + 1);
    const values = fields.get(name) ?? [];
    if (values.length < MOST) values.push(unescaped(quoted ? unquoted(raw) : raw));
    fields.set(name, values);
  }
  return fields;
}

const unescaped = (value: string): string =>
  value.replace(/\\(.)/g, (_, character: string) => (/n/i.test(character) ? '\n' : character));

const unquoted = (value: string): string =>
  value.replace(/(?:=[0-9a-f]{2})+/gi, (run) => utf8.decode(Buffer.from(run.replaceAll('=', ''), 'hex')));
