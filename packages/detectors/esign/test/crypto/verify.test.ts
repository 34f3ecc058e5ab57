import { constants, generateKeyPairSync, sign } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { readAsn1 } from '../../src/asn1/reader.ts';
import { bitsOf } from '../../src/asn1/values.ts';
import { encode } from '../../src/asn1/writer.ts';
import { type SignatureAlgorithm, signatureAlgorithm } from '../../src/crypto/algorithm.ts';
import { type DigestName, digest, digestOid } from '../../src/crypto/digest.ts';
import { sm2Z } from '../../src/crypto/sm2.ts';
import { verifyDigest, verifyRaw, verifySignature } from '../../src/crypto/verify.ts';
import { sequence } from '../pki/der.ts';
import { ecKey, edKey, pssKey, rsaKey, type Signer, sm2Key } from '../pki/keys.ts';
import { hasOpenssl, hasSm2, withFolder } from '../support/openssl.ts';

const message = Buffer.from('此件与原件一致');
const pieces = [message.subarray(0, 5), message.subarray(5)];

const algorithmOf = (key: Signer, name: DigestName): SignatureAlgorithm => {
  const found = signatureAlgorithm(readAsn1(key.identifier(name)), digestOid(name), readAsn1(key.spki));
  if (!found) throw new Error('unsupported');
  return found;
};

const cases: readonly [string, () => Signer, readonly DigestName[]][] = [
  [
    'RSA',
    () => rsaKey(),
    ['MD5', 'SHA1', 'SHA224', 'SHA256', 'SHA384', 'SHA512', 'SHA3-256', 'SHA3-384', 'SHA3-512'],
  ],
  ['RSA-PSS', () => pssKey(), ['SHA1', 'SHA256', 'SHA384', 'SHA512', 'SHA3-256']],
  [
    'ECDSA P-256',
    () => ecKey(),
    ['SHA1', 'SHA224', 'SHA256', 'SHA384', 'SHA512', 'SHA3-256', 'SHA3-384', 'SHA3-512'],
  ],
  ['ECDSA P-384', () => ecKey('secp384r1'), ['SHA384']],
  ['ECDSA P-521', () => ecKey('secp521r1'), ['SHA512']],
  ['ECDSA brainpool', () => ecKey('brainpoolP256r1'), ['SHA256']],
  ['ECDSA plain', () => ecKey('brainpoolP256r1', true), ['SHA256']],
  ['Ed25519', () => edKey('ed25519'), ['SHA512']],
  ['Ed448', () => edKey('ed448'), ['SHAKE256']],
  ['SM2, DER', () => sm2Key(), ['SM3']],
  ['SM2, raw', () => sm2Key(true), ['SM3']],
];

describe.each(cases)('%s', (_, make, names) => {
  let key: Signer;
  let other: Signer;
  beforeAll(() => {
    key = make();
    other = make();
  });

  test.each(names)('with %s', (name) => {
    const algorithm = algorithmOf(key, name);
    const signature = key.sign(message, name);
    const input = { spki: key.spki, algorithm, message: pieces, signature };
    expect(verifySignature(input)).toBe('valid');
    expect(verifySignature({ ...input, message: [message, Uint8Array.of(0)] })).toBe('invalid');
    expect(verifySignature({ ...input, spki: other.spki })).toBe('invalid');
    for (const at of [0, 5, signature.length - 1]) {
      const altered = Uint8Array.from(signature);
      altered[at]! ^= 1;
      expect(verifyRaw({ ...input, signature: altered })).toBe(false);
    }
    for (const bad of [new Uint8Array(), new Uint8Array(64), signature.subarray(1)]) {
      expect(verifyRaw({ ...input, signature: bad })).toBe(false);
    }
  });
});

