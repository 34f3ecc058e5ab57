import { beforeAll, describe, expect, test } from 'vitest';
import { readAsn1 } from '../../src/asn1/reader.ts';
import { encode, toDer } from '../../src/asn1/writer.ts';
import { verifyCms } from '../../src/cms/signed-data.ts';
import { type DigestName, digest } from '../../src/crypto/digest.ts';
import { certify, type Holder, threeTiers } from '../pki/certificate.ts';
import { attribute, type CmsSpec, makeCms, makeTimestamp } from '../pki/cms.ts';
import { integer, octets, oid, sequence, set, tagged } from '../pki/der.ts';
import { ecKey, edKey, pssKey, rsaKey, type Signer, sm2Key } from '../pki/keys.ts';
import { crlBytes, ocspBytes } from '../pki/revocation.ts';

const content = Buffer.from('兹证明此人已结清全部贷款。');
const pieces = [content.subarray(0, 7), content.subarray(7)];
const alone = (key: Signer, name: DigestName = 'SHA256') =>
  certify({ commonName: '李四', key, issuer: null, digest: name });
const person = alone(ecKey());
const make = (more: Partial<CmsSpec> = {}) => makeCms({ signers: [person], content, ...more });
const verify = (der: Uint8Array, over: readonly Uint8Array[] | null = pieces) => verifyCms(der, over)[0]!;
const subs = (der: Uint8Array, over: readonly Uint8Array[] | null = pieces) =>
  verify(der, over).remarks.map(({ subIndication }) => subIndication);

describe.each<[string, () => Signer, readonly DigestName[]]>([
  ['RSA', () => rsaKey(), ['MD5', 'SHA1', 'SHA224', 'SHA256', 'SHA384', 'SHA512', 'SHA3-256']],
  ['RSA-PSS', () => pssKey(), ['SHA256', 'SHA512']],
  ['ECDSA', () => ecKey('secp384r1'), ['SHA256', 'SHA384', 'SHA512', 'SHA3-512']],
  ['Ed25519', () => edKey('ed25519'), ['SHA512']],
  ['Ed448', () => edKey('ed448'), ['SHAKE256']],
  ['SM2', () => sm2Key(), ['SM3']],
  ['SM2 raw', () => sm2Key(true), ['SM3']],
])('%s', (scheme, key, names) => {
  let made: Signer;
  beforeAll(() => {
    made = key();
  });
  test.each(names)('with %s: attributes or none, within or beside', (name) => {
    const signer = alone(made, name);
    for (const more of [{}, { attributes: false }, { carried: 'content' }] satisfies Partial<CmsSpec>[]) {
      const der = make({ ...more, signers: [signer], digest: name });
      const result = verify(der);
      expect(result).toMatchObject({ intact: true, digestName: name, remarks: [] });
      expect(result.algorithm.startsWith(scheme.split(' ')[0]!)).toBe(true);
      expect(verify(der, [content, content]).intact).toBe(false);
    }
  });
});

describe('what is signed', () => {
  test('carried within, and nothing else at hand', () => {
    expect(verify(make({ carried: 'content' }), null)).toMatchObject({ intact: true, content });
  });
  test('SIGNED_DATA_NOT_FOUND: neither within nor beside', () => {
    expect(subs(make(), null)).toEqual(['SIGNED_DATA_NOT_FOUND']);
  });
  test('HASH_FAILURE: changed after signing', () => {
    const result = verify(make(), [content, Uint8Array.of(0)]);
    expect(result).toMatchObject({ intact: false, digest: 'mismatch', signature: 'valid' });
    expect(subs(make(), [])).toEqual(['HASH_FAILURE']);
  });
  test.each<[string, DigestName, DigestName]>([
    ['adbe.pkcs7.sha1', 'SHA1', 'SHA256'],
    ['a hash of the signer’s own kind', 'SHA256', 'SHA256'],
  ])('its hash, carried within: %s', (_, name, signedBy) => {
    const hash = digest(name, content);
    const der = make({ content: hash, carried: 'content', digest: signedBy });
    expect(verify(der)).toMatchObject({ intact: true, contentHash: name, remarks: [] });
    expect(verify(der, [content, content])).toMatchObject({ intact: false, contentHash: name });
    expect(subs(der, [content, content])).toEqual(['HASH_FAILURE']);
  });
  test('FORMAT_FAILURE: other content within', () => {
    expect(subs(make({ carried: Buffer.from('else') }))).toEqual(['FORMAT_FAILURE']);
  });
  test('empty content within counts as none', () => {
    expect(verify(make({ carried: new Uint8Array() }))).toMatchObject({ intact: true, remarks: [] });
  });
});

