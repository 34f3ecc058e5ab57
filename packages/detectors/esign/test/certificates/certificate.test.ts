import { X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readAsn1 } from '../../src/asn1/reader.ts';
import { encode } from '../../src/asn1/writer.ts';
import { parseCertificate, sameCertificate, signedBy } from '../../src/certificates/certificate.ts';
import { KEY_USAGE } from '../../src/certificates/extensions.ts';
import { nameKey, nameText } from '../../src/certificates/name.ts';
import { certify, extension, threeTiers } from '../pki/certificate.ts';
import { implicit, oid, sequence, set, tagged, utf8 } from '../pki/der.ts';
import { ecKey, rsaKey, sm2Key } from '../pki/keys.ts';

describe('certificate', () => {
  test('says what node:crypto says of it', () => {
    const { person, authority } = threeTiers(() => rsaKey());
    const { certificate } = person;
    const theirs = new X509Certificate(certificate.der);
    expect(certificate.facts).toEqual({
      subject: 'CN=张三,C=CN',
      issuer: 'CN=Authority,C=CN',
      serialNumber: theirs.serialNumber.toLowerCase(),
      validFrom: theirs.validFromDate.toISOString(),
      validTo: theirs.validToDate.toISOString(),
      sha256: theirs.fingerprint256.replaceAll(':', '').toLowerCase(),
    });
    expect(
      Buffer.from(certificate.spki).equals(theirs.publicKey.export({ format: 'der', type: 'spki' })),
    ).toBe(true);
    expect(certificate.commonName).toBe('张三');
    expect(certificate.extensions.keyUsage?.(KEY_USAGE.nonRepudiation)).toBe(true);
    expect(certificate.extensions.keyUsage?.(KEY_USAGE.keyCertSign)).toBe(false);
    expect(authority.certificate.extensions.basicConstraints).toEqual({ ca: true, pathLength: 0 });
  });

  test('is signed by its issuer and by no other, with SM2 as with others', () => {
    for (const key of [() => sm2Key(), () => ecKey()]) {
      const { root, authority } = threeTiers(key);
      const { tbs, signatureAlgorithm, signature } = authority.certificate;
      expect(signedBy(root.certificate, tbs, signatureAlgorithm, signature)).toBe('valid');
      expect(signedBy(authority.certificate, tbs, signatureAlgorithm, signature)).toBe('invalid');
    }
  });

  test('reads where revocation data is to be had', () => {
    const uri = (text: string) => implicit(6, Buffer.from(text));
    const { certificate } = certify({
      commonName: 'A',
      key: ecKey(),
      issuer: null,
      extKeyUsage: ['1.3.6.1.5.5.7.3.8'],
      extensions: [
        extension('2.5.29.31', false, sequence(sequence(tagged(0, tagged(0, uri('http://a/crl')))))),
        extension(
          '1.3.6.1.5.5.7.1.1',
          false,
          sequence(sequence(oid('1.3.6.1.5.5.7.48.1'), uri('http://a/ocsp'))),
        ),
        extension('1.2.3.4', true, Buffer.from('bare text')),
      ],
    });
    expect(certificate.extensions).toMatchObject({
      crlUrls: ['http://a/crl'],
      ocspUrls: ['http://a/ocsp'],
      extKeyUsage: ['1.3.6.1.5.5.7.3.8'],
      unknownCritical: ['1.2.3.4'],
    });
  });

  test('is itself, whatever follows it', () => {
    const { certificate } = certify({ commonName: 'A', key: ecKey(), issuer: null });
    const padded = parseCertificate(Buffer.concat([certificate.der, new Uint8Array(9)]));
    expect(sameCertificate(padded, certificate)).toBe(true);
  });

  test('nonsense is refused with a code', () => {
    for (const bytes of [new Uint8Array(), Buffer.from('3000', 'hex'), sequence(sequence(), sequence())]) {
      expect(() => parseCertificate(bytes)).toThrow(
        expect.objectContaining({ code: 'esign.malformed-certificate' }),
      );
    }
  });
});

describe('names', () => {
  const pair = (type: string, value: Uint8Array) => set(sequence(oid(type), value));
  const name = (...pairs: readonly Uint8Array[]) => sequence(...pairs);

  test('are escaped as RFC 4514 asks', () => {
    const text = nameText(
      readAsn1(
        name(
          pair('2.5.4.10', utf8('Sue, Grabbit and "Runn"')),
          pair('2.5.4.3', utf8(' #1+2=3; ')),
          pair('1.2.3.4', utf8('x')),
        ),
      ),
    );
    expect(text).toBe('1.2.3.4=#0c0178,CN=\\ #1\\+2=3\\;\\ ,O=Sue\\, Grabbit and \\"Runn\\"');
  });

  test('are equal whatever the case, the blanks and the string type', () => {
    const a = name(pair('2.5.4.3', utf8('Root  CA ')));
    const b = name(pair('2.5.4.3', encode(0x13, Buffer.from('ROOT CA'))));
    expect(nameKey(a)).toBe(nameKey(b));
    expect(nameKey(a)).not.toBe(nameKey(name(pair('2.5.4.10', utf8('Root CA')))));
  });
});
