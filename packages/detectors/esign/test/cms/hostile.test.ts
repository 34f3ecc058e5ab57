import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encode } from '../../src/asn1/writer.ts';
import { verifyCms } from '../../src/cms/signed-data.ts';
import { certify } from '../pki/certificate.ts';
import { attribute, makeCms, makeTimestamp } from '../pki/cms.ts';
import { integer, nothing, octets, oid, sequence, set, tagged } from '../pki/der.ts';
import { ecKey, rsaKey, type Signer, sm2Key } from '../pki/keys.ts';
import { cpuClock } from '../support/cpu.ts';

const content = Buffer.from('signed bytes');

/** Where the signature's own parts lie: whatever is altered there must not verify. */
function fixture(key: Signer, digest: 'SHA256' | 'SM3') {
  const signer = certify({ commonName: 'A', key, issuer: null, digest });
  const stamp = certify({ commonName: 'TSA', key: ecKey(), issuer: null });
  return makeCms({
    signers: [signer],
    content,
    digest,
    ess: 'v2',
    unsigned: (signature) => [
      attribute('1.2.840.113549.1.9.16.2.14', makeTimestamp(stamp, signature, new Date(0))),
    ],
  });
}

const alter = (bytes: Uint8Array, at: number, value: number) => {
  const altered = Uint8Array.from(bytes);
  altered[at % bytes.length]! ^= value;
  return altered;
};

describe('mutation', () => {
  test.each([
    ['RSA', rsaKey, 'SHA256'],
    ['ECDSA', ecKey, 'SHA256'],
    ['SM2', sm2Key, 'SM3'],
  ] as const)(
    '%s: a byte of the CMS changed never throws, and what still verifies is as it was signed',
    (_, key, name) => {
      const der = fixture(key(), name);
      const before = verifyCms(der, [content])[0]!;
      expect(before).toMatchObject({ intact: true, remarks: [] });
      fc.assert(
        fc.property(fc.nat(), fc.integer({ min: 1, max: 255 }), (at, value) => {
          for (const result of verifyCms(alter(der, at, value), [content])) {
            // What nothing signs (versions, unsigned attributes, a NULL) may differ; signer, time and hash may not.
            if (!result.intact || result.remarks.length > 0) continue;
            expect(result.signer!.facts.sha256).toBe(before.signer!.facts.sha256);
            expect(result.signedAt).toEqual(before.signedAt);
            for (const stamp of result.timestamps) if (stamp.intact) expect(stamp.time).toEqual(new Date(0));
          }
        }),
        { seed: 4, numRuns: 120 },
      );
    },
  );

  test('a byte of the content changed never verifies', () => {
    const der = fixture(ecKey(), 'SHA256');
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 255 }), (at, value) => {
        expect(verifyCms(der, [alter(content, at, value)])[0]!.intact).toBe(false);
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  test('cut, doubled and shuffled bytes never throw, nor take long', () => {
    const der = fixture(ecKey(), 'SHA256');
    const cpu = cpuClock();
    fc.assert(
      fc.property(fc.nat(der.length), fc.nat(der.length), fc.nat(der.length), (a, b, c) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        const spliced = Buffer.concat([der.subarray(0, c), der.subarray(from, to), der.subarray(c)]);
        for (const bytes of [der.subarray(0, a), spliced])
          expect(verifyCms(bytes, [content]).length).toBeGreaterThan(0);
      }),
      { seed: 6, numRuns: 200 },
    );
    expect(cpu()).toBeLessThan(10_000);
  });
});

describe('hostile', () => {
  const signedData = (...parts: readonly Uint8Array[]) =>
    sequence(
      oid('1.2.840.113549.1.7.2'),
      tagged(0, sequence(integer(1), set(), sequence(oid('1.2.840.113549.1.7.1')), ...parts)),
    );
  const many = (element: Uint8Array, count = 100_000) =>
    Buffer.concat(Array.from({ length: count }, () => element));
  const certificate = certify({ commonName: 'A', key: ecKey(), issuer: null }).certificate.der;
  const withAttributes = (attributes: Uint8Array) =>
    sequence(
      integer(1),
      sequence(sequence(), integer(1)),
      sequence(oid('1.2.3')),
      encode(0xa0, attributes),
      sequence(oid('1.2.3')),
      octets(attributes),
    );
  const open = (levels: number, inner: Uint8Array): Uint8Array =>
    levels === 0
      ? inner
      : Buffer.concat([Uint8Array.of(0x30, 0x80), open(levels - 1, inner), new Uint8Array(2)]);
  const deep = (identifier: number) => {
    let bytes: Uint8Array = new Uint8Array();
    for (let level = 0; level < 3000; level++) bytes = encode(identifier, bytes);
    return bytes;
  };

  test.each([
    ['100,000 signers', signedData(encode(0x31, many(sequence(integer(1)))))],
    ['100,000 empty certificates', signedData(tagged(0, many(sequence())), set(sequence()))],
    ['5,000 certificates', signedData(tagged(0, many(certificate, 5000)), set(sequence()))],
    ['sequences 3,000 deep', signedData(set(deep(0x30)))],
    [
      'strings 3,000 deep',
      sequence(
        oid('1.2.840.113549.1.7.2'),
        tagged(
          0,
          sequence(
            integer(1),
            set(),
            sequence(oid('1.2.840.113549.1.7.1'), tagged(0, deep(0x24))),
            set(sequence()),
          ),
        ),
      ),
    ],
    [
      '100,000 attributes of one name',
      signedData(encode(0x31, withAttributes(many(attribute('1.2.3', nothing()))))),
    ],
    ['elements in open ends within open ends', open(15, many(nothing(), 300_000))],
    ['400,000 open ends', Buffer.alloc(800_000, Uint8Array.of(0x30, 0x80))],
    ['a length of 2^60', Buffer.from('30880fffffffffffffff02', 'hex')],
    ['a megabyte of zeros', new Uint8Array(1 << 20)],
    [
      'an octet string in 100,000 pieces',
      sequence(
        oid('1.2.840.113549.1.7.2'),
        tagged(
          0,
          sequence(
            integer(1),
            set(),
            sequence(oid('1.2.840.113549.1.7.1'), tagged(0, encode(0x24, many(octets(Uint8Array.of(1)))))),
            set(sequence()),
          ),
        ),
      ),
    ],
  ])('%s: refused in no time to speak of', (_, der) => {
    const cpu = cpuClock();
    expect(verifyCms(der, [content]).every(({ intact }) => !intact)).toBe(true);
    expect(cpu()).toBeLessThan(1000);
  });
});
