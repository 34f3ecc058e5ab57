// RFC 4180, with what spreadsheets would run as a formula made plain text (OWASP, CSV injection).

export type Cell = string | number | null;

const RISKY = /^\s*[=+\-@\t\r|%]/;

/** A cell as CSV. Text that a spreadsheet would take for a formula gets an apostrophe before it. */
export function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = RISKY.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** CSV in pieces, with the mark at its start by which spreadsheets know UTF-8. */
export function* csv(head: readonly string[], rows: Iterable<readonly Cell[]>): Generator<Uint8Array> {
  let text = `\ufeff${head.join(',')}\r\n`;
  for (const row of rows) {
    text += `${row.map(cell).join(',')}\r\n`;
    if (text.length < 1 << 16) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}
