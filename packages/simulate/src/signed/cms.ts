// RFC 5652 (CMS) with Ed25519 as RFC 8419 has it: SHA-512 for the message digest.
import { createHash } from 'node:crypto';
import { fromBER } from 'asn1js';
import { der, integer, nothing, octets, oid, sequence, setOf, tagged, utcTime } from './der.ts';
import { ed25519, issuerAndSerial, type Signer, signWith } from './signer.ts';

const SIGNED_DATA = '1.2.840.113549.1.7.2';
const DATA = '1.2.840.113549.1.7.1';
const SHA512 = '2.16.840.1.101.3.4.2.3';

/** A detached signature over `content`, DER. */
export function signedData(signer: Signer, content: Uint8Array, at: Date): Uint8Array {
  const attributes = [
    sequence(oid('1.2.840.113549.1.9.3'), setOf(oid(DATA))),
    sequence(oid('1.2.840.113549.1.9.5'), setOf(utcTime(at))),
    sequence(oid('1.2.840.113549.1.9.4'), setOf(octets(createHash('sha512').update(content).digest()))),
  ];
  const signature = signWith(signer, der(setOf(...attributes)));
  const sha512 = () => sequence(oid(SHA512), nothing());
  const signerInfo = sequence(
    integer(1),
    issuerAndSerial(signer),
    sha512(),
    tagged(0, ...attributes),
    ed25519(),
    octets(signature),
  );
  const certificate = fromBER(Uint8Array.from(signer.certificate).buffer).result;
  return der(
    sequence(
      oid(SIGNED_DATA),
      tagged(
        0,
        sequence(integer(1), setOf(sha512()), sequence(oid(DATA)), tagged(0, certificate), setOf(signerInfo)),
      ),
    ),
  );
}
