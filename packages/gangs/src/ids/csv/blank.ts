import { type FindRow, note } from './rows.ts';

const LF = 10;
const HASH = 35;
const isBlank = (byte: number) => byte === 32 || byte === 9 || byte === 13;

/** Rows of fields between blanks, as edge lists have them; a line that begins with `#` is a remark. */
export const blankRows: FindRow = (bytes, from, to, final, row) => {
  row.fields = 0;
  const remark = bytes[from] === HASH;
  let at = from;
  for (;;) {
    while (at < to && isBlank(bytes[at]!)) at++;
    const start = at;
    while (at < to && bytes[at]! !== LF && !isBlank(bytes[at]!)) at++;
    if (at >= to && !final) return -1;
    if (at > start && !remark) note(row, start, at);
    if (at >= to) return to;
    if (bytes[at] === LF) return at + 1;
  }
};