describe('what cannot be verified', () => {
  const rsa = { scheme: 'RSA', digest: 'SHA256' } as const;
  test('a key of another kind, or none, is unsupported or invalid, never an error', () => {
    const input = { algorithm: rsa, message: [message], signature: new Uint8Array(256) };
    expect(verifySignature({ ...input, spki: ecKey().spki })).toBe('unsupported');
    expect(verifySignature({ ...input, spki: sm2Key().spki })).toBe('unsupported');
    expect(verifySignature({ ...input, spki: new Uint8Array() })).not.toBe('valid');
    expect(verifySignature({ ...input, spki: sequence() })).not.toBe('valid');
    const sm2 = { scheme: 'SM2', digest: 'SM3' } as const;
    expect(verifySignature({ ...input, algorithm: sm2, spki: ecKey().spki })).toBe('unsupported');
  });

  test('an SM2 key is not taken for ECDSA', () => {
    const key = sm2Key();
    const algorithm = { scheme: 'ECDSA', digest: 'SM3' } as const;
    expect(
      verifySignature({ spki: key.spki, algorithm, message: [message], signature: key.sign(message, 'SM3') }),
    ).toBe('unsupported');
  });

  test('SM2: r and s out of range, negative, or with bytes after them', () => {
    const key = sm2Key();
    const algorithm = { scheme: 'SM2', digest: 'SM3' } as const;
    const verify = (signature: Uint8Array) =>
      verifySignature({ spki: key.spki, algorithm, message: [message], signature });
    const good = key.sign(message, 'SM3');
    expect(verify(good)).toBe('valid');
    expect(verify(Buffer.concat([good, Uint8Array.of(0)]))).toBe('invalid');
    expect(verify(new Uint8Array(64).fill(0xff))).toBe('invalid');
    const number = (bytes: number[]) => encode(2, Uint8Array.from(bytes));
    expect(verify(sequence(number([0]), number([1])))).toBe('invalid');
    expect(verify(sequence(number([0xff]), number([1])))).toBe('invalid');
    expect(verify(sequence(number([1])))).toBe('invalid');
  });

  test('SM2 under another identifier', () => {
    const key = sm2Key(false, '甲方');
    const signature = key.sign(message, 'SM3');
    const input = { spki: key.spki, message: [message], signature };
    const algorithm = { scheme: 'SM2', digest: 'SM3' } as const;
    expect(verifyRaw({ ...input, algorithm })).toBe(false);
    expect(verifyRaw({ ...input, algorithm: { ...algorithm, userId: '甲方' } })).toBe(true);
  });
});

describe('over a hash', () => {
  test.each(['RSA', 'RSA-PSS'])('%s', (scheme) => {
    const key = scheme === 'RSA' ? rsaKey() : pssKey(20);
    const input = {
      spki: key.spki,
      algorithm: algorithmOf(key, 'SHA256'),
      signature: key.sign(message, 'SHA256'),
    };
    expect(verifyDigest({ ...input, digest: digest('SHA256', message) })).toBe('valid');
    expect(verifyDigest({ ...input, digest: digest('SHA256', message, message) })).toBe('invalid');
    expect(verifyDigest({ ...input, digest: digest('SHA1', message) })).toBe('invalid');
  });

  test('SM2: e is over Z and message', () => {
    const key = sm2Key();
    const point = Buffer.from(bitsOf(readAsn1(key.spki).at(1))).toString('hex');
    const input = { spki: key.spki, algorithm: algorithmOf(key, 'SM3'), signature: key.sign(message, 'SM3') };
    expect(verifyDigest({ ...input, digest: digest('SM3', sm2Z(point), message) })).toBe('valid');
    expect(verifyDigest({ ...input, digest: digest('SM3', message) })).toBe('invalid');
  });

  test('ECDSA cannot', () => {
    const key = ecKey();
    const input = {
      spki: key.spki,
      algorithm: algorithmOf(key, 'SHA256'),
      signature: key.sign(message, 'SHA256'),
    };
    expect(verifyDigest({ ...input, digest: digest('SHA256', message) })).toBe('unsupported');
  });
});

