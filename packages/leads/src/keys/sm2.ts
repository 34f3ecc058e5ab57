// GM/T 0003.2, GM/T 0009 and GB/T 32918: SM2 with SM3 under the default identifier 1234567812345678. Node's own signatures on this curve
// do not interoperate; sm-crypto-v2 does the arithmetic, ranges and encodings are checked here, since it takes them as given.
import { sm2 } from 'sm-crypto-v2';
import { bigInteger, bits, der, oid, sequence } from '../der/build.ts';
import { is, readDer, TAG } from '../der/read.ts';

export const EC_PUBLIC_KEY = '1.2.840.10045.2.1';
export const SM2_CURVE = '1.2.156.10197.1.301';
/** Order of the curve's base point (GM/T 0003.5). */
const ORDER = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;

const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** Uncompressed point, 65 bytes, of a secret of 32 bytes. */
export const sm2Point = (secret: Uint8Array): Uint8Array =>
  Buffer.from(sm2.getPublicKeyFromPrivateKey(hexOf(secret)), 'hex');

/** DER of `SubjectPublicKeyInfo`. */
export const sm2Spki = (point: Uint8Array): Uint8Array =>
  der(sequence(sequence(oid(EC_PUBLIC_KEY), oid(SM2_CURVE)), bits(point)));

/** DER of the pair r, s, as `openssl pkeyutl` takes it. */
export function signSm2(secret: Uint8Array, message: Uint8Array): Uint8Array {
  const pair = Buffer.from(sm2.doSignature(message, hexOf(secret), { der: false, hash: true }), 'hex');
  return der(sequence(bigInteger(pair.subarray(0, 32)), bigInteger(pair.subarray(32))));
}

/** r and s as 128 hexadecimal digits; null where they are out of range or not minimal DER. */
function pairOf(signature: Uint8Array): string | null {
  try {
    const pair = readDer(signature);
    if (!is(pair, TAG.SEQUENCE) || pair.children.length !== 2) return null;
    const digits = pair.children.map((part) => {
      const value = BigInt(`0x${hexOf(part.content) || '0'}`);
      const minimal = is(part, TAG.INTEGER) && part.bytes.length === der(bigInteger(part.content)).length;
      return minimal && !(part.content[0]! & 0x80) && value > 0n && value < ORDER
        ? value.toString(16).padStart(64, '0')
        : null;
    });
    return digits.includes(null) ? null : digits.join('');
  } catch {
    return null;
  }
}

export function verifySm2(point: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const pair = pairOf(signature);
  try {
    return pair !== null && sm2.doVerifySignature(message, pair, hexOf(point), { der: false, hash: true });
  } catch {
    return false; // a point that is not on the curve
  }
}
