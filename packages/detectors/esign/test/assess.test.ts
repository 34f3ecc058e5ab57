import { describe, expect, test } from 'vitest';
import { type AssessContext, assess } from '../src/assess.ts';
import { NO_TRUST } from '../src/certificates/trust.ts';
import { verifyCms } from '../src/cms/signed-data.ts';
import { judge } from '../src/judge.ts';
import { certify, threeTiers } from './pki/certificate.ts';
import { attribute, type CmsSpec, makeCms, makeTimestamp } from './pki/cms.ts';
import { ecKey, rsaKey } from './pki/keys.ts';
import { makeCrl } from './pki/revocation.ts';

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const content = Buffer.from('合同');
const { root, authority, person } = threeTiers(() => ecKey());
const stampRoot = certify({ commonName: 'Time root', key: ecKey(), issuer: null, ca: true });
const stamper = certify({
  commonName: 'TSA',
  key: ecKey(),
  issuer: stampRoot,
  keyUsage: 0xc0,
  extKeyUsage: ['1.3.6.1.5.5.7.3.8'],
});
const short = certify({
  commonName: '短期',
  key: ecKey(),
  issuer: authority,
  keyUsage: 0xc0,
  notBefore: day('2022-01-01'),
  notAfter: day('2023-01-01'),
});

const SIGNATURE_TIME = '1.2.840.113549.1.9.16.2.14';
const CONTENT_TIME = '1.2.840.113549.1.9.16.2.20';
const stamped = (at: string, by = stamper): Partial<CmsSpec> => ({
  unsigned: (signature) => [attribute(SIGNATURE_TIME, makeTimestamp(by, signature, day(at)))],
});

function run(spec: Partial<CmsSpec>, context: Partial<AssessContext> = {}, over: Uint8Array = content) {
  const signer = { signers: [person], certificates: [person, authority] };
  const [result] = verifyCms(makeCms({ ...signer, content, ...spec }), [over]);
  const assessment = assess(result!, {
    trust: { ...NO_TRUST, anchors: [root.certificate, stampRoot.certificate] },
    at: day('2024-06-01'),
    ...context,
  });
  const judgement = judge(assessment.remarks);
  const codes = judgement.reasons.map(({ code }) => code);
  return { ...judgement, codes, provenAt: assessment.provenAt, intact: result!.intact };
}
const expired = { signers: [short], certificates: [short, authority] };

