import type { PageImage } from '../page.ts';
import { openPdf } from '../pdf/index.ts';

const SIGNATURE = '\x97JB2\r\n\x1a\n';
const SEQUENTIAL = 1;
const PAGES_UNKNOWN = 2;
const PAGE_INFORMATION = 48;
/** Number, flags, one-byte reference count, one-byte page, length of a page information segment's header. */
const SEGMENT_HEADER = 11;
const MAX_EDGE = 10_000;

export function isJbig2(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, SIGNATURE.length)).toString('latin1') === SIGNATURE;
}

/**
 * A JBIG2 file (ITU-T T.88, annex D.4.1, sequential), which invoices in OFD use for their QR codes. PDFium decodes what
 * a PDF embeds of it, the segments without the file header; so the picture is wrapped into a page of its own size.
 * Null for other organisations and absurd sizes. Errors: `pdf.broken`.
 */
export async function decodeJbig2(bytes: Uint8Array): Promise<PageImage | null> {
  const flags = bytes[SIGNATURE.length]!;
  const segments = bytes.subarray(SIGNATURE.length + 1 + (flags & PAGES_UNKNOWN ? 0 : 4));
  if (!(flags & SEQUENTIAL) || segments.length < SEGMENT_HEADER + 8) return null;
  if ((segments[4]! & 0x3f) !== PAGE_INFORMATION) return null;
  const view = new DataView(segments.buffer, segments.byteOffset);
  const [width, height] = [view.getUint32(SEGMENT_HEADER), view.getUint32(SEGMENT_HEADER + 4)];
  if (width < 2 || height < 2 || width > MAX_EDGE || height > MAX_EDGE) return null;
  const document = await openPdf(wrap(segments, width, height));
  try {
    return await document.render(1, { dpi: 72, maxPixels: width * height });
  } finally {
    document.close();
  }
}

/** A PDF whose one page shows the picture at a point a pixel; readers rebuild the cross-references that it has not. */
function wrap(segments: Uint8Array, width: number, height: number): Uint8Array {
  const content = `${width} 0 0 ${height} 0 0 cm /I Do`;
  const image = `/Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /JBIG2Decode`;
  const head = `%PDF-1.7
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >> endobj
4 0 obj << /Length ${content.length} >> stream
${content}
endstream endobj
5 0 obj << /Type /XObject ${image} /Length ${segments.length} >> stream
`;
  const tail = '\nendstream endobj\ntrailer << /Root 1 0 R /Size 6 >>\n%%EOF\n';
  return Buffer.concat([Buffer.from(head, 'latin1'), segments, Buffer.from(tail, 'latin1')]);
}