describe('signed attributes', () => {
  test('in the order of the file, and in BER', () => {
    expect(verify(make({ unsorted: true, signedAt: new Date() })).intact).toBe(true);
    const ber = toBer(make({ signedAt: new Date() }));
    expect(verify(ber)).toMatchObject({ intact: true, remarks: [] });
    expect(verify(Buffer.concat([ber, new Uint8Array(1000)])).intact).toBe(true);
  });
  test('signing time, as claimed', () => {
    const signedAt = new Date('2024-02-03T04:05:06Z');
    expect(verify(make({ signedAt })).signedAt).toEqual(signedAt);
    expect(verify(make()).signedAt).toBeNull();
  });
  test('FORMAT_FAILURE: the type of content differs, attributes occur twice, or lack where they must not', () => {
    expect(subs(make({ claimedType: '1.2.3' }))).toEqual(['FORMAT_FAILURE']);
    const twice = attribute('1.2.840.113549.1.9.4', octets(digest('SHA256', content)));
    expect(subs(make({ signed: [twice] }))).toContain('FORMAT_FAILURE');
    expect(subs(make({ attributes: false, contentType: '1.2.3' }))).toEqual(['FORMAT_FAILURE']);
  });
  test('SIG_CONSTRAINTS_FAILURE: the type of content is not said', () => {
    expect(verify(make({ claimedType: null })).intact).toBe(true);
    expect(subs(make({ claimedType: null }))).toEqual(['SIG_CONSTRAINTS_FAILURE']);
  });
  test("FORMAT_FAILURE: another signature's attributes passed off as content", () => {
    const attributes = set(
      attribute('1.2.840.113549.1.9.3', oid('1.2.840.113549.1.7.1')),
      attribute('1.2.840.113549.1.9.4', octets(digest('SHA256', content))),
    );
    const der = make({ content: attributes, carried: 'content', attributes: false });
    expect(subs(der, null)).toEqual(['FORMAT_FAILURE']);
  });
  test('CRYPTO_CONSTRAINTS_FAILURE: EdDSA with a hash that RFC 8419 rules out', () => {
    const der = make({ signers: [alone(edKey('ed25519'))], digest: 'SHA256' });
    expect(verify(der).intact).toBe(true);
    expect(subs(der)).toEqual(['CRYPTO_CONSTRAINTS_FAILURE']);
  });
  test.each(['v1', 'v2'] as const)('ESS %s names the certificate, or another', (ess) => {
    expect(verify(make({ ess }))).toMatchObject({ certificateBound: true, remarks: [] });
    expect(subs(make({ ess, essNames: alone(ecKey()) }))).toEqual(['NO_SIGNING_CERTIFICATE_FOUND']);
  });
});

describe('signer', () => {
  test('by key identifier', () => expect(verify(make({ byKey: true })).intact).toBe(true));
  test('NO_SIGNING_CERTIFICATE_FOUND: no certificate, or another', () => {
    for (const certificates of [[], [alone(ecKey())]]) {
      expect(subs(make({ certificates }))).toEqual(['NO_SIGNING_CERTIFICATE_FOUND']);
    }
  });
  test('its certificate may lie elsewhere in the file', () => {
    expect(verifyCms(make({ certificates: [] }), pieces, [person.certificate])[0]!.intact).toBe(true);
  });
  test('SIG_CRYPTO_FAILURE: made with another key', () => {
    const impostor: Holder = { certificate: person.certificate, key: ecKey() };
    expect(subs(make({ signers: [impostor] }))).toEqual(['SIG_CRYPTO_FAILURE']);
  });
  test('CRYPTO_CONSTRAINTS_FAILURE: an algorithm that is not known', () => {
    const odd: Holder = { ...person, key: { ...person.key, identifier: () => sequence(oid('1.2.3.4')) } };
    expect(verify(make({ signers: [odd] }))).toMatchObject({
      algorithm: '1.2.3.4',
      signature: 'unsupported',
    });
    expect(subs(make({ signers: [odd] }))).toEqual(['CRYPTO_CONSTRAINTS_FAILURE']);
  });
  test('several, each by itself', () => {
    const impostor: Holder = { certificate: alone(ecKey()).certificate, key: ecKey() };
    const results = verifyCms(make({ signers: [person, impostor, alone(rsaKey())] }), pieces);
    expect(results.map(({ intact }) => intact).sort()).toEqual([false, true, true]);
  });
});

