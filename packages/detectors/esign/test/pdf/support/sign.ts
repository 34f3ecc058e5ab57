import { certify } from '../../pki/certificate.ts';
import { makeCms, makeTimestamp } from '../../pki/cms.ts';
import { ecKey } from '../../pki/keys.ts';
import { field, N, voucher } from './document.ts';
import { type Part, stream, type UpdateOptions, update } from './pdf-writer.ts';

export const SIGNED_AT = new Date('2026-01-02T03:04:05Z');
export const signer = certify({ commonName: '李四', key: ecKey(), issuer: null, keyUsage: 0xc0 });
export const authority = certify({
  commonName: 'Timestamps',
  key: ecKey(),
  issuer: null,
  keyUsage: 0xc0,
  extKeyUsage: ['1.3.6.1.5.5.7.3.8'],
});

export interface SignSpec {
  /** Object number of the signature dictionary. */
  readonly number?: number;
  /** Objects that the same update writes. */
  readonly parts?: readonly Part[];
  readonly subFilter?: string;
  /** Further entries of the dictionary. */
  readonly entries?: string;
  /** What the byte range says instead of the exact one; the CMS is made over what it says. */
  readonly range?: (exact: readonly number[], file: Buffer) => readonly (number | string)[];
  readonly update?: UpdateOptions;
  readonly cms?: (content: Buffer) => Uint8Array;
}

const PLACE = 8_000;
const RANGE = '[0000000000 0000000000 0000000000 0000000000]';

/** `pdf` with an update that signs it. */
export function sign(pdf: Buffer, spec: SignSpec = {}): Buffer {
  const { number = N.signature, parts = [], subFilter = 'ETSI.CAdES.detached', entries = '' } = spec;
  const type = subFilter === 'ETSI.RFC3161' ? 'DocTimeStamp' : 'Sig';
  const body = `<< /Type /${type} /Filter /Adobe.PPKLite /SubFilter /${subFilter} /ByteRange ${RANGE} /Contents <${'0'.repeat(PLACE)}> ${entries} >>`;
  const file = update(pdf, [...parts, { number, body }], spec.update);
  const start = file.indexOf(`/Contents <${'0'.repeat(PLACE)}>`, pdf.length, 'latin1') + '/Contents '.length;
  const end = start + PLACE + 2;
  const exact = [0, start, end, file.length - end];
  const range = spec.range?.(exact, file) ?? exact;
  file.write(
    `[${range.join(' ')}]`.padEnd(RANGE.length),
    file.indexOf(RANGE, pdf.length, 'latin1'),
    'latin1',
  );
  const content = covered(file, range);
  const make =
    spec.cms ?? (type === 'Sig' ? detached : (bytes) => makeTimestamp(authority, bytes, SIGNED_AT));
  file.write(Buffer.from(make(content)).toString('hex'), start + 1, 'latin1');
  return file;
}

const detached = (content: Buffer) => makeCms({ signers: [signer], content, signedAt: SIGNED_AT, ess: 'v2' });

function covered(file: Buffer, range: readonly (number | string)[]): Buffer {
  const numbers = range.map(Number);
  const chunks: Buffer[] = [];
  for (let i = 0; i + 1 < numbers.length; i += 2)
    chunks.push(file.subarray(numbers[i], numbers[i]! + numbers[i + 1]!));
  return Buffer.concat(chunks);
}

const APPEARANCE = stream('/Type /XObject /Subtype /Form /BBox [0 0 100 100]', '0 0 100 100 re f');

/** The signature's field, filled, with what it shows. */
export const signedField = (more = ''): Part[] => [
  { number: N.field, body: field(`/V ${N.signature} 0 R /AP << /N ${N.signatureShown} 0 R >> ${more}`) },
  { number: N.signatureShown, body: APPEARANCE },
];

/** A voucher that was signed in its field. */
export function signedVoucher(spec: SignSpec = {}, lock = '', original = voucher()): Buffer {
  return sign(original, { ...spec, parts: [...signedField(lock), ...(spec.parts ?? [])] });
}
