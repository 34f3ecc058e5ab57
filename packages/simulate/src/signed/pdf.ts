// ISO 32000-2, 12.8: a signature as an incremental update of a file with a classic cross-reference table.
import { appendRevision, bodyOf, type NewObject, objectWith, trailerOf } from '../vouchers/pdf-revision.ts';
import { signedData } from './cms.ts';
import type { Signer } from './signer.ts';

export interface PdfSigning {
  readonly at: Date;
  /** Where the seal is drawn on the first page, in points, origin bottom left as PDF has it. */
  readonly box: readonly [left: number, bottom: number, right: number, top: number];
  readonly reason: string;
}

/** Octets kept for the signature, which is laid into the file when all else of it stands. */
const ROOM = 4096;
const RANGE = '/ByteRange [0000000000 0000000000 0000000000 0000000000]';

/** The file with a visible signature over all of it, signatures that it has already included. */
export function signPdf(bytes: Uint8Array, signer: Signer, signing: PdfSigning): Uint8Array {
  const file = Buffer.from(bytes).toString('latin1');
  const { size, root } = trailerOf(file);
  const [page, pageBody] = objectWith(file, /\/Type \/Page\b(?!s)/);
  const [signature, widget, picture] = [size, size + 1, size + 2];
  const catalog = bodyOf(file, root);
  const count = catalog.match(/\/Fields \[([^\]]*)\]/)?.[1]?.match(/R/g)?.length ?? 0;
  const objects: NewObject[] = [
    { number: Number(page), body: withReference(pageBody, 'Annots', widget, (list) => list) },
    {
      number: Number(root),
      body: withReference(catalog, 'Fields', widget, (list) => `/AcroForm << ${list} /SigFlags 3 >>`),
    },
    { number: signature, body: signatureBody(signer, signing) },
    {
      number: widget,
      body: `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Seal${count + 1}) /F 132 /P ${page} 0 R /V ${signature} 0 R /Rect [${signing.box.join(' ')}] /AP << /N ${picture} 0 R >> >>`,
    },
    { number: picture, body: sealPicture(signing.box) },
  ];
  return withSignature(appendRevision(file, objects), signer, signing.at);
}

/** A dictionary whose array `key` has one more reference; `wrapped` puts an array that is new into its place. */
function withReference(body: string, key: string, number: number, wrapped: (list: string) => string): string {
  const known = new RegExp(`/${key} \\[([^\\]]*)\\]`);
  if (known.test(body)) return body.replace(known, `/${key} [$1 ${number} 0 R]`);
  return body.replace(/>>\s*$/, `${wrapped(`/${key} [${number} 0 R]`)}\n>>`);
}

const pdfDate = (at: Date): string => `D:${at.toISOString().replace(/\D/g, '').slice(0, 14)}Z`;

/** UTF-16BE with its mark, in hexadecimal (7.9.2.2). */
const textString = (text: string): string => `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;

const signatureBody = ({ name }: Signer, { at, reason }: PdfSigning): string =>
  `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached ${RANGE} /Contents <${'0'.repeat(2 * ROOM)}> /M (${pdfDate(at)}) /Name ${textString(name)} /Reason ${textString(reason)} >>`;

function withSignature(bytes: Uint8Array, signer: Signer, at: Date): Uint8Array {
  const file = Buffer.from(bytes);
  const start = file.lastIndexOf('/Contents <') + '/Contents '.length;
  const end = start + 2 * ROOM + 2;
  const range = [0, start, end, file.length - end].map((value) => String(value).padStart(10, '0'));
  file.write(`/ByteRange [${range.join(' ')}]`, file.lastIndexOf(RANGE), 'latin1');
  const content = Buffer.concat([file.subarray(0, start), file.subarray(end)]);
  file.write(Buffer.from(signedData(signer, content, at)).toString('hex'), start + 1, 'latin1');
  return new Uint8Array(file);
}

/** A ring with a star, as seals are drawn: its form takes up the box. */
function sealPicture([left, bottom, right, top]: PdfSigning['box']): string {
  const [width, height] = [right - left, top - bottom];
  const [x, y] = [width / 2, height / 2];
  const radius = Math.min(x, y) - 2;
  const star = Array.from({ length: 10 }, (_, i) => {
    const reach = radius * (i % 2 ? 0.13 : 0.34);
    const angle = Math.PI / 2 + (i * Math.PI) / 5;
    return `${(x + reach * Math.cos(angle)).toFixed(2)} ${(y + reach * Math.sin(angle)).toFixed(2)}`;
  });
  const drawing = `0.82 0.12 0.14 RG 0.82 0.12 0.14 rg 2.4 w ${circle(x, y, radius)} S ${star[0]} m ${star.slice(1).join(' l ')} l f`;
  return `<< /Type /XObject /Subtype /Form /BBox [0 0 ${width} ${height}] /Resources << >> /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`;
}

/** Four Bézier curves; 0.5523 is the usual length of their handles on a unit circle. */
function circle(x: number, y: number, r: number): string {
  const k = 0.5523 * r;
  const at = (...values: number[]) => values.map((value) => value.toFixed(2)).join(' ');
  return [
    `${at(x + r, y)} m`,
    `${at(x + r, y + k, x + k, y + r, x, y + r)} c`,
    `${at(x - k, y + r, x - r, y + k, x - r, y)} c`,
    `${at(x - r, y - k, x - k, y - r, x, y - r)} c`,
    `${at(x + k, y - r, x + r, y - k, x + r, y)} c`,
  ].join(' ');
}
