import { encode } from '../../../src/asn1/writer.ts';
import { digest } from '../../../src/crypto/digest.ts';
import { makeCms } from '../../pki/cms.ts';
import { bits, integer, octets, oid, sequence, tagged, utf8 } from '../../pki/der.ts';
import type { Party, SignatureForm } from './party.ts';

export const ia5 = (text: string) => encode(0x16, Buffer.from(text, 'latin1'));
export const utcTime = (text: string) => encode(0x17, Buffer.from(text, 'latin1'));
export const generalizedTime = (text: string) => encode(0x18, Buffer.from(text, 'latin1'));

const SM2_WITH_SM3 = oid('1.2.156.10197.1.501');

export interface SealOptions {
  readonly version: 1 | 4;
  readonly maker: Party;
  readonly signers: readonly Party[];
  /** Version 4: list hashes of certificates instead of certificates. */
  readonly byDigest?: boolean;
  readonly picture: Uint8Array;
  readonly format?: string;
  readonly name?: string;
  /** `YYYYMMDDhhmmssZ` */
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly form?: SignatureForm;
}

/** SESeal of GM/T 0031-2014 (1) or GB/T 38540-2020 (4), 40 × 40 mm. */
export function makeSeal(options: SealOptions): Uint8Array {
  const { version, maker, signers, picture, form = 'der' } = options;
  const from = options.validFrom ?? '20200101000000Z';
  const to = options.validTo ?? '20300101000000Z';
  const time = (text: string) => (version === 1 ? utcTime(text.slice(2)) : generalizedTime(text));
  const listed = signers.map(({ certificate }) =>
    options.byDigest ? sequence(ia5('SM3'), octets(digest('SM3', certificate))) : octets(certificate),
  );
  const info = sequence(
    sequence(ia5('ES'), integer(version), ia5('TEST')),
    ia5('330106000001'),
    sequence(
      integer(1),
      utf8(options.name ?? '阳光市人民医院'),
      ...(version === 4 ? [integer(options.byDigest ? 2 : 1)] : []),
      sequence(...listed),
      time(from),
      time(from),
      time(to),
    ),
    sequence(ia5(options.format ?? 'PNG'), octets(picture), integer(40), integer(40)),
  );
  const certificate = octets(maker.certificate);
  if (version === 4) return sequence(info, certificate, SM2_WITH_SM3, bits(maker.sign(info, form)));
  const signature = maker.sign(sequence(info, certificate, SM2_WITH_SM3), form);
  return sequence(info, sequence(certificate, SM2_WITH_SM3, bits(signature)));
}

export interface SesOptions {
  readonly version: 1 | 4;
  /** SESeal. */
  readonly seal: Uint8Array;
  readonly signer: Party;
  readonly xml: Uint8Array;
  readonly path: string;
  /** An element or, in version 1, what its bit string holds. */
  readonly time: Uint8Array;
  readonly form: SignatureForm;
  /** Version 4: over the signature's value. */
  readonly timestamp?: ((content: Uint8Array) => Uint8Array) | undefined;
}

/** SES_Signature over Signature.xml. */
export function makeSesSignature({
  version,
  seal,
  signer,
  xml,
  path,
  time,
  form,
  timestamp,
}: SesOptions): Uint8Array {
  const fields = [
    integer(version),
    seal,
    version === 1 ? bits(time) : time,
    bits(digest('SM3', xml)),
    ia5(`/${path}`),
  ];
  const certificate = octets(signer.certificate);
  if (version === 1) {
    const tbs = sequence(...fields, certificate, SM2_WITH_SM3);
    return sequence(tbs, bits(signer.sign(tbs, form)));
  }
  const tbs = sequence(...fields);
  const value = signer.sign(tbs, form);
  const token = timestamp ? [tagged(0, bits(timestamp(value)))] : [];
  return sequence(tbs, certificate, SM2_WITH_SM3, bits(value), ...token);
}

/** SignedData of GB/T 35275 without attributes. @param carries what it has for content and signs; null: detached, over `xml` */
export function makeGbCms(
  signer: Party,
  xml: Uint8Array,
  carries: Uint8Array | null,
  form: SignatureForm = 'der',
): Uint8Array {
  const key = { ...signer.holder.key, sign: (message: Uint8Array) => signer.sign(message, form) };
  return makeCms({
    signers: [{ ...signer.holder, key }],
    content: carries ?? xml,
    carried: carries,
    digest: 'SM3',
    attributes: false,
    contentType: '1.2.156.10197.6.1.4.2.1',
    signedDataType: '1.2.156.10197.6.1.4.2.2',
  });
}