describe('GB/T 35275', () => {
  const signer = alone(sm2Key(), 'SM3');
  const common = { signers: [signer], digest: 'SM3', signedDataType: '1.2.156.10197.6.1.4.2.2' } as const;
  test.each(['1.2.156.10197.6.1.4.2.1', '1.2.840.113549.1.7.1'])('data called %s', (contentType) => {
    expect(verify(make({ ...common, contentType }))).toMatchObject({
      intact: true,
      algorithm: 'SM2-SM3',
      remarks: [],
    });
    const claimedType = '1.2.156.10197.6.1.4.2.1';
    expect(verify(make({ ...common, contentType, claimedType })).remarks).toEqual([]);
    expect(verify(make({ ...common, contentType, attributes: false })).intact).toBe(true);
  });
});

describe('what it carries besides', () => {
  const { root, authority, person: leaf } = threeTiers(() => ecKey());
  const dates = { thisUpdate: new Date('2024-01-01T00:00:00Z') };
  test('revocation data of the CMS, of Adobe’s attribute, of CAdES', () => {
    const crl = crlBytes(authority, dates);
    const ocsp = ocspBytes(authority.certificate, root.certificate, root, dates);
    const adobe = attribute(
      '1.2.840.113583.1.1.8',
      sequence(tagged(0, sequence(crl)), tagged(1, sequence(ocsp))),
    );
    const values = attribute('1.2.840.113549.1.9.16.2.24', sequence(tagged(0, sequence(crl))));
    const certificates = attribute('1.2.840.113549.1.9.16.2.23', sequence(root.certificate.der));
    const { data } = verify(
      make({ signers: [leaf], crls: [crl], signed: [adobe], unsigned: () => [values, certificates] }),
    );
    expect([data.certificates.length, data.crls.length, data.ocsps.length]).toEqual([2, 3, 1]);
  });

  test('timestamps over the signature, and over the content', () => {
    const authorityOfTime = certify({ commonName: 'TSA', key: ecKey(), issuer: root });
    const time = new Date('2024-03-01T00:00:00Z');
    const stamp = (over: Uint8Array) => makeTimestamp(authorityOfTime, over, time);
    const result = verify(
      make({
        signed: [attribute('1.2.840.113549.1.9.16.2.20', stamp(content))],
        unsigned: (signature) => [
          attribute('1.2.840.113549.1.9.16.2.14', stamp(signature)),
          attribute('1.2.840.113549.1.9.16.2.14', stamp(content)),
        ],
      }),
    );
    expect(result.timestamps).toMatchObject([{ intact: true, time }, { intact: false }]);
    expect(result.contentTimestamps).toMatchObject([{ intact: true, time }]);
  });
});

describe('what cannot be read', () => {
  test.each([
    ['nothing', new Uint8Array()],
    ['zeros', new Uint8Array(100)],
    ['another content type', sequence(oid('1.2.840.113549.1.7.3'), tagged(0, sequence()))],
    ['nobody who signed', make({ signers: [] })],
    ['a hundred who signed', make({ signers: Array.from({ length: 100 }, () => person) })],
    [
      'a signer that is a number',
      encode(0x30, ...readAsn1(make()).children.map((node) => node.bytes), integer(1)).subarray(0, 90),
    ],
  ])('FORMAT_FAILURE: %s', (_, der) => {
    expect(subs(der)).toEqual(['FORMAT_FAILURE']);
    expect(verify(der).intact).toBe(false);
  });
});

/** The same with indefinite lengths all over; strings in two pieces. */
function toBer(der: Uint8Array): Uint8Array {
  const node = readAsn1(der);
  if (node.tagClass === 0 && node.tag === 4 && node.content.length > 1) {
    const [a, b] = [node.content.subarray(0, 1), node.content.subarray(1)];
    return Buffer.concat([Uint8Array.of(0x24, 0x80), octets(a), octets(b), Uint8Array.of(0, 0)]);
  }
  if (!node.constructed) return toDer(node);
  // Certificates stay as they were signed.
  const children =
    node.isContext(0) && node.children[0]?.children?.length === 3
      ? [node.content]
      : node.children.map((child) => toBer(child.bytes));
  return Buffer.concat([node.bytes.subarray(0, 1), Uint8Array.of(0x80), ...children, Uint8Array.of(0, 0)]);
}
