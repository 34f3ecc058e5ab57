import fc from 'fast-check';
import { sm3 } from 'sm-crypto-v2';
import { describe, expect, test } from 'vitest';
import {
  digest,
  digestByName,
  digestByOid,
  digestLength,
  digestNames,
  digestOid,
} from '../../src/crypto/digest.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('digests', () => {
  // GM/T 0004, appendix A.1; FIPS 180-4; RFC 1321, A.5.
  test.each([
    ['SM3', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['SHA256', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['SHA1', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    ['MD5', '900150983cd24fb0d6963f7d28e17f72'],
  ] as const)('%s of abc', (name, expected) => expect(hex(digest(name, Buffer.from('abc')))).toBe(expected));

  test('chunks hash as their whole, by OpenSSL as by sm-crypto-v2', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 99 }), { maxLength: 5 }), (chunks) => {
        const whole = Buffer.concat(chunks);
        for (const name of digestNames) expect(hex(digest(name, ...chunks))).toBe(hex(digest(name, whole)));
        expect(hex(digest('SM3', ...chunks))).toBe(sm3(whole));
      }),
      { seed: 3, numRuns: 50 },
    );
  });

  test('every name has its length and its object identifier', () => {
    for (const name of digestNames) {
      expect(digest(name).length).toBe(digestLength(name));
      expect(digestByOid(digestOid(name))).toBe(name);
    }
  });

  test.each([
    ['SM3', 'SM3'],
    ['sm3', 'SM3'],
    ['1.2.156.10197.1.401', 'SM3'],
    ['1.2.156.10197.1.401.1', 'SM3'],
    [' SHA-256 ', 'SHA256'],
    ['sha256', 'SHA256'],
    ['urn:oid:2.16.840.1.101.3.4.2.3', 'SHA512'],
    ['SHA3_384', 'SHA3-384'],
    ['', null],
    ['crc32', null],
  ])('%j is %s', (text, name) => expect(digestByName(text)).toBe(name));
});
