import type { Seed } from '../random.ts';
import type { TemplateDesign } from './design.ts';
import {
  finished,
  labelStyle,
  leadingOf,
  type Pen,
  parted,
  penFor,
  rule,
  value,
  valueStyle,
  write,
} from './page.ts';
import { statement } from './statement.ts';
import { rowsOfTable } from './table.ts';
import type { TypeStyle } from './type.ts';
import { widthOf } from './type.ts';
import type { TemplatePage } from './types.ts';

/** A page of the template with values of its own; the same page for the same seed. */
export function fillTemplate(design: TemplateDesign, ...seed: readonly Seed[]): TemplatePage {
  const pen = penFor(design, ...seed);
  const { layout, wording } = design;
  heading(pen);
  if (wording.statement && layout.statementFirst) statement(pen, wording.statement);
  labels(pen);
  if (wording.statement && !layout.statementFirst) statement(pen, wording.statement);
  if (wording.table) rowsOfTable(pen, wording.table);
  const sealAt = closing(pen);
  notes(pen);
  return finished(pen, sealAt);
}

function centred(pen: Pen, text: string, style: TypeStyle, place: 'left' | 'centre'): void {
  const { page, left, right } = pen.design.layout;
  const free = page[0] - left - right - widthOf(text, style);
  write(pen, text, place === 'left' ? left : left + free / 2, style);
}

function heading(pen: Pen): void {
  const { issuer, wording, layout } = pen.design;
  const title = { face: layout.titleFace, size: layout.title, spacing: layout.titleSpacing };
  const under = { face: layout.titleFace, size: Math.round(layout.title * 0.72) };
  if (layout.issuerPlace === 'above') {
    centred(pen, issuer, under, layout.titlePlace);
    pen.y += layout.title * 1.4;
  }
  centred(pen, wording.title, title, layout.titlePlace);
  if (layout.issuerPlace === 'below') {
    pen.y += layout.title * 1.2;
    centred(pen, issuer, under, layout.titlePlace);
  }
  pen.y += layout.title * 0.7;
  if (layout.ruled) rule(pen, layout.left, pen.y, layout.page[0] - layout.right, pen.y, 3);
  pen.y += layout.body * 1.6;
}

function labels(pen: Pen): void {
  const { wording, layout } = pen.design;
  const wide = layout.page[0] - layout.left - layout.right;
  const cell = wide / layout.columns;
  const leading = leadingOf(pen.design);
  const boxed = layout.style === 'boxed';
  const top = pen.y - layout.body * 1.3;
  const heading = Math.max(
    ...wording.labels.map((spec) => widthOf(parted(spec).label, labelStyle(pen.design))),
  );
  const named = Math.min(boxed ? heading + 24 : 0, 0.6 * cell);
  layout.order.forEach((index, i) => {
    const { label, fill } = parted(wording.labels[index]!);
    const column = i % layout.columns;
    if (i > 0 && column === 0) pen.y += leading;
    const x = layout.left + column * cell + (boxed ? 12 : 0);
    const end = write(pen, boxed ? label : label + layout.colon, x, labelStyle(pen.design));
    const at = boxed ? Math.max(x + named, end + 10) : end + 8;
    const right = layout.left + (column + 1) * cell - 14;
    write(pen, value(pen, fill, right - at), at, valueStyle(pen.design), 'fill');
    if (!boxed && layout.underlined) rule(pen, at - 4, pen.y + 10, right, pen.y + 10);
  });
  if (boxed) grid(pen, top, leading, cell, named);
  pen.y += leading;
}

function grid(pen: Pen, top: number, leading: number, cell: number, named: number): void {
  const { left, columns, page, right, order, body } = pen.design.layout;
  const rows = Math.ceil(order.length / columns);
  const shift = (leading - body * 1.3) / 2 - body * 0.15;
  const at = (row: number) => top - shift + row * leading;
  for (let row = 0; row <= rows; row++) rule(pen, left, at(row), page[0] - right, at(row));
  for (let column = 0; column <= columns; column++) {
    const x = left + column * cell;
    rule(pen, x, at(0), x, at(rows));
    if (column < columns) rule(pen, x + named + 4, at(0), x + named + 4, at(rows), 1);
  }
}

/** What stands beside the seal; returns where the seal belongs. */
function closing(pen: Pen): { x: number; y: number } {
  const { wording, layout, issuer } = pen.design;
  const leading = leadingOf(pen.design);
  const width = layout.page[0] - layout.left - layout.right;
  pen.y += leading * 0.6;
  if (layout.issuerPlace === 'foot') {
    const x = layout.page[0] - layout.right - widthOf(issuer, labelStyle(pen.design));
    write(pen, issuer, x, labelStyle(pen.design));
    pen.y += leading;
  }
  const spread = layout.closingPlace === 'spread';
  const start = layout.closingPlace === 'right' ? layout.left + 0.52 * width : layout.left;
  const room = spread ? width / wording.closing.length : 0.46 * width;
  wording.closing.forEach((spec, i) => {
    const { label, fill } = parted(spec);
    const x = spread ? layout.left + i * room : start;
    const end = write(pen, label + (layout.colon || '：'), x, labelStyle(pen.design));
    write(pen, value(pen, fill, x + room - end - 16), end + 8, valueStyle(pen.design), 'fill');
    if (!spread) pen.y += leading;
  });
  if (spread) pen.y += leading;
  return { x: layout.left + 0.74 * width, y: pen.y - leading };
}

function notes(pen: Pen): void {
  const { wording, layout } = pen.design;
  const style = { face: layout.labelFace, size: layout.notes, colour: '#555' };
  const leading = layout.notes * 1.7;
  const foot = layout.page[1] - 60 - leading * wording.notes.length;
  pen.y = layout.notesPlace === 'foot' ? Math.max(foot, pen.y + leading) : pen.y + leading * 1.4;
  if (layout.ruled)
    rule(pen, layout.left, pen.y - leading, layout.page[0] - layout.right, pen.y - leading, 1);
  for (const note of wording.notes) {
    write(pen, note, layout.left, style);
    pen.y += leading;
  }
}
