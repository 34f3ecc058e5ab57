import { describe, expect, test } from 'vitest';
import { verifyTimestamp } from '../../src/cms/timestamp.ts';
import { digest } from '../../src/crypto/digest.ts';
import { certify } from '../pki/certificate.ts';
import { makeCms, makeTimestamp } from '../pki/cms.ts';
import { integer, sequence } from '../pki/der.ts';
import { ecKey, rsaKey, sm2Key } from '../pki/keys.ts';

const at = new Date('2024-03-01T12:00:00Z');
const range = [Buffer.from('%PDF-1.7 …'), Buffer.from('… %%EOF')];
const whole = Buffer.concat(range);

describe('timestamp', () => {
  test.each([
    ['RSA', rsaKey, 'SHA256'],
    ['ECDSA', ecKey, 'SHA512'],
    ['SM2', sm2Key, 'SM3'],
  ] as const)('over a byte range, by %s', (_, key, name) => {
    const authority = certify({ commonName: 'TSA', key: key(), issuer: null, digest: name });
    const token = makeTimestamp(authority, whole, at, { digest: name });
    const padded = Buffer.concat([token, new Uint8Array(500)]);
    expect(verifyTimestamp(padded, range)).toMatchObject({
      intact: true,
      time: at,
      imprint: 'match',
      remarks: [],
    });
    const result = verifyTimestamp(padded, [...range, Uint8Array.of(0x20)]);
    expect(result).toMatchObject({ intact: false, imprint: 'mismatch', time: at });
    expect(result.remarks.map(({ subIndication }) => subIndication)).toEqual(['HASH_FAILURE']);
  });

  test('within the response that brought it', () => {
    const authority = certify({ commonName: 'TSA', key: ecKey(), issuer: null });
    const response = sequence(sequence(integer(0)), makeTimestamp(authority, whole, at));
    expect(verifyTimestamp(response, range)).toMatchObject({ intact: true, time: at });
    const refusal = sequence(sequence(integer(2)));
    expect(verifyTimestamp(refusal, range)).toMatchObject({ intact: false, time: null });
  });

  test('by whom its ESS attribute does not name', () => {
    const [one, other] = [ecKey(), ecKey()].map((key) => certify({ commonName: 'TSA', key, issuer: null }));
    const token = makeTimestamp(one!, whole, at, { essNames: other! });
    expect(verifyTimestamp(token, range)).toMatchObject({ intact: false });
  });

  test('a signature over the same bytes is no timestamp', () => {
    const signer = certify({ commonName: 'A', key: ecKey(), issuer: null });
    for (const der of [
      makeCms({ signers: [signer], content: whole }),
      makeCms({ signers: [signer], content: digest('SHA256', whole), carried: 'content' }),
      makeCms({
        signers: [signer],
        content: sequence(),
        carried: 'content',
        contentType: '1.2.840.113549.1.9.16.1.4',
      }),
      new Uint8Array(40),
    ]) {
      const result = verifyTimestamp(der, range);
      expect(result).toMatchObject({ intact: false, time: null });
      expect(result.remarks.map(({ subIndication }) => subIndication)).toEqual(['FORMAT_FAILURE']);
    }
  });
});
