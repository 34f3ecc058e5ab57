// RFC 8017, 8.2.2 and 9.1.2: RSA signatures over a hash that is already known, and PSS with a mask of another hash, which node:crypto
// does not offer. The arithmetic is OpenSSL's.
import { constants, type KeyObject, publicDecrypt } from 'node:crypto';
import { encode, encodeOid } from '../asn1/writer.ts';
import { type DigestName, digest, digestLength, digestOid } from './digest.ts';

const equal = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;

/** EMSA-PKCS1-v1_5: DigestInfo must be there to the byte, with or without the NULL that some signers leave out. */
export function verifyPkcs1Digest(
  key: KeyObject,
  name: DigestName,
  hash: Uint8Array,
  signature: Uint8Array,
): boolean {
  const found = publicDecrypt({ key, padding: constants.RSA_PKCS1_PADDING }, signature);
  const oid = encodeOid(digestOid(name));
  const info = (algorithm: Uint8Array) => encode(0x30, algorithm, encode(4, hash));
  return equal(found, info(encode(0x30, oid, encode(5)))) || equal(found, info(encode(0x30, oid)));
}

/** MGF1 (B.2.1). */
function mask(name: DigestName, seed: Uint8Array, length: number): Uint8Array {
  const blocks = Array.from({ length: Math.ceil(length / digestLength(name)) }, (_, index) => {
    const counter = new Uint8Array(4);
    new DataView(counter.buffer).setUint32(0, index);
    return digest(name, seed, counter);
  });
  return Buffer.concat(blocks).subarray(0, length);
}

/** EMSA-PSS-VERIFY (9.1.2). */
export function verifyPssDigest(
  key: KeyObject,
  name: DigestName,
  { mgfDigest, saltLength }: { readonly mgfDigest: DigestName; readonly saltLength: number },
  hash: Uint8Array,
  signature: Uint8Array,
): boolean {
  const bits = (key.asymmetricKeyDetails?.modulusLength ?? 0) - 1;
  const length = Math.ceil(bits / 8);
  const decrypted = publicDecrypt({ key, padding: constants.RSA_NO_PADDING }, signature);
  const message = decrypted.subarray(decrypted.length - length);
  const hashLength = digestLength(name);
  const maskedLength = length - hashLength - 1;
  if (maskedLength < saltLength + 1 || message.at(-1) !== 0xbc) return false;
  const h = message.subarray(maskedLength, maskedLength + hashLength);
  const unused = 8 * length - bits;
  if (message[0]! >> (8 - unused)) return false;
  const seed = mask(mgfDigest, h, maskedLength);
  const block = message.subarray(0, maskedLength).map((octet, index) => octet ^ seed[index]!);
  block[0]! &= 0xff >> unused;
  const start = maskedLength - saltLength - 1;
  if (block[start] !== 1 || block.subarray(0, start).some((octet) => octet !== 0)) return false;
  return equal(h, digest(name, new Uint8Array(8), hash, block.subarray(start + 1)));
}
