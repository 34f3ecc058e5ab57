// RFC 8493, section 2.2.2.

/** Label and value a line; a value's own line ends become blanks, since a following line would be another label. */
export const formatInfo = (fields: readonly (readonly [label: string, value: string])[]): string =>
  fields.map(([label, value]) => `${label}: ${value.replace(/\s+/g, ' ').trim()}\n`).join('');

export function parseInfo(text: string): Map<string, string> {
  // A line that starts with a blank goes on with the value before.
  const lines = text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  return new Map(
    lines.flatMap((line) => {
      const colon = line.indexOf(':');
      return colon > 0 ? [[line.slice(0, colon), line.slice(colon + 1).trim()] as const] : [];
    }),
  );
}

export const DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';
