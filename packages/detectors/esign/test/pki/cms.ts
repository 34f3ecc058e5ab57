import { type DigestName, digest, digestOid } from '../../src/crypto/digest.ts';
import type { Holder } from './certificate.ts';
import { implicit, integer, nothing, octets, oid, sequence, set, tagged, time } from './der.ts';

export const DATA = '1.2.840.113549.1.7.1';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';

export const attribute = (id: string, ...values: readonly Uint8Array[]) => sequence(oid(id), set(...values));

export interface CmsSpec {
  readonly signers: readonly Holder[];
  readonly content: Uint8Array;
  /** Within the CMS: the content itself, something else, or nothing. */
  readonly carried?: Uint8Array | 'content' | null;
  readonly digest?: DigestName;
  readonly contentType?: string;
  /** Of the attribute, where it differs; null where there is no such attribute. */
  readonly claimedType?: string | null;
  readonly signedAt?: Date;
  /** `v1` and `v2`: ESS attributes; the certificate that they name is the signer's unless told. */
  readonly ess?: 'v1' | 'v2' | null;
  readonly essNames?: Holder;
  readonly attributes?: boolean;
  /** As they are put into the file: DER sorts them. */
  readonly unsorted?: boolean;
  readonly signed?: readonly Uint8Array[];
  /** Given the signature's value. */
  readonly unsigned?: (signature: Uint8Array) => readonly Uint8Array[];
  readonly certificates?: readonly Holder[];
  readonly crls?: readonly Uint8Array[];
  /** By SubjectKeyIdentifier instead of issuer and serial number. */
  readonly byKey?: boolean;
  readonly signedDataType?: string;
}

const hashIdentifier = (name: DigestName) => sequence(oid(digestOid(name)), nothing());

function essAttribute(version: 'v1' | 'v2', { certificate }: Holder): Uint8Array {
  const name = version === 'v1' ? 'SHA1' : 'SHA256';
  const entry = sequence(octets(digest(name, certificate.der)));
  const id = version === 'v1' ? '1.2.840.113549.1.9.16.2.12' : '1.2.840.113549.1.9.16.2.47';
  return attribute(id, sequence(sequence(entry)));
}

function signerInfo(spec: CmsSpec, signer: Holder): Uint8Array {
  const name = spec.digest ?? 'SHA256';
  const type = spec.contentType ?? DATA;
  const ess = spec.ess ? [essAttribute(spec.ess, spec.essNames ?? signer)] : [];
  const list = [
    ...(spec.claimedType === null ? [] : [attribute('1.2.840.113549.1.9.3', oid(spec.claimedType ?? type))]),
    attribute('1.2.840.113549.1.9.4', octets(digest(name, spec.content))),
    ...(spec.signedAt ? [attribute('1.2.840.113549.1.9.5', time(spec.signedAt))] : []),
    ...ess,
    ...(spec.signed ?? []),
  ];
  const attributes = spec.unsorted
    ? Buffer.concat([...list].reverse())
    : Buffer.concat([...list].sort(Buffer.compare));
  const signature = signer.key.sign(spec.attributes === false ? spec.content : set(...list), name);
  const unsigned = spec.unsigned?.(signature) ?? [];
  const { certificate } = signer;
  return sequence(
    integer(spec.byKey ? 3 : 1),
    spec.byKey
      ? implicit(0, Buffer.from(certificate.extensions.subjectKeyIdentifier!, 'hex'))
      : sequence(certificate.issuer, integer(BigInt(`0x${certificate.serialNumber}`))),
    hashIdentifier(name),
    ...(spec.attributes === false ? [] : [tagged(0, attributes)]),
    signer.key.identifier(name),
    octets(signature),
    ...(unsigned.length > 0 ? [tagged(1, ...unsigned)] : []),
  );
}

/** A SignedData in its ContentInfo. */
export function makeCms(spec: CmsSpec): Uint8Array {
  const carried = spec.carried === 'content' ? spec.content : (spec.carried ?? null);
  const certificates = spec.certificates ?? spec.signers;
  return sequence(
    oid(spec.signedDataType ?? '1.2.840.113549.1.7.2'),
    tagged(
      0,
      sequence(
        integer(1),
        set(hashIdentifier(spec.digest ?? 'SHA256')),
        sequence(oid(spec.contentType ?? DATA), ...(carried ? [tagged(0, octets(carried))] : [])),
        ...(certificates.length > 0
          ? [tagged(0, ...certificates.map(({ certificate }) => certificate.der))]
          : []),
        ...(spec.crls ? [tagged(1, ...spec.crls)] : []),
        set(...spec.signers.map((signer) => signerInfo(spec, signer))),
      ),
    ),
  );
}

/** An RFC 3161 token over `content`. */
export function makeTimestamp(
  authority: Holder,
  content: Uint8Array,
  at: Date,
  more: Partial<CmsSpec> = {},
): Uint8Array {
  const name = more.digest ?? 'SHA256';
  const info = sequence(
    integer(1),
    oid('1.2.3.4'),
    sequence(hashIdentifier(name), octets(digest(name, content))),
    integer(42),
    time(at),
  );
  return makeCms({
    signers: [authority],
    content: info,
    carried: 'content',
    contentType: TST_INFO,
    ess: 'v2',
    ...more,
  });
}
