import type { Sheet, TextStyle } from '../sheet.ts';

export interface Column {
  readonly title: string;
  readonly width: number;
  readonly align: 'left' | 'centre' | 'right';
  /** Cells of this column become fields `name-row`. */
  readonly field?: string;
}

export interface TableStyle {
  readonly head: TextStyle;
  readonly body: TextStyle;
  readonly rowHeight: number;
  readonly grid: 'all' | 'rows' | 'none';
  readonly shade?: string;
  readonly rule?: string;
}

/** Draws a table with its top left corner at (x, y); returns its bottom. */
export function table(
  sheet: Sheet,
  x: number,
  y: number,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  style: TableStyle,
): number {
  const right = x + columns.reduce((sum, column) => sum + column.width, 0);
  const { rowHeight, rule = '#8a8a8a' } = style;
  if (style.shade) {
    sheet.context.fillStyle = style.shade;
    sheet.context.fillRect(x, y, right - x, rowHeight);
  }
  [columns.map((column) => column.title), ...rows].forEach((cells, row) => {
    const baseline = y + row * rowHeight + rowHeight * 0.66;
    let left = x;
    cells.forEach((text, i) => {
      const column = columns[i]!;
      const align = row === 0 ? 'centre' : column.align;
      const at =
        align === 'left' ? left + 10 : align === 'right' ? left + column.width - 10 : left + column.width / 2;
      const name = row > 0 && column.field && text ? `${column.field}-${row}` : undefined;
      sheet.write(text, at, baseline, { ...(row === 0 ? style.head : style.body), align }, name);
      left += column.width;
    });
  });
  const bottom = y + (rows.length + 1) * rowHeight;
  if (style.grid === 'none') return bottom;
  for (let row = 0; row <= rows.length + 1; row++)
    sheet.rule(x, y + row * rowHeight, right, y + row * rowHeight, 1.5, rule);
  if (style.grid === 'all') {
    let left = x;
    for (const column of [...columns, { width: 0 }]) {
      sheet.rule(left, y, left, bottom, 1.5, rule);
      left += column.width;
    }
  }
  return bottom;
}
