/**
 * A forger's edit of a PDF: white boxes over the old text and new text in another font, appended as an incremental update
 * (ISO 32000-1, 7.5.6). Works on files with a classic cross-reference table and plain objects.
 */
import type { PdfField } from './pdf.ts';
import { appendRevision, bodyOf, found, type NewObject, objectWith, trailerOf } from './pdf-revision.ts';

export interface PdfEdit extends Pick<PdfField, 'x' | 'y' | 'width' | 'height' | 'size'> {
  /** ASCII, as amounts are. */
  readonly text: string;
}

export function updatePdf(bytes: Uint8Array, edits: readonly PdfEdit[], modified: Date): Uint8Array {
  const file = Buffer.from(bytes).toString('latin1');
  const { size, info } = trailerOf(file);
  const [page, pageBody] = objectWith(file, /\/Type \/Page\b(?!s)/);
  const resources = found(pageBody, /\/Resources (\d+) 0 R/);
  const contents = found(pageBody, /\/Contents (\d+) 0 R/);
  const height = Number(found(pageBody, /\/MediaBox \[0 0 [\d.]+ ([\d.]+)\]/));
  const [save, drawing, font] = [size, size + 1, size + 2];
  const when = `D:${modified.toISOString().replace(/\D/g, '').slice(0, 14)}Z`;
  const objects: NewObject[] = [
    {
      number: Number(page),
      body: pageBody.replace(
        `/Contents ${contents} 0 R`,
        `/Contents [${save} 0 R ${contents} 0 R ${drawing} 0 R]`,
      ),
    },
    { number: Number(resources), body: withFont(bodyOf(file, resources), font) },
    { number: Number(info), body: touched(bodyOf(file, info), when) },
    { number: save, body: stream('q') },
    { number: drawing, body: stream(`Q\n${edits.map((edit) => overlay(edit, height)).join('\n')}`) },
    {
      number: font,
      body: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    },
  ];
  return appendRevision(file, objects);
}

const stream = (content: string): string => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;

const withFont = (resources: string, font: number): string =>
  resources.replace(/\/Font <</, `/Font <<\n/Fx ${font} 0 R`);

function touched(info: string, when: string): string {
  return info
    .replace(/\/ModDate \([^)]*\)/, `/ModDate (${when})`)
    .replace(/\/Producer \((?:[^()\\]|\\.)*\)/, '/Producer (PDF Editor 9.1)');
}

/** PDF's y runs upwards. */
function overlay({ x, y, width, height, size, text }: PdfEdit, pageHeight: number): string {
  const bottom = pageHeight - y - height;
  const advance = [...text].reduce((sum, c) => sum + (/[.,-]/.test(c) ? 0.278 : 0.556), 0) * size;
  const escaped = text.replace(/[\\()]/g, '\\$&');
  return [
    '1 1 1 rg',
    `${x.toFixed(2)} ${bottom.toFixed(2)} ${width.toFixed(2)} ${height.toFixed(2)} re f`,
    '0.13 0.13 0.13 rg',
    `BT /Fx ${size} Tf ${(x + width - advance - 2).toFixed(2)} ${(bottom + height * 0.28).toFixed(2)} Td (${escaped}) Tj ET`,
  ].join('\n');
}
