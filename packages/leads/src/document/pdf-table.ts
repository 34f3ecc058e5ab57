import type { Sheet } from './pdf.ts';
import { type Column, INK } from './types.ts';

const PAD = 4;
const SIZE = { text: 8.5, code: 6.6 } as const;

/** A table that goes on over pages, its head repeated on each. Rows are as high as their highest cell and are never torn. */
export function drawTable(
  sheet: Sheet,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  { head }: { readonly head: boolean },
): void {
  const { doc, left, width } = sheet;
  const widths = columns.map((column) => column.width * width);
  const starts = widths.map((_, i) => left + widths.slice(0, i).reduce((sum, w) => sum + w, 0));

  const style = (column: Column, bold: boolean) =>
    doc.font(bold ? 'bold' : 'text').fontSize(column.code && !bold ? SIZE.code : SIZE.text);
  const options = (column: Column, i: number): PDFKit.Mixins.TextOptions => ({
    width: widths[i]! - 2 * PAD,
    lineGap: 1,
    align: column.right ? 'right' : 'left',
    features: [],
  });

  function drawRow(cells: readonly string[], bold: boolean, fill: string | null): void {
    const heights = columns.map((column, i) =>
      style(column, bold).heightOfString(cells[i] ?? '', options(column, i)),
    );
    const height = Math.max(...heights) + 2 * PAD;
    if (doc.y + height > sheet.bottom) {
      doc.addPage();
      if (head && !bold) drawHead();
    }
    const top = doc.y;
    if (fill) doc.rect(left, top, width, height).fill(fill);
    columns.forEach((column, i) => {
      const label = bold || (!head && i === 0);
      style(column, bold).fillColor(label ? INK.accent : INK.text);
      doc.text(cells[i] ?? '', starts[i]! + PAD, top + PAD, options(column, i));
    });
    doc
      .moveTo(left, top + height)
      .lineTo(left + width, top + height)
      .lineWidth(0.4)
      .strokeColor(INK.rule)
      .stroke();
    doc.y = top + height;
  }
  const drawHead = () =>
    drawRow(
      columns.map(({ title }) => title),
      true,
      INK.head,
    );

  if (head) {
    sheet.room(50);
    drawHead();
  }
  for (const row of rows) drawRow(row, false, null);
}
