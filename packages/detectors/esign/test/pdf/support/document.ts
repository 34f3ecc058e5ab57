import { type Part, stream, writePdf } from './pdf-writer.ts';

const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
export const BOX = '/Type /XObject /Subtype /Form /BBox [0 0 80 20]';

/** Numbers of the objects of `voucher`. */
export const N = {
  catalog: 1,
  pages: 2,
  page: 3,
  content: 4,
  font: 5,
  form: 6,
  amount: 7,
  amountShown: 8,
  field: 9,
  signature: 10,
  signatureShown: 11,
  second: 12,
  secondContent: 13,
  info: 14,
  evil: 15,
  note: 16,
} as const;

export const show = (text: string) => `BT /F1 12 Tf 20 150 Td (${text}) Tj ET`;

export const catalog = (more = '') =>
  `<< /Type /Catalog /Pages ${N.pages} 0 R /AcroForm ${N.form} 0 R ${more} >>`;

export const page = (more = '', annotations: readonly number[] = [N.amount, N.field], contents = '4 0 R') =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 400] /Contents ${contents} /Resources << /Font << /F1 5 0 R >> >> /Annots [${annotations
    .map((number) => `${number} 0 R`)
    .join(' ')}] ${more} >>`;

export const form = (fields: readonly number[] = [N.amount, N.field], more = '') =>
  `<< /Fields [${fields.map((number) => `${number} 0 R`).join(' ')}] /SigFlags 3 /DR << /Font << /F1 5 0 R >> >> ${more} >>`;

/** The text field `amount`. */
export const amount = (value: string, more = '') =>
  `<< /Type /Annot /Subtype /Widget /FT /Tx /T (amount) /V (${value}) /DA (/F1 12 Tf 0 g) /Rect [20 100 100 120] /P 3 0 R /AP << /N 8 0 R >> ${more} >>`;

export const amountShown = (value: string) =>
  stream(`${BOX} /Resources << /Font << /F1 5 0 R >> >>`, `BT /F1 12 Tf 2 4 Td (${value}) Tj ET`);

/** The signature field, top right quarter of the page. */
export const field = (more = '', name = 'signer') =>
  `<< /Type /Annot /Subtype /Widget /FT /Sig /T (${name}) /F 132 /Rect [100 300 200 400] /P 3 0 R ${more} >>`;

/** Two pages, a text field and an empty signature field. */
export function voucherParts(): Part[] {
  return [
    { number: N.catalog, body: catalog() },
    { number: N.pages, body: '<< /Type /Pages /Kids [3 0 R 12 0 R] /Count 2 >>' },
    { number: N.page, body: page() },
    { number: N.content, body: stream('', show('Amount due 100.00')) },
    { number: N.font, body: FONT },
    { number: N.form, body: form() },
    { number: N.amount, body: amount('100') },
    { number: N.amountShown, body: amountShown('100') },
    { number: N.field, body: field() },
    {
      number: N.second,
      body: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 400] /Contents 13 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    },
    { number: N.secondContent, body: stream('', show('Second page')) },
    { number: N.info, body: '<< /Producer (test) >>' },
  ];
}

export const voucher = (more: readonly Part[] = []) =>
  writePdf([...replaced(voucherParts(), more)], { trailer: `/Info ${N.info} 0 R` });

/** Parts with those of the same number replaced, and the others added. */
function replaced(parts: readonly Part[], more: readonly Part[]): Part[] {
  const numbers = new Set(more.map(({ number }) => number));
  return [...parts.filter(({ number }) => !numbers.has(number)), ...more];
}
