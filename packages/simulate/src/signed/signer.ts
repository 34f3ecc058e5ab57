import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import type { Seed } from '../random.ts';
import { bits, der, integer, oid, sequence, setOf, tagged, utcTime, utf8 } from './der.ts';

/** RFC 8410: PKCS #8 of an Ed25519 key is these octets and the 32 of the key. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const ED25519 = '1.3.101.112';

/** A made-up organisation that signs, with a certificate of its own making. */
export interface Signer {
  readonly name: string;
  readonly key: KeyObject;
  /** X.509, DER. */
  readonly certificate: Uint8Array;
}

/** Keys and signatures of Ed25519 follow from the seed alone, so that a set is the same for the same seed. */
export function createSigner(name: string, seed: Seed): Signer {
  const secret = createHash('sha256').update(`signer ${name} ${seed}`).digest();
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, secret]), format: 'der', type: 'pkcs8' });
  return { name, key, certificate: selfSigned(name, key, secret.readUInt32BE() >>> 1) };
}

export const signWith = ({ key }: Signer, message: Uint8Array): Uint8Array => sign(null, message, key);

export const distinguishedName = (name: string) =>
  sequence(
    setOf(sequence(oid('2.5.4.6'), utf8('CN'))),
    setOf(sequence(oid('2.5.4.10'), utf8('演示证书（无效力）'))),
    setOf(sequence(oid('2.5.4.3'), utf8(name))),
  );

export const ed25519 = () => sequence(oid(ED25519));

function selfSigned(name: string, key: KeyObject, serial: number): Uint8Array {
  const point = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);
  const body = sequence(
    tagged(0, integer(2)),
    integer(serial),
    ed25519(),
    distinguishedName(name),
    sequence(utcTime(new Date(Date.UTC(2024, 0, 1))), utcTime(new Date(Date.UTC(2034, 0, 1)))),
    distinguishedName(name),
    sequence(ed25519(), bits(point)),
  );
  return der(sequence(body, ed25519(), bits(sign(null, der(body), key))));
}

/** What a signature names its certificate by. */
export const issuerAndSerial = ({ name, certificate }: Signer) =>
  sequence(distinguishedName(name), integer(serialOf(certificate)));

/** Serial numbers here have four octets at the most: the first INTEGER after the version. */
function serialOf(certificate: Uint8Array): number {
  const at = Buffer.from(certificate).indexOf(Buffer.from('a003020102', 'hex')) + 5;
  return Buffer.from(certificate).readUIntBE(at + 2, certificate[at + 1]!);
}
