import { createHash } from 'node:crypto';
import { sm2 } from 'sm-crypto-v2';
import { certify, type Holder } from '../../pki/certificate.ts';
import { bits, integer, oid, sequence } from '../../pki/der.ts';
import type { Signer } from '../../pki/keys.ts';

export type SignatureForm = 'der' | 'raw';

/** Somebody with an SM2 key and a certificate: `certificate` in DER. */
export interface Party {
  readonly name: string;
  readonly certificate: Uint8Array;
  readonly holder: Holder;
  sign(message: Uint8Array, form?: SignatureForm): Uint8Array;
}

const hash = (...parts: readonly (string | Uint8Array)[]) => {
  const state = createHash('sha256');
  for (const part of parts) state.update(part).update('\0');
  return state.digest('hex');
};

/** Below the curve's order, whose first half is all ones. */
function keyFrom(seed: string) {
  const privateKey = `1${hash(seed).slice(1)}`;
  return { privateKey, publicKey: sm2.getPublicKeyFromPrivateKey(privateKey) };
}

/** GM/T 0009 with the usual identifier; key and nonce come from the name and the message, so that files are the same each time. */
function signerOf(name: string, form: SignatureForm): Signer {
  const { privateKey, publicKey } = keyFrom(name);
  return {
    spki: sequence(
      sequence(oid('1.2.840.10045.2.1'), oid('1.2.156.10197.1.301')),
      bits(Buffer.from(publicKey, 'hex')),
    ),
    identifier: () => sequence(oid('1.2.156.10197.1.501')),
    sign: (message) => {
      const nonce = keyFrom(`${privateKey} ${hash(message)}`);
      const point = { k: BigInt(`0x${nonce.privateKey}`), x1: BigInt(`0x${nonce.publicKey.slice(2, 66)}`) };
      const raw = sm2.doSignature(message, privateKey, {
        hash: true,
        der: false,
        publicKey,
        pointPool: [point],
      });
      if (form === 'raw') return Buffer.from(raw, 'hex');
      return sequence(integer(BigInt(`0x${raw.slice(0, 64)}`)), integer(BigInt(`0x${raw.slice(64)}`)));
    },
  };
}

export interface PartyOptions {
  readonly issuer?: Party;
  readonly notBefore?: Date;
  readonly notAfter?: Date;
}

/** By name: the same name is the same key. Self-signed without an issuer. */
export function createParty(name: string, { issuer, ...validity }: PartyOptions = {}): Party {
  const key = signerOf(name, 'der');
  const authority = issuer === undefined;
  const holder = certify({
    commonName: name,
    key,
    issuer: issuer?.holder ?? null,
    ca: authority,
    keyUsage: authority ? 0x06 : 0xc0,
    ...validity,
  });
  return {
    name,
    certificate: holder.certificate.der,
    holder,
    sign: (message, form = 'der') => signerOf(name, form).sign(message, 'SM3'),
  };
}
