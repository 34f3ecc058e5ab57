/** A line of a benchmark: its first fields name it, the others are figures. */
export type BenchRow = Readonly<Record<string, string | number>>;

const shown = (value: string | number) =>
  typeof value === 'string' ? value : Number.isInteger(value) ? String(value) : value.toPrecision(4);

/** A Markdown table, so that a README can carry it as printed. */
export function printTable(name: string, rows: readonly BenchRow[]): void {
  const [first] = rows;
  if (!first) {
    console.log(`\n${name}: nothing measured`);
    return;
  }
  const columns = Object.keys(first);
  console.log(`\n${name}, ${new Date().toISOString().slice(0, 10)}\n`);
  console.log(`| ${columns.join(' | ')} |`);
  console.log(`|${columns.map((column) => (typeof first[column] === 'number' ? '---:' : '---')).join('|')}|`);
  for (const row of rows) console.log(`| ${columns.map((column) => shown(row[column] ?? '')).join(' | ')} |`);
}
