import PDFDocument from 'pdfkit';
import { chineseFontPath } from '../fonts.ts';
import { createRandom, type Seed } from '../random.ts';
import { BANKS, drawMovements } from './kinds/bank.ts';
import { digits, isoDate, money, type Person } from './wording.ts';

/** A value printed in the statement, in points from the page's top left; the box is the cell's. */
export interface PdfField {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly size: number;
}

export interface PdfStatement {
  readonly bytes: Uint8Array;
  /** Balances, oldest first. */
  readonly balances: readonly PdfField[];
}

const COLUMNS = [
  { title: '交易日期', x: 50, width: 85 },
  { title: '摘要', x: 135, width: 80 },
  { title: '交易金额', x: 215, width: 90, right: true },
  { title: '账户余额', x: 305, width: 90, right: true },
  { title: '对方户名', x: 407, width: 140 },
] as const;
const ROW = 21;

/** A bank statement as a bank's system exports it: one revision, embedded fonts, text and rules. */
export async function statementPdf(seed: Seed, holder: Person): Promise<PdfStatement> {
  const random = createRandom(seed, 'statement pdf');
  const bank = random.pick(BANKS);
  const movements = drawMovements(random, 28);
  const last = movements.at(-1)!.date;
  const document = new PDFDocument({
    size: 'A4',
    margin: 50,
    info: {
      Title: '个人账户交易明细',
      Producer: 'Counter Print Service 3.2',
      Creator: bank,
      CreationDate: last,
      ModDate: last,
    },
  });
  const chunks: Buffer[] = [];
  const finished = new Promise<void>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', resolve);
    document.on('error', reject);
  });
  document.registerFont('text', chineseFontPath('sans'));
  document.font('text').fontSize(20).fillColor('#1d3f77').text(bank, 50, 50, { lineBreak: false });
  document
    .fontSize(13)
    .fillColor('#222')
    .text('个人账户交易明细', 405, 57, { width: 140, align: 'right', lineBreak: false });
  document.moveTo(50, 84).lineTo(545, 84).lineWidth(1.2).strokeColor('#1d3f77').stroke();
  document.fontSize(10);
  document.text(`户名：${holder.name}`, 50, 96, { lineBreak: false });
  document.text(`账号：6299 ${digits(random, 4)} ${digits(random, 4)} ${digits(random, 4)}`, 200, 96, {
    lineBreak: false,
  });
  document.text(`${isoDate(movements[0]!.date)} 至 ${isoDate(last)}`, 405, 96, {
    width: 140,
    align: 'right',
    lineBreak: false,
  });
  document.rect(50, 122, 495, ROW).fill('#eef1f5');
  document.fillColor('#222');
  for (const column of COLUMNS) document.text(column.title, column.x + 4, 126, { lineBreak: false });
  document.lineWidth(0.5).strokeColor('#b9c0ca');
  const balances: PdfField[] = [];
  movements.forEach((movement, row) => {
    const y = 122 + ROW * (row + 1);
    const cells = [
      isoDate(movement.date),
      movement.kind,
      money(movement.amount),
      money(movement.balance),
      movement.other,
    ];
    cells.forEach((text, i) => {
      const { x, width, ...column } = COLUMNS[i]!;
      const align = 'right' in column ? 'right' : 'left';
      document.text(text, x + 4, y + 4, { width: width - 8, align, lineBreak: false });
      if (i === 3) balances.push({ text, x: x + 4, y: y + 2, width: width - 6, height: ROW - 5, size: 10 });
    });
    document
      .moveTo(50, y + ROW)
      .lineTo(545, y + ROW)
      .stroke();
  });
  document.end();
  await finished;
  return { bytes: new Uint8Array(Buffer.concat(chunks)), balances };
}