describe('assess and judge', () => {
  test('sound and trusted: TOTAL-PASSED', () => {
    expect(run({})).toMatchObject({ indication: 'TOTAL-PASSED', subIndication: null, intact: true });
  });

  test('sound, but nobody is trusted: intact, INDETERMINATE, NO_CERTIFICATE_CHAIN_FOUND', () => {
    expect(run({}, { trust: NO_TRUST })).toMatchObject({
      indication: 'INDETERMINATE',
      subIndication: 'NO_CERTIFICATE_CHAIN_FOUND',
      intact: true,
    });
  });

  test('altered: HASH_FAILURE, whoever is trusted and however weak the algorithm', () => {
    const other = Buffer.from('合同 2');
    const old = certify({ commonName: 'Old', key: rsaKey(1024), issuer: authority });
    const spec = { signers: [old], certificates: [old, authority], digest: 'SHA1' } as const;
    for (const context of [{}, { trust: NO_TRUST }]) {
      expect(run({}, context, other)).toMatchObject({
        indication: 'TOTAL-FAILED',
        subIndication: 'HASH_FAILURE',
      });
      const weak = run(spec, context, other);
      expect(weak).toMatchObject({ subIndication: 'HASH_FAILURE', intact: false });
      expect(weak.codes).toContain('esign.algorithm-weak');
    }
  });

  test('SHA-1 and RSA 1024 with a certificate of 2020: CRYPTO_CONSTRAINTS_FAILURE, both said', () => {
    const old = certify({ commonName: 'Old', key: rsaKey(1024), issuer: authority });
    const { subIndication, codes, intact } = run({
      signers: [old],
      certificates: [old, authority],
      digest: 'SHA1',
    });
    expect([subIndication, intact]).toEqual(['CRYPTO_CONSTRAINTS_FAILURE', true]);
    expect(codes.filter((code) => code === 'esign.algorithm-weak')).toHaveLength(2);
  });

  test('a trusted timestamp from before the expiry proves the signature to be older', () => {
    expect(run(expired).subIndication).toBe('OUT_OF_BOUNDS_NO_POE');
    const result = run({ ...expired, ...stamped('2022-06-01') });
    expect(result).toMatchObject({ indication: 'TOTAL-PASSED', provenAt: day('2022-06-01') });
    expect(result.codes).toContain('esign.timestamp-proves');
    expect(run({ ...expired, ...stamped('2023-06-01') }).subIndication).toBe('OUT_OF_BOUNDS_NO_POE');
  });

  test('a timestamp proves nothing from an authority that is not trusted, not for that purpose, or over something else', () => {
    const stranger = certify({
      ...stamper,
      commonName: 'TSA',
      issuer: null,
      extKeyUsage: ['1.3.6.1.5.5.7.3.8'],
    });
    for (const by of [stranger, person]) {
      const result = run({ ...expired, ...stamped('2022-06-01', by) });
      expect(result).toMatchObject({ subIndication: 'OUT_OF_BOUNDS_NO_POE', provenAt: null });
      expect(result.codes).toContain('esign.timestamp-untrusted');
    }
    const else_ = [attribute(SIGNATURE_TIME, makeTimestamp(stamper, content, day('2022-06-01')))];
    const broken = run({ ...expired, unsigned: () => else_ });
    expect(broken).toMatchObject({ subIndication: 'OUT_OF_BOUNDS_NO_POE', provenAt: null });
    expect(broken.codes).toContain('esign.timestamp-broken');
  });

  test('proof may come from outside: a later document timestamp', () => {
    expect(run(expired, { provenAt: day('2022-06-01') }).indication).toBe('TOTAL-PASSED');
  });

  test('a content timestamp proves the signature to be younger: EXPIRED, REVOKED', () => {
    const young = (at: string) => [attribute(CONTENT_TIME, makeTimestamp(stamper, content, day(at)))];
    expect(run({ ...expired, signed: young('2023-06-01') }).subIndication).toBe('EXPIRED');
    const list = makeCrl(authority, { thisUpdate: day('2024-05-31') }, [
      { certificate: person.certificate, at: day('2024-01-01') },
    ]);
    expect(run({}, { crls: [list] }).subIndication).toBe('REVOKED_NO_POE');
    expect(run({ signed: young('2024-02-01') }, { crls: [list] }).subIndication).toBe('REVOKED');
    expect(run(stamped('2023-12-01'), { crls: [list] }).indication).toBe('TOTAL-PASSED');
  });

  test('a claimed time that cannot be is said: later than the check, or than a timestamp', () => {
    const late = 'esign.claimed-time-late';
    expect(run({ signedAt: day('2024-05-31') }).codes).not.toContain(late);
    expect(run({ signedAt: day('2024-06-02') }).codes).toContain(late);
    expect(run({ signedAt: day('2024-02-02'), ...stamped('2024-02-01') }).codes).toContain(late);
    expect(run({ signedAt: day('2024-02-01'), ...stamped('2024-02-01') })).toMatchObject({
      indication: 'TOTAL-PASSED',
      provenAt: day('2024-02-01'),
    });
  });

  test('a claimed time outside the certificate is said, and proves nothing', () => {
    const { codes, subIndication } = run({ ...expired, signedAt: day('2023-06-01') });
    expect(codes).toContain('esign.claimed-time-outside');
    expect(subIndication).toBe('OUT_OF_BOUNDS_NO_POE');
    expect(run({ ...expired, signedAt: day('2022-06-01') }).subIndication).toBe('OUT_OF_BOUNDS_NO_POE');
  });
});
