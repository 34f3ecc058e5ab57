import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { describe, expect, test } from 'vitest';
import { openExhibit } from '../src/index.ts';
import { fixture } from './hostile/bytes.ts';
import { appendRevision, lastXref, onePage, stream, writePdf } from './hostile/pdf-writer.ts';

const FONT = '<< /Font << /F 5 0 R >> >>';
const HELVETICA = { number: 5, body: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>' };
const statement = (amount: string) =>
  `BT /F 12 Tf 20 150 Td (Amount due) Tj ET BT /F 12 Tf 120 150 Td (${amount}) Tj ET`;
const original = () => writePdf([...onePage(statement('100.00'), FONT), HELVETICA]);

async function factsOf(bytes: Buffer) {
  const exhibit = await openExhibit(bytes, 'a.pdf');
  await exhibit.close();
  return exhibit.facts.pdf!;
}

function update(pdf: Buffer, parts: Parameters<typeof appendRevision>[1]): Buffer {
  return appendRevision(pdf, parts, { trailer: `/Prev ${lastXref(pdf)}` });
}

describe('revisions', () => {
  test('a file saved once has one, and no page changed', async () => {
    const pdf = original();
    const { revisions } = await factsOf(pdf);
    expect(revisions).toEqual([
      { endOffset: pdf.length, objects: [1, 2, 3, 4, 5], contentPages: [], signature: false },
    ]);
  });

  test('an amount changed by an incremental update is found and located', async () => {
    const pdf = original();
    const edited = update(pdf, [{ number: 4, body: stream('', Buffer.from(statement('900.00'))) }]);
    const { revisions } = await factsOf(edited);
    expect(revisions[0]!.endOffset).toBe(pdf.length);
    expect(revisions[1]).toMatchObject({ objects: [4], contentPages: [1], signature: false });
    const [change] = revisions[1]!.changes!;
    expect(change).toMatchObject({ page: 1, replaced: true });
    const { x, y, width, height } = change!.region!;
    // The first digit of the amount: 120 points from the left, its baseline 150 from the bottom of 200.
    expect(x).toBeGreaterThan(114);
    expect(x + width).toBeLessThan(136);
    expect(y).toBeGreaterThan(34);
    expect(y + height).toBeLessThan(58);
  });

  test('text added on blank paper replaces nothing', async () => {
    const more = `${statement('100.00')} BT /F 12 Tf 20 60 Td (Paid in full) Tj ET`;
    const { revisions } = await factsOf(
      update(original(), [{ number: 4, body: stream('', Buffer.from(more)) }]),
    );
    expect(revisions[1]!.changes!.map(({ replaced }) => replaced)).not.toContain(true);
    expect(revisions[1]!.changes!.length).toBeGreaterThan(0);
  });

  test('annotations, renumbered fonts and rewritten but equal content are no change of content', async () => {
    const pdf = original();
    const page =
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /Font << /F 8 0 R >> >> /Annots [7 0 R] >>';
    const annotated = update(pdf, [
      { number: 3, body: page },
      { number: 4, body: stream('', Buffer.from(statement('100.00'))) },
      { number: 7, body: '<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents (seen) >>' },
      { number: 8, body: HELVETICA.body },
    ]);
    const { revisions } = await factsOf(annotated);
    expect(revisions[1]!.contentPages).toEqual([]);
  });

  test('a signature is recognised', async () => {
    const signed = update(original(), [
      { number: 9, body: '<< /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 1 2 3] /Contents <00> >>' },
    ]);
    expect((await factsOf(signed)).revisions[1]).toMatchObject({ signature: true, contentPages: [] });
  });

  test('a page added later is new', async () => {
    const added = update(original(), [
      { number: 2, body: '<< /Type /Pages /Kids [3 0 R 10 0 R] /Count 2 >>' },
      {
        number: 10,
        body: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 11 0 R /Resources ${FONT} >>`,
      },
      { number: 11, body: stream('', Buffer.from('BT /F 12 Tf 20 20 Td (second page) Tj ET')) },
    ]);
    const { revisions } = await factsOf(added);
    expect(revisions[1]).toMatchObject({ contentPages: [2], changes: [{ page: 2, region: null }] });
  });

  test('objects in object streams under a cross-reference stream are read', async () => {
    const pdf = original();
    const content = Buffer.from(statement('900.00'));
    const page =
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 6 0 R /Resources << /Font << /F 5 0 R >> >> >>';
    const offset = (at: number) => [1, at >> 8, at & 255, 0];
    const six = pdf.length;
    const first = Buffer.concat([Buffer.from('6 0 obj\n'), stream('', content), Buffer.from('\nendobj\n')]);
    const seven = six + first.length;
    const packed = stream(
      '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode',
      deflateSync(Buffer.from(`3 0 ${page}`)),
    );
    const second = Buffer.concat([Buffer.from('7 0 obj\n'), packed, Buffer.from('\nendobj\n')]);
    const eight = seven + second.length;
    const rows = Buffer.from([2, 0, 7, 0, ...offset(six), ...offset(seven), ...offset(eight)]);
    const dict = `/Type /XRef /W [1 2 1] /Index [3 1 6 3] /Size 9 /Root 1 0 R /Prev ${lastXref(pdf)} /Filter /FlateDecode`;
    const xref = Buffer.concat([
      Buffer.from('8 0 obj\n'),
      stream(dict, deflateSync(rows)),
      Buffer.from(`\nendobj\nstartxref\n${eight}\n%%EOF\n`),
    ]);
    const { revisions } = await factsOf(Buffer.concat([pdf, first, second, xref]));
    expect(revisions).toHaveLength(2);
    expect(revisions[1]).toMatchObject({ objects: [3, 6, 7, 8], contentPages: [1] });
  });

  test('broken cross-references fall back to a scan of the file', async () => {
    const edited = update(original(), [{ number: 4, body: stream('', Buffer.from(statement('900.00'))) }]);
    const broken = Buffer.from(
      edited.toString('latin1').replaceAll(/startxref\n\d+/g, 'startxref\n3'),
      'latin1',
    );
    const { revisions } = await factsOf(broken);
    expect(revisions.map(({ contentPages }) => contentPages)).toEqual([[], [1]]);
  });
});

describe('pages', () => {
  const kit = (draw: (document: PDFKit.PDFDocument) => void, info = {}) =>
    new Promise<Buffer>((done) => {
      const document = new PDFDocument({ size: [300, 400], margin: 0, info });
      const chunks: Buffer[] = [];
      document.on('data', (chunk: Buffer) => chunks.push(chunk));
      document.on('end', () => done(Buffer.concat(chunks)));
      draw(document);
      document.end();
    });

  test('text runs, pictures and fills are listed in drawing order, in points from the top left', async () => {
    const pdf = await kit((document) => {
      document.font('Helvetica').fontSize(14).text('Balance 1234', 30, 50, { lineBreak: false });
      document.image(fixture('rgb16.png'), 100, 200, { width: 96, height: 64 });
      document.rect(30, 300, 80, 20).fill('white');
    });
    const [page] = (await factsOf(pdf)).pages;
    expect(page).toMatchObject({ page: 1, width: 300, height: 400 });
    const [run] = page!.textRuns;
    expect(run).toMatchObject({ font: 'Helvetica', size: 14, characters: 11, digits: 4, ideographs: 0 });
    expect(run!.region.x).toBeCloseTo(30, -1);
    expect(run!.region.y).toBeGreaterThan(49);
    expect(run!.region.y + run!.region.height).toBeLessThan(66);
    const [image] = page!.images;
    expect(image).toMatchObject({ pixelWidth: 96, pixelHeight: 64, opaque: true });
    expect(image!.region.x).toBeCloseTo(100, 1);
    expect(image!.region.y).toBeCloseTo(200, 1);
    expect(page!.fills).toHaveLength(1);
    expect(page!.fills[0]!.region).toMatchObject({ width: 80, height: 20 });
    expect(page!.fills[0]!.white).toBe(true);
    expect(run!.order < image!.order && image!.order < page!.fills[0]!.order).toBe(true);
  });

  test('the information dictionary is told', async () => {
    const info = { Producer: '测试生成器', Creator: 'Bank', CreationDate: new Date('2024-01-31T12:00:00Z') };
    const pdf = await factsOf(await kit((document) => document.text('x'), info));
    expect(pdf).toMatchObject({ producer: '测试生成器', creator: 'Bank', createdAt: '2024-01-31T12:00:00Z' });
  });

  test('a page that is one JPEG comes back as that JPEG, text over it makes it a drawing', async () => {
    const scan = (text: boolean) =>
      kit((document) => {
        document.image(fixture('baseline.jpg'), 0, 0, { width: 300, height: 400 });
        if (text) document.fontSize(20).text('typed', 30, 30);
      });
    const exhibit = await openExhibit(await scan(false), 'scan.pdf');
    const page = await exhibit.page(1);
    expect([page.track, page.width, page.height]).toEqual(['jpeg', 96, 64]);
    expect(page.jpeg!.components[0]!.coefficients.length).toBeGreaterThan(0);
    const typed = await openExhibit(await scan(true), 'typed.pdf');
    const drawn = await typed.page(1);
    expect([drawn.track, drawn.width, drawn.height]).toEqual(['render', 625, 833]);
  });

  test('a page that is one lossless picture keeps its pixels', async () => {
    const png = fixture('rgb16.png');
    const pdf = await kit((document) => document.image(png, 0, 0, { width: 300, height: 400 }));
    const page = await (await openExhibit(pdf, 'scan.pdf')).page(1);
    expect([page.track, page.width, page.height]).toEqual(['lossless', 96, 64]);
  });
});
