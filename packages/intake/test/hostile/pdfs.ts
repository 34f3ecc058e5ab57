import { deflateSync } from 'node:zlib';
import { noise, zlibBomb } from './bytes.ts';
import { appendRevision, CATALOG, lastXref, onePage, type PdfPart, stream, writePdf } from './pdf-writer.ts';
import type { HostileFixture } from './types.ts';

export function hostilePdfs(): HostileFixture[] {
  const pdf = (name: string, bytes: Buffer, expect: string): HostileFixture => ({
    name,
    file: `${name}.pdf`,
    bytes,
    expect,
  });
  const plain = writePdf(onePage('0 0 1 rg 20 20 50 50 re f'));
  return [
    pdf('pdf-page-tree-loop', writePdf(pageTreeLoop()), 'pdf.page-broken'),
    pdf('pdf-xref-loop', xrefLoop(plain), 'verdict'),
    pdf('pdf-object-stream-in-itself', objectStreamInItself(), 'verdict'),
    pdf('pdf-billion-pages', writePdf(claimPages(1_000_000_000)), 'verdict'),
    pdf('pdf-million-pages', writePdf(claimPages(1_000_000)), 'intake.too-many-pages'),
    pdf('pdf-absurd-page', writePdf(onePage('', '<< >>', '0 0 9000000 9000000')), 'pdf.page-size'),
    pdf('pdf-empty-page-box', writePdf(onePage('', '<< >>', '0 0 0 0')), 'verdict'),
    pdf('pdf-content-bomb', writePdf(contentBomb()), 'pdf.too-complex'),
    pdf('pdf-huge-image', writePdf(hugeImage()), 'pdf.too-complex'),
    pdf('pdf-form-bomb', writePdf(formBomb(7)), 'pdf.too-complex'),
    pdf('pdf-form-loop', writePdf(formLoop()), 'verdict'),
    pdf('pdf-pattern-bomb', writePdf(patternBomb()), 'pdf.too-complex'),
    pdf('pdf-inline-image', writePdf(onePage(inlineImage())), 'pdf.too-complex'),
    pdf('pdf-type3-loop', writePdf(type3Loop()), 'verdict'),
    pdf('pdf-shading-bomb', writePdf(shadingBomb()), 'pdf.too-complex'),
    pdf('pdf-deep-arrays', writePdf(deepArrays()), 'verdict'),
    pdf('pdf-truncated', plain.subarray(0, 260), 'pdf.broken'),
    pdf('pdf-bad-stream', writePdf(badStream()), 'verdict'),
    pdf('pdf-many-revisions', manyRevisions(plain, 150), 'verdict'),
    pdf('pdf-header-only', Buffer.from('%PDF-1.7\nnothing else at all\n'), 'pdf.broken'),
    pdf('pdf-noise', Buffer.concat([Buffer.from('%PDF-1.7\n'), noise(200_000, 8)]), 'pdf.broken'),
  ];
}

function pageTreeLoop(): PdfPart[] {
  return [
    CATALOG,
    { number: 2, body: '<< /Type /Pages /Kids [3 0 R] /Count 5 >>' },
    { number: 3, body: '<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 5 >>' },
  ];
}

/** The cross-reference's /Prev leads to itself. */
function xrefLoop(plain: Buffer): Buffer {
  const xref = lastXref(plain);
  const text = plain.toString('latin1').replace('/Root 1 0 R', `/Root 1 0 R /Prev ${xref}`);
  return Buffer.from(text, 'latin1');
}

/** A cross-reference stream which says that the object stream lies inside itself. */
function objectStreamInItself(): Buffer {
  const parts = onePage('0 0 1 rg 20 20 50 50 re f');
  const base = writePdf([
    ...parts,
    { number: 6, body: stream('/Type /ObjStm /N 1 /First 4', Buffer.from('6 0 << >>')) },
  ]);
  const row = (number: number, ...fields: [number, number, number]) => ({
    number,
    bytes: Buffer.from([fields[0], fields[1] >> 8, fields[1] & 255, fields[2]]),
  });
  const rows = [row(6, 2, 6, 0), row(7, 2, 6, 1)];
  const data = Buffer.concat(rows.map((entry) => entry.bytes));
  const at = base.length;
  const dict = `/Type /XRef /W [1 2 1] /Index [6 2] /Size 8 /Root 1 0 R /Prev ${lastXref(base)}`;
  const xref = Buffer.concat([
    Buffer.from('8 0 obj\n'),
    stream(dict, data),
    Buffer.from(`\nendobj\nstartxref\n${at}\n%%EOF\n`),
  ]);
  return Buffer.concat([base, xref]);
}

