import { openExhibit } from '@jianzhen/intake';
import PDFDocument from 'pdfkit';
import { pageContext } from '../../src/context.ts';
import type { PageContext } from '../../src/index.ts';

export type Draw = (document: PDFKit.PDFDocument) => void;

/** A page of 300 × 400 points, uncompressed, without dates of its own. */
export function makePdf(draw: Draw, info: Record<string, string> = {}): Promise<Buffer> {
  return new Promise((done) => {
    const document = new PDFDocument({ size: [300, 400], margin: 0, compress: false, info });
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => done(Buffer.concat(chunks)));
    draw(document);
    document.end();
  });
}

/** A bank statement: twenty lines in Helvetica; `extra` draws over it. */
export function statement(document: PDFKit.PDFDocument, extra: Draw = () => {}): void {
  document.font('Helvetica').fontSize(11);
  for (let i = 0; i < 20; i++) {
    document.text(`2024-03-${10 + i}  Transfer to savings`, 20, 20 + i * 16, { lineBreak: false });
    document.text(`${1200 + i * 37}.50`, 220, 20 + i * 16, { lineBreak: false });
  }
  extra(document);
}

/** `pdf` with an incremental update that puts the objects of another file, by number, over its own. */
export function updateWith(pdf: Buffer, other: Buffer, numbers: readonly number[], trailer = ''): Buffer {
  const texts = numbers.map((number) => [number, objectText(other, number)] as const);
  return update(pdf, texts, trailer);
}

export function update(pdf: Buffer, objects: readonly (readonly [number, string])[], trailer = ''): Buffer {
  const before = pdf.toString('latin1');
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(before)?.[1];
  const root = /\/Root (\d+ 0 R)/.exec(before)?.[1];
  let body = '';
  let table = '';
  for (const [number, text] of objects) {
    table += `${number} 1\n${String(pdf.length + body.length).padStart(10, '0')} 00000 n \n`;
    body += `${number} 0 obj\n${text}\nendobj\n`;
  }
  const size = Math.max(...objects.map(([number]) => number), 50) + 1;
  const end = `xref\n${table}trailer\n<< /Size ${size} /Root ${root} /Prev ${previous} ${trailer} >>\nstartxref\n${pdf.length + body.length}\n%%EOF\n`;
  return Buffer.concat([pdf, Buffer.from(body + end, 'latin1')]);
}

function objectText(pdf: Buffer, number: number): string {
  const match = new RegExp(`(?:^|\\n)${number} 0 obj\\n([\\s\\S]*?)\\nendobj`).exec(pdf.toString('latin1'));
  if (!match) throw new RangeError(`no object ${number}`);
  return match[1]!;
}

/** Number of the first page's content stream. */
export function contentNumber(pdf: Buffer): number {
  return Number(/\/Contents (\d+) 0 R/.exec(pdf.toString('latin1'))?.[1]);
}

/** A file's first page as signals see it. */
export async function firstPage(bytes: Uint8Array, receivedAt?: Date): Promise<PageContext> {
  const exhibit = await openExhibit(bytes, 'file', receivedAt ? { receivedAt } : {});
  const image = await exhibit.page(1);
  await exhibit.close();
  return pageContext({ image, facts: exhibit.facts, page: 1 });
}
