import { labelStyle, leadingOf, type Pen, parted, rule, value, valueStyle, write } from './page.ts';

/** A list with a header; how many rows it has differs from page to page, and all below moves with it. */
export function rowsOfTable(pen: Pen, specs: readonly string[]): void {
  const { layout } = pen.design;
  const wide = layout.page[0] - layout.left - layout.right;
  const column = wide / specs.length;
  const leading = Math.min(leadingOf(pen.design), layout.body * 1.9);
  const style = { ...labelStyle(pen.design), size: Math.min(layout.body, Math.floor(column / 7)) };
  const content = { ...valueStyle(pen.design), size: style.size };
  const top = pen.y - layout.body * 1.2;
  const rows = pen.random.integer(4, 9);
  specs.forEach((spec, i) => {
    write(pen, parted(spec).label, layout.left + i * column + 8, style, 'fixed', { row: 0, column: i });
  });
  for (let row = 0; row < rows; row++) {
    pen.y += leading;
    specs.forEach((spec, i) => {
      const room = ((column - 14) * layout.body) / style.size;
      const text = value(pen, parted(spec).fill, room);
      write(pen, text, layout.left + i * column + 8, content, 'fill', { row: row + 1, column: i });
    });
  }
  const lines = layout.ruled ? Array.from({ length: rows + 2 }, (_, i) => i) : [0, 1, rows + 1];
  for (const i of lines) rule(pen, layout.left, top + i * leading, layout.left + wide, top + i * leading);
  if (layout.ruled)
    for (let i = 0; i <= specs.length; i++) {
      const x = layout.left + i * column;
      rule(pen, x, top, x, top + (rows + 1) * leading);
    }
  pen.y += 1.2 * leading;
}
