import type { Sheet } from './sheet.ts';
import { type Column, INK } from './types.ts';

const PAD = 4;
const GAP = 1;
const SIZE = { text: 8.5, code: 6.6 } as const;

/** A table that goes on over pages, its head repeated on each. Rows are as high as their highest cell and are never torn. */
export function drawTable(
  sheet: Sheet,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  { head }: { readonly head: boolean },
): void {
  const { doc, left, width } = sheet;
  const widths = columns.map((column) => column.width * width - 2 * PAD);
  const starts = columns.map(
    (_, i) => left + PAD + columns.slice(0, i).reduce((sum, c) => sum + c.width * width, 0),
  );

  const style = (column: Column, bold: boolean) =>
    doc.font(bold ? 'bold' : 'text').fontSize(sizeOf(column, bold));
  const options = (column: Column, i: number): PDFKit.Mixins.TextOptions => ({
    width: widths[i]!,
    lineGap: GAP,
    align: column.right ? 'right' : 'left',
  });

  /** Lines that need no breaking, so that laying them out once is enough; null where the text must be broken or aligned. */
  function plainLines(text: string, column: Column, i: number, bold: boolean): string[] | null {
    const lines = text.split('\n');
    const fit = lines.every((line) => widest(line) * sizeOf(column, bold) <= widths[i]!);
    return fit && !column.right ? lines : null;
  }
  function heightOf(text: string, column: Column, i: number, bold: boolean): number {
    const font = style(column, bold);
    const lines = plainLines(text, column, i, bold);
    return lines
      ? lines.length * (font.currentLineHeight(true) + GAP)
      : font.heightOfString(text, options(column, i));
  }
  function drawCell(text: string, top: number, column: Column, i: number, bold: boolean): void {
    const font = style(column, bold).fillColor(bold || (!head && i === 0) ? INK.accent : INK.text);
    const lines = plainLines(text, column, i, bold);
    if (!lines) {
      font.text(text, starts[i]!, top, options(column, i));
      return;
    }
    const step = font.currentLineHeight(true) + GAP;
    lines.forEach((line, n) => {
      // Naming features keeps PDFKit from remembering how each word is set: of hashes none comes twice, and all would stay in memory.
      const once = column.code ? { features: [] } : {};
      if (line !== '') font.text(line, starts[i]!, top + n * step, { lineBreak: false, ...once });
    });
  }

  function drawRow(cells: readonly string[], bold: boolean, fill: string | null): void {
    const height =
      Math.max(...columns.map((column, i) => heightOf(cells[i] ?? '', column, i, bold))) + 2 * PAD;
    if (doc.y + height > sheet.bottom) {
      sheet.newPage();
      if (head && !bold) drawHead();
    }
    const top = doc.y;
    if (fill) doc.rect(left, top, width, height).fill(fill);
    columns.forEach((column, i) => void drawCell(cells[i] ?? '', top + PAD, column, i, bold));
    const bottom = top + height;
    doc
      .moveTo(left, bottom)
      .lineTo(left + width, bottom)
      .lineWidth(0.4)
      .strokeColor(INK.rule)
      .stroke();
    doc.y = bottom;
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

const sizeOf = (column: Column, bold: boolean) => (column.code && !bold ? SIZE.code : SIZE.text);

/** No narrower than the text is, in units of its size: Latin capitals and a few others are nearly as wide as Chinese characters. */
function widest(text: string): number {
  let sum = 0;
  for (const character of text) sum += /[a-ln-vx-z0-9 .,:;_/-]/.test(character) ? 0.63 : 1;
  return sum;
}
