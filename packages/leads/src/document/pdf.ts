import type { Readable } from 'node:stream';
import PDFDocument from 'pdfkit';
import { chineseFont } from './fonts.ts';
import { drawScene } from './pdf-scene.ts';
import { drawTable } from './pdf-table.ts';
import type { Sheet } from './sheet.ts';
import { type Block, INK, type Paper, TONES } from './types.ts';

const MARGIN = 48;
/** Room at the foot for the page number. */
const FOOT = 26;

/** The paper as PDF, its fonts embedded in part; the same paper gives the same bytes. */
export function renderPdf(paper: Paper, madeAt: Date): Readable {
  const doc = new PDFDocument({
    size: 'A4',
    layout: paper.landscape ? 'landscape' : 'portrait',
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN - 6 },
    lang: 'zh-CN',
    displayTitle: true,
    info: {
      Title: paper.title,
      Producer: 'Jianzhen',
      Creator: 'Jianzhen',
      CreationDate: madeAt,
      ModDate: madeAt,
    },
  });
  doc.registerFont('text', chineseFont('Regular')).registerFont('bold', chineseFont('Bold'));
  // Pages go out as they are full: a list of thousands of files is never held as a whole.
  let pages = 1;
  const sheet: Sheet = {
    doc,
    left: MARGIN,
    width: doc.page.width - 2 * MARGIN,
    bottom: doc.page.height - MARGIN - FOOT,
    newPage() {
      drawFoot(sheet, paper.foot, pages++);
      doc.addPage();
    },
    room(height) {
      if (doc.y + height > sheet.bottom) sheet.newPage();
    },
  };
  for (const block of paper.blocks) drawBlock(sheet, block);
  drawBlock(sheet, { kind: 'paragraph', text: `（本件共 ${pages} 页）` });
  drawFoot(sheet, paper.foot, pages);
  doc.end();
  return doc as unknown as Readable;
}

function drawFoot({ doc, left, width }: Sheet, foot: string, page: number): void {
  const y = doc.page.height - MARGIN - 8;
  doc
    .moveTo(left, y - 6)
    .lineTo(left + width, y - 6)
    .lineWidth(0.5)
    .strokeColor(INK.rule)
    .stroke();
  const style = { lineBreak: false, height: 12 } as const;
  doc.font('text').fontSize(8).fillColor(INK.soft);
  doc.text(foot, left, y, { ...style, width: width - 100 });
  doc.text(`第 ${page} 页`, left + width - 100, y, { ...style, width: 100, align: 'right' });
}

function drawBlock(sheet: Sheet, block: Block): void {
  const { doc, left, width } = sheet;
  const text = (font: 'text' | 'bold', size: number, colour: string) =>
    doc.font(font).fontSize(size).fillColor(colour);
  switch (block.kind) {
    case 'title':
      text('bold', 20, INK.accent).text(block.text, left, doc.y, { width, align: 'center' });
      text('text', 9.5, INK.soft).text(block.sub, left, doc.y + 4, { width, align: 'center' });
      doc
        .moveTo(left, doc.y + 8)
        .lineTo(left + width, doc.y + 8)
        .lineWidth(1.5)
        .strokeColor(INK.accent)
        .stroke();
      doc.y += 18;
      break;
    case 'heading':
      // A heading never stands alone at a page's foot.
      sheet.room(70);
      doc.y += 8;
      text('bold', 13, INK.accent).text(block.text, left, doc.y, { width });
      doc.y += 5;
      break;
    case 'paragraph':
      text('text', 10, INK.text);
      sheet.room(doc.heightOfString(block.text, { width, lineGap: 3 }));
      // A foot that was drawn in between has another size and colour.
      text('text', 10, INK.text).text(block.text, left, doc.y, { width, lineGap: 3 });
      doc.y += 5;
      break;
    case 'note': {
      const { fill, edge } = TONES[block.tone];
      text('text', 9.5, INK.text);
      const height = doc.heightOfString(block.text, { width: width - 86, lineGap: 2 }) + 12;
      sheet.room(height + 6);
      const top = doc.y;
      doc.rect(left, top, width, height).fill(fill);
      doc.rect(left, top, 3, height).fill(edge);
      text('bold', 9.5, edge).text(block.label, left + 12, top + 6, { width: 62 });
      text('text', 9.5, INK.text).text(block.text, left + 78, top + 6, { width: width - 86, lineGap: 2 });
      doc.y = top + height + 7;
      break;
    }
    case 'facts':
      drawTable(
        sheet,
        [
          { title: '', width: 0.22 },
          { title: '', width: 0.78 },
        ],
        block.rows,
        { head: false },
      );
      doc.y += 8;
      break;
    case 'table':
      drawTable(sheet, block.columns, block.rows, { head: true });
      doc.y += 8;
      break;
    case 'figure': {
      const scale = Math.min(width / block.scene.width, (sheet.bottom - MARGIN - 30) / block.scene.height);
      sheet.room(block.scene.height * scale + 24);
      const top = doc.y;
      drawScene(doc, block.scene, left, top, scale);
      doc.y = top + block.scene.height * scale + 4;
      text('text', 8.5, INK.soft).text(block.caption, left, doc.y, { width, align: 'center' });
      doc.y += 6;
      break;
    }
    case 'signatures':
      drawSignatures(sheet, block.places);
      break;
  }
}

const BOX = 112;

function drawSignatures(sheet: Sheet, places: readonly { role: string; lines: readonly string[] }[]): void {
  const { doc, left, width } = sheet;
  sheet.room(BOX + 10);
  const [top, each] = [doc.y + 4, width / places.length];
  places.forEach(({ role, lines }, i) => {
    const x = left + i * each;
    doc.rect(x, top, each, BOX).lineWidth(0.7).strokeColor(INK.soft).stroke();
    doc
      .font('bold')
      .fontSize(9.5)
      .fillColor(INK.text)
      .text(role, x + 8, top + 7, { width: each - 16 });
    doc.font('text').fontSize(9);
    lines.forEach(
      (line, n) => void doc.text(line, x + 8, top + 30 + n * 19, { width: each - 16, lineBreak: false }),
    );
  });
  doc.y = top + BOX + 8;
}
