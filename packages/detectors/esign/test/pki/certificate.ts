import { type Certificate, parseCertificate } from '../../src/certificates/certificate.ts';
import { type DigestName, digest } from '../../src/crypto/digest.ts';
import { bits, boolean, integer, name, octets, oid, sequence, tagged, time } from './der.ts';
import type { Signer } from './keys.ts';

export interface Holder {
  readonly certificate: Certificate;
  readonly key: Signer;
}

export interface CertificateSpec {
  readonly commonName: string;
  readonly key: Signer;
  /** Null for one that signs itself. */
  readonly issuer: Holder | null;
  readonly ca?: boolean;
  readonly pathLength?: number;
  /** Octets of the named bit list; 0x06 keyCertSign and cRLSign, 0xc0 digitalSignature and nonRepudiation. */
  readonly keyUsage?: number;
  readonly extKeyUsage?: readonly string[];
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  readonly digest?: DigestName;
  /** Further extensions in DER. */
  readonly extensions?: readonly Uint8Array[];
}

export const extension = (id: string, critical: boolean, value: Uint8Array) =>
  sequence(oid(id), ...(critical ? [boolean(true)] : []), octets(value));

let serial = 0x1000;

function extensionsOf(spec: CertificateSpec): Uint8Array[] {
  const list = [extension('2.5.29.14', false, octets(digest('SHA1', spec.key.spki)))];
  if (spec.ca !== undefined) {
    const length = spec.pathLength === undefined ? [] : [integer(spec.pathLength)];
    list.push(extension('2.5.29.19', true, sequence(...(spec.ca ? [boolean(true)] : []), ...length)));
  }
  if (spec.keyUsage !== undefined) {
    list.push(extension('2.5.29.15', true, bits(Uint8Array.of(spec.keyUsage))));
  }
  if (spec.extKeyUsage) {
    list.push(extension('2.5.29.37', false, sequence(...spec.extKeyUsage.map((id) => oid(id)))));
  }
  return [...list, ...(spec.extensions ?? [])];
}

/** A certificate as asked for, valid from 2020 to 2030 unless told. */
export function certify(spec: CertificateSpec): Holder {
  const signer = spec.issuer?.key ?? spec.key;
  const hash = spec.digest ?? 'SHA256';
  const tbs = sequence(
    tagged(0, integer(2)),
    integer(serial++),
    signer.identifier(hash),
    spec.issuer?.certificate.subject ?? name(spec.commonName),
    sequence(
      time(spec.notBefore ?? new Date('2020-01-01T00:00:00Z')),
      time(spec.notAfter ?? new Date('2030-01-01T00:00:00Z')),
    ),
    name(spec.commonName),
    spec.key.spki,
    tagged(3, sequence(...extensionsOf(spec))),
  );
  const der = sequence(tbs, signer.identifier(hash), bits(signer.sign(tbs, hash)));
  return { certificate: parseCertificate(der), key: spec.key };
}

/** Root, authority below it, and a person below that. */
export function threeTiers(key: () => Signer, digestName: DigestName = 'SHA256') {
  const common = { digest: digestName };
  const root = certify({ ...common, commonName: 'Root', key: key(), issuer: null, ca: true, keyUsage: 0x06 });
  const authority = certify({
    ...common,
    commonName: 'Authority',
    key: key(),
    issuer: root,
    ca: true,
    pathLength: 0,
    keyUsage: 0x06,
  });
  const person = certify({ ...common, commonName: '张三', key: key(), issuer: authority, keyUsage: 0xc0 });
  return { root, authority, person };
}
