import { createHash } from 'node:crypto';
import { sm2 } from 'sm-crypto-v2';
import { bits, boolean, context, integer, octets, oid, sequence, set, utcTime, utf8 } from './der.ts';

const SM2_WITH_SM3 = '1.2.156.10197.1.501';

export type SignatureForm = 'der' | 'raw';

/** Somebody with an SM2 key and a certificate. */
export interface Party {
  readonly name: string;
  /** Name of who certified it; its own where it did itself. */
  readonly issuer: string;
  readonly certificate: Uint8Array;
  sign(message: Uint8Array, form?: SignatureForm): Uint8Array;
}

interface Key {
  readonly privateKey: string;
  /** Uncompressed point, hexadecimal. */
  readonly publicKey: string;
}

const hash = (...parts: readonly (string | Uint8Array)[]) => {
  const state = createHash('sha256');
  for (const part of parts) state.update(part).update('\0');
  return state.digest('hex');
};

/** Below the curve's order, whose first half is all ones. */
function keyFrom(seed: string): Key {
  const privateKey = `1${hash(seed).slice(1)}`;
  return { privateKey, publicKey: sm2.getPublicKeyFromPrivateKey(privateKey) };
}

/** GM/T 0009 with the usual identifier; the nonce comes from key and message, so that files are the same each time. */
function signWith({ privateKey, publicKey }: Key, message: Uint8Array, form: SignatureForm): Uint8Array {
  const nonce = keyFrom(`nonce ${privateKey} ${hash(message)}`);
  const point = { k: BigInt(`0x${nonce.privateKey}`), x1: BigInt(`0x${nonce.publicKey.slice(2, 66)}`) };
  const hex = sm2.doSignature(message, privateKey, { hash: true, der: false, publicKey, pointPool: [point] });
  const raw = Buffer.from(hex, 'hex');
  return form === 'raw' ? raw : sequence(integer(raw.subarray(0, 32)), integer(raw.subarray(32)));
}

export interface PartyOptions {
  readonly issuer?: Party;
  readonly validFrom?: string;
  readonly validTo?: string;
}

/** By name: the same name is the same key. Self-signed without an issuer. */
export function createParty(name: string, options: PartyOptions = {}): Party {
  const key = keyFrom(name);
  const authority = options.issuer === undefined;
  const issuer = options.issuer?.name ?? name;
  const sign: Party['sign'] = (message, form = 'der') => signWith(key, message, form);
  const tbs = sequence(
    context(0, integer(2)),
    serialOf(name),
    sequence(oid(SM2_WITH_SM3)),
    nameOf(issuer),
    sequence(utcTime(options.validFrom ?? '190101000000Z'), utcTime(options.validTo ?? '390101000000Z')),
    nameOf(name),
    sequence(
      sequence(oid('1.2.840.10045.2.1'), oid('1.2.156.10197.1.301')),
      bits(Buffer.from(key.publicKey, 'hex')),
    ),
    context(3, sequence(basicConstraints(authority), keyUsage(authority))),
  );
  const signature = (options.issuer?.sign ?? sign)(tbs);
  return { name, issuer, certificate: sequence(tbs, sequence(oid(SM2_WITH_SM3)), bits(signature)), sign };
}

/** CN=…, as a Name. */
export const nameOf = (name: string) => sequence(set(sequence(oid('2.5.4.3'), utf8(name))));

export const serialOf = (name: string) => integer(Buffer.from(hash(name).slice(0, 16), 'hex'));

const basicConstraints = (authority: boolean) =>
  sequence(oid('2.5.29.19'), boolean(true), octets(authority ? sequence(boolean(true)) : sequence()));

/** digitalSignature and nonRepudiation, or keyCertSign and cRLSign. */
const keyUsage = (authority: boolean) =>
  sequence(
    oid('2.5.29.15'),
    boolean(true),
    octets(Buffer.from(authority ? [0x03, 0x02, 0x01, 0x06] : [0x03, 0x02, 0x06, 0xc0])),
  );
