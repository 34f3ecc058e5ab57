// GM/T 0003.2 and 0009, GB/T 32918.2: verification of SM2 signatures. Node's own on this curve do not interoperate: they hold under no
// identifier. sm-crypto-v2 does the arithmetic; ranges and encodings are checked here, since it takes them as given.
import { sm2 } from 'sm-crypto-v2';
import { readAsn1, TAG } from '../asn1/reader.ts';
import { integerHex } from '../asn1/values.ts';
import { digest } from './digest.ts';

export const DEFAULT_USER_ID = '1234567812345678';
/** Order of the curve's base point (GM/T 0003.5). */
const ORDER = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;

/** r and s as 128 hexadecimal digits: from DER, or from raw 64 octets, as some seals have them. Null where they are out of range. */
function signatureHex(signature: Uint8Array): string | null {
  let r: string;
  let s: string;
  if (signature.length === 64) {
    r = Buffer.from(signature.subarray(0, 32)).toString('hex');
    s = Buffer.from(signature.subarray(32)).toString('hex');
  } else {
    const pair = readAsn1(signature).expect(TAG.SEQUENCE);
    if (pair.children.length !== 2 || pair.end !== signature.length) return null;
    if (pair.children.some((part) => !part.is(TAG.INTEGER) || (part.content[0] ?? 0x80) & 0x80)) return null;
    [r, s] = pair.children.map(integerHex) as [string, string];
  }
  const inRange = (hex: string) => {
    const value = BigInt(`0x${hex}`);
    return value > 0n && value < ORDER;
  };
  return inRange(r) && inRange(s) ? r.padStart(64, '0') + s.padStart(64, '0') : null;
}

/** Z: the hash of identifier, curve and key that goes before the message (GM/T 0009, 8.1). @param point uncompressed, hexadecimal */
export const sm2Z = (point: string, userId = DEFAULT_USER_ID): Uint8Array => sm2.getZ(point, userId);

/** Whether `signature` holds over e, the hash of Z and message. */
export function verifySm2Digest(point: Uint8Array, e: Uint8Array, signature: Uint8Array): boolean {
  const hex = signatureHex(signature);
  return (
    hex !== null &&
    sm2.doVerifySignature(e, hex, Buffer.from(point).toString('hex'), { der: false, hash: false })
  );
}

/** @param point uncompressed: 0x04, x, y */
export function verifySm2(
  point: Uint8Array,
  message: readonly Uint8Array[],
  signature: Uint8Array,
  userId = DEFAULT_USER_ID,
): boolean {
  const z = sm2Z(Buffer.from(point).toString('hex'), userId);
  return verifySm2Digest(point, digest('SM3', z, ...message), signature);
}