function claimPages(count: number): PdfPart[] {
  return [
    CATALOG,
    { number: 2, body: `<< /Type /Pages /Kids [3 0 R] /Count ${count} >>` },
    { number: 3, body: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>' },
  ];
}

/** A content stream that inflates to 256 MB of blanks. */
function contentBomb(): PdfPart[] {
  const parts = onePage('');
  return [...parts.slice(0, 3), { number: 4, body: stream('/Filter /FlateDecode', zlibBomb(256, 0x20)) }];
}

function hugeImage(): PdfPart[] {
  const image =
    '/Type /XObject /Subtype /Image /Width 30000 /Height 30000 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /FlateDecode';
  return [
    ...onePage('q 200 0 0 200 0 0 cm /I Do Q', '<< /XObject << /I 5 0 R >> >>'),
    { number: 5, body: stream(image, deflateSync(Buffer.alloc(1_000_000))) },
  ];
}

/** Forms that each draw the next one ten times: ten to the `levels` objects. */
function formBomb(levels: number): PdfPart[] {
  const form = (number: number, next: number | null): PdfPart => {
    const dict = `/Type /XObject /Subtype /Form /BBox [0 0 200 200] /Resources << /XObject << /F ${next ?? number} 0 R >> >>`;
    return { number, body: stream(dict, Buffer.from(next === null ? '0 0 1 1 re f' : '/F Do '.repeat(10))) };
  };
  const forms = Array.from({ length: levels }, (_, i) => form(5 + i, i === levels - 1 ? null : 6 + i));
  return [...onePage('/F Do', '<< /XObject << /F 5 0 R >> >>'), ...forms];
}

function formLoop(): PdfPart[] {
  const dict = '/Type /XObject /Subtype /Form /BBox [0 0 200 200] /Resources << /XObject << /F 5 0 R >> >>';
  return [
    ...onePage('/F Do', '<< /XObject << /F 5 0 R >> >>'),
    { number: 5, body: stream(dict, Buffer.from('/F Do')) },
  ];
}

/** A tiling pattern whose cells are a thousandth of a point. */
function patternBomb(): PdfPart[] {
  const dict =
    '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 10 10] /XStep 0.001 /YStep 0.001 /Resources << >>';
  return [
    ...onePage('/Pattern cs /P scn 0 0 200 200 re f', '<< /Pattern << /P 5 0 R >> >>'),
    { number: 5, body: stream(dict, Buffer.from('1 0 0 rg 0 0 5 5 re f')) },
  ];
}

function inlineImage(): string {
  return 'q 200 0 0 200 0 0 cm BI /W 60000 /H 60000 /BPC 8 /CS /G /F /AHx ID 00> EI Q';
}

/** A glyph that draws itself. */
function type3Loop(): PdfPart[] {
  const font =
    '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /CharProcs << /a 6 0 R >> /Encoding << /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [1] /Resources << /Font << /F 5 0 R >> >> >>';
  return [
    ...onePage('BT /F 20 Tf 20 100 Td (aaaa) Tj ET', FONT_RESOURCES),
    { number: 5, body: font },
    { number: 6, body: stream('', Buffer.from('1 0 d0 BT /F 1 Tf (aaaa) Tj ET')) },
  ];
}

/** A function shading whose PostScript runs on for every pixel. */
function shadingBomb(): PdfPart[] {
  const program = `{ ${'dup mul 2 exch sub '.repeat(5_000)} }`;
  const dict = '/FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1]';
  return [
    ...onePage('/S sh', '<< /Shading << /S 5 0 R >> >>'),
    {
      number: 5,
      body: '<< /ShadingType 1 /ColorSpace /DeviceRGB /Matrix [200 0 0 200 0 0] /Function 6 0 R >>',
    },
    { number: 6, body: stream(dict, Buffer.from(program)) },
  ];
}

const FONT_RESOURCES = '<< /Font << /F 5 0 R >> >>';

function deepArrays(): PdfPart[] {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  const parts = onePage('0 0 1 rg 20 20 50 50 re f');
  return [...parts, { number: 5, body: deep }];
}

function badStream(): PdfPart[] {
  const parts = onePage('');
  return [
    ...parts.slice(0, 3),
    { number: 4, body: stream('/Filter [/FlateDecode /LZWDecode /ASCII85Decode]', noise(5_000, 9)) },
  ];
}

function manyRevisions(plain: Buffer, count: number): Buffer {
  let pdf = plain;
  for (let i = 0; i < count; i++) {
    const content: PdfPart = { number: 4, body: stream('', Buffer.from(`0 0 1 rg ${i} 20 50 50 re f`)) };
    pdf = appendRevision(pdf, [content], { trailer: `/Prev ${lastXref(pdf)}` });
  }
  return pdf;
}
