import { constants, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { sm2 } from 'sm-crypto-v2';
import { type DigestName, digestOid, nodeDigest } from '../../src/crypto/digest.ts';
import { bits, integer, nothing, oid, sequence, tagged } from './der.ts';

/** A key that signs: what certificates, CMS, lists and tokens of the tests are made with. */
export interface Signer {
  readonly spki: Uint8Array;
  /** AlgorithmIdentifier of its signatures under that hash. */
  identifier(digest: DigestName): Uint8Array;
  sign(message: Uint8Array, digest: DigestName): Uint8Array;
}

const spkiOf = (key: KeyObject) => key.export({ format: 'der', type: 'spki' });

const rsaOids: Readonly<Partial<Record<DigestName, string>>> = {
  MD5: '1.2.840.113549.1.1.4',
  SHA1: '1.2.840.113549.1.1.5',
  SHA224: '1.2.840.113549.1.1.14',
  SHA256: '1.2.840.113549.1.1.11',
  SHA384: '1.2.840.113549.1.1.12',
  SHA512: '1.2.840.113549.1.1.13',
  'SHA3-256': '2.16.840.1.101.3.4.3.14',
  'SHA3-384': '2.16.840.1.101.3.4.3.15',
  'SHA3-512': '2.16.840.1.101.3.4.3.16',
  SM3: '1.2.156.10197.1.504',
};

export function rsaKey(bitsOfModulus = 2048): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: bitsOfModulus });
  return {
    spki: spkiOf(publicKey),
    identifier: (digest) => sequence(oid(rsaOids[digest]!), nothing()),
    sign: (message, digest) => sign(nodeDigest(digest), message, privateKey),
  };
}

export function pssKey(saltLength = 32): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  const hash = (digest: DigestName) => sequence(oid(digestOid(digest)), nothing());
  return {
    spki: spkiOf(publicKey),
    identifier: (digest) =>
      sequence(
        oid('1.2.840.113549.1.1.10'),
        sequence(
          tagged(0, hash(digest)),
          tagged(1, sequence(oid('1.2.840.113549.1.1.8'), hash(digest))),
          tagged(2, integer(saltLength)),
        ),
      ),
    sign: (message, digest) => sign(nodeDigest(digest), message, { key: privateKey, padding, saltLength }),
  };
}

const ecdsaOids: Readonly<Partial<Record<DigestName, string>>> = {
  SHA1: '1.2.840.10045.4.1',
  SHA224: '1.2.840.10045.4.3.1',
  SHA256: '1.2.840.10045.4.3.2',
  SHA384: '1.2.840.10045.4.3.3',
  SHA512: '1.2.840.10045.4.3.4',
  'SHA3-256': '2.16.840.1.101.3.4.3.10',
  'SHA3-384': '2.16.840.1.101.3.4.3.11',
  'SHA3-512': '2.16.840.1.101.3.4.3.12',
};

/** @param plain r and s side by side, as BSI TR-03111 has it */
export function ecKey(curve = 'prime256v1', plain = false): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: curve });
  const dsaEncoding = plain ? 'ieee-p1363' : 'der';
  return {
    spki: spkiOf(publicKey),
    identifier: (digest) => sequence(oid(plain ? '0.4.0.127.0.7.1.1.4.1.3' : ecdsaOids[digest]!)),
    sign: (message, digest) => sign(nodeDigest(digest), message, { key: privateKey, dsaEncoding }),
  };
}

export function edKey(kind: 'ed25519' | 'ed448'): Signer {
  const pair = kind === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ed448');
  return {
    spki: spkiOf(pair.publicKey),
    identifier: () => sequence(oid(kind === 'ed25519' ? '1.3.101.112' : '1.3.101.113')),
    sign: (message) => sign(null, message, pair.privateKey),
  };
}

/** @param raw r and s side by side, as some Chinese signers write it */
export function sm2Key(raw = false, userId = '1234567812345678'): Signer & { readonly privateKey: string } {
  const { publicKey, privateKey } = sm2.generateKeyPairHex();
  const options = { der: !raw, hash: true, publicKey, userId };
  return {
    privateKey,
    spki: sequence(
      sequence(oid('1.2.840.10045.2.1'), oid('1.2.156.10197.1.301')),
      bits(Buffer.from(publicKey, 'hex')),
    ),
    identifier: () => sequence(oid('1.2.156.10197.1.501')),
    sign: (message) => Buffer.from(sm2.doSignature(message, privateKey, options), 'hex'),
  };
}