describe('RSA-PSS by our own EMSA-PSS', () => {
  // Keys of 8n + 1 bits put the first octet of the message outside.
  test.each([2048, 2049])('agrees with OpenSSL on a key of %i bits', (modulusLength) => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength });
    const spki = publicKey.export({ format: 'der', type: 'spki' });
    for (const saltLength of [0, 20, 32, 64]) {
      const padding = constants.RSA_PKCS1_PSS_PADDING;
      const signature = sign('sha256', message, { key: privateKey, padding, saltLength });
      const pss = { mgfDigest: 'SHA256', saltLength } as const;
      const algorithm = { scheme: 'RSA-PSS', digest: 'SHA256', pss } as const;
      const input = { spki, algorithm, signature, digest: digest('SHA256', message) };
      expect(verifyDigest(input)).toBe('valid');
      expect(verifyDigest({ ...input, algorithm: { ...algorithm, pss: { ...pss, saltLength: 21 } } })).toBe(
        'invalid',
      );
    }
  });

  test.skipIf(!hasOpenssl)('mask under another hash than the message (openssl at hand)', () => {
    const made = withFolder((folder) => {
      folder.write('m', digest('SHA256', message));
      const options = ['rsa_padding_mode:pss', 'digest:sha256', 'rsa_mgf1_md:sha1', 'rsa_pss_saltlen:32'];
      expect(folder.run('genpkey', '-algorithm', 'RSA', '-out', 'k')).toBe(true);
      expect(folder.run('pkey', '-in', 'k', '-pubout', '-outform', 'DER', '-out', 'p')).toBe(true);
      const parameters = options.flatMap((option) => ['-pkeyopt', option]);
      expect(folder.run('pkeyutl', '-sign', '-inkey', 'k', '-in', 'm', '-out', 's', ...parameters)).toBe(
        true,
      );
      return { spki: folder.read('p'), signature: folder.read('s') };
    });
    const pss = { mgfDigest: 'SHA1', saltLength: 32 } as const;
    const input = { ...made, message: [message] };
    expect(verifyRaw({ ...input, algorithm: { scheme: 'RSA-PSS', digest: 'SHA256', pss } })).toBe(true);
    const wrong = { ...pss, mgfDigest: 'SHA256' } as const;
    expect(verifyRaw({ ...input, algorithm: { scheme: 'RSA-PSS', digest: 'SHA256', pss: wrong } })).toBe(
      false,
    );
  });
});

describe('OpenSSL as the oracle', () => {
  const options = ['-rawin', '-digest', 'sm3', '-pkeyopt', 'distid:1234567812345678'];
  test.skipIf(!hasSm2)('its SM2 signatures hold here (openssl with SM2 at hand)', () => {
    const made = withFolder((folder) => {
      folder.write('m', message);
      expect(folder.run('genpkey', '-algorithm', 'SM2', '-out', 'k')).toBe(true);
      expect(folder.run('pkey', '-in', 'k', '-pubout', '-outform', 'DER', '-out', 'p')).toBe(true);
      expect(folder.run('pkeyutl', '-sign', '-inkey', 'k', '-in', 'm', '-out', 's', ...options)).toBe(true);
      return { spki: folder.read('p'), signature: folder.read('s') };
    });
    const algorithm = { scheme: 'SM2', digest: 'SM3' } as const;
    expect(verifyRaw({ ...made, algorithm, message: pieces })).toBe(true);
    expect(verifyRaw({ ...made, algorithm, message: [message, message] })).toBe(false);
  });

  test.skipIf(!hasSm2)('SM2 signatures of the tests hold there (openssl with SM2 at hand)', () => {
    const key = sm2Key();
    withFolder((folder) => {
      folder.write('p', key.spki);
      folder.write('m', message);
      folder.write('s', key.sign(message, 'SM3'));
      const parameters = ['-verify', '-pubin', '-keyform', 'DER', '-inkey', 'p', '-in', 'm', '-sigfile', 's'];
      expect(folder.run('pkeyutl', ...parameters, ...options)).toBe(true);
      folder.write('m', Buffer.concat([message, message]));
      expect(folder.run('pkeyutl', ...parameters, ...options)).toBe(false);
    });
  });
});
