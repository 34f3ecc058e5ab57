import { describe, expect, test } from 'vitest';
import { encode } from '../../src/asn1/writer.ts';
import { type ChainContext, validateChain } from '../../src/certificates/chain.ts';
import { NO_TRUST } from '../../src/certificates/trust.ts';
import { certify, extension, type Holder, threeTiers } from '../pki/certificate.ts';
import { implicit, integer, name, nothing, oid, sequence, set, tagged } from '../pki/der.ts';
import { ecKey, rsaKey, sm2Key } from '../pki/keys.ts';
import { cpuClock } from '../support/cpu.ts';

const at = new Date('2024-06-01T00:00:00Z');
const { root, authority, person } = threeTiers(() => ecKey());
const trusting = (...anchors: readonly Holder[]) => ({
  ...NO_TRUST,
  anchors: anchors.map(({ certificate }) => certificate),
});

const context = (more: Partial<ChainContext> = {}): ChainContext => ({
  others: [authority.certificate],
  trust: trusting(root),
  at,
  provenAt: null,
  ...more,
});
const codes = (result: ReturnType<typeof validateChain>) => result.remarks.map(({ reason }) => reason.code);

describe('chain', () => {
  test.each([
    ['ECDSA', () => ecKey()],
    ['RSA', () => rsaKey()],
    ['SM2', () => sm2Key()],
  ])('leads over an authority of the file to an anchor: %s', (_, key) => {
    const tiers = threeTiers(key);
    const result = validateChain(
      tiers.person.certificate,
      context({ others: [tiers.authority.certificate], trust: trusting(tiers.root) }),
    );
    expect(result).toMatchObject({ trusted: true, subIndication: null });
    expect(result.path.map(({ commonName }) => commonName)).toEqual(['张三', 'Authority', 'Root']);
  });

  test('an authority, or the person itself, may be the anchor', () => {
    expect(
      validateChain(person.certificate, context({ trust: trusting(authority), others: [] })).trusted,
    ).toBe(true);
    expect(validateChain(person.certificate, context({ trust: trusting(person), others: [] })).trusted).toBe(
      true,
    );
  });

  test('NO_CERTIFICATE_CHAIN_FOUND: no anchors, a gap, a namesake of the root', () => {
    const namesake = threeTiers(() => ecKey());
    for (const more of [
      { trust: NO_TRUST },
      { trust: NO_TRUST, others: [authority.certificate, root.certificate] },
      { others: [] },
      { trust: trusting(namesake.root) },
      { others: [namesake.authority.certificate] },
    ]) {
      const result = validateChain(person.certificate, context(more));
      expect(result).toMatchObject({ trusted: false, subIndication: 'NO_CERTIFICATE_CHAIN_FOUND' });
    }
  });

  test('authorities that certify each other end in no loop', () => {
    const [a, b] = [ecKey(), ecKey()];
    const first = certify({ commonName: 'A', key: a, issuer: null, ca: true });
    const second = certify({ commonName: 'B', key: b, issuer: first, ca: true });
    const again = certify({ commonName: 'A', key: a, issuer: second, ca: true });
    const leaf = certify({ commonName: 'L', key: ecKey(), issuer: second });
    const others = [again.certificate, second.certificate];
    expect(validateChain(leaf.certificate, context({ others })).subIndication).toBe(
      'NO_CERTIFICATE_CHAIN_FOUND',
    );
    expect(validateChain(leaf.certificate, context({ others, trust: trusting(first) })).trusted).toBe(true);
  });

  test('CERTIFICATE_CHAIN_GENERAL_FAILURE: hundreds of namesakes are not all tried', () => {
    const key = ecKey();
    const others = Array.from(
      { length: 150 },
      () => certify({ commonName: 'Authority', key, issuer: null, ca: true }).certificate,
    );
    const cpu = cpuClock();
    const result = validateChain(person.certificate, context({ others, trust: NO_TRUST }));
    expect(result.subIndication).toBe('CERTIFICATE_CHAIN_GENERAL_FAILURE');
    expect(cpu()).toBeLessThan(2000);
  });
});

describe('CHAIN_CONSTRAINTS_FAILURE', () => {
  const issue = (spec: Partial<Parameters<typeof certify>[0]>, from = root) =>
    certify({ commonName: 'Between', key: ecKey(), issuer: from, ca: true, ...spec });
  const below = (issuer: Holder) => certify({ commonName: 'Leaf', key: ecKey(), issuer, keyUsage: 0xc0 });
  const result = (leaf: Holder, ...others: readonly Holder[]) =>
    validateChain(leaf.certificate, context({ others: others.map(({ certificate }) => certificate) }));

  test.each([
    ['not an authority', { ca: false }, 'esign.not-a-ca'],
    ['silent on whether it is one', { ca: undefined as never }, 'esign.not-a-ca'],
    ['not to sign certificates', { keyUsage: 0x80 }, 'esign.key-usage'],
    [
      'with an unknown critical extension',
      { extensions: [extension('1.2.3', true, nothing())] },
      'esign.critical-extension',
    ],
  ])('an issuer that is %s', (_, spec, code) => {
    const between = issue(spec);
    const found = result(below(between), between);
    expect(found.subIndication).toBe('CHAIN_CONSTRAINTS_FAILURE');
    expect(codes(found)).toContain(code);
  });

  test('an authority below one that allows none', () => {
    const first = issue({ pathLength: 0 });
    const second = issue({ commonName: 'Further' }, first);
    const found = result(below(second), first, second);
    expect(found.subIndication).toBe('CHAIN_CONSTRAINTS_FAILURE');
    expect(codes(found)).toContain('esign.path-too-long');
  });

  test('a key that may not sign documents, or not stamp times', () => {
    const leaf = certify({ commonName: 'L', key: ecKey(), issuer: root, keyUsage: 0x20 });
    expect(result(leaf).subIndication).toBe('CHAIN_CONSTRAINTS_FAILURE');
    expect(validateChain(person.certificate, context({ purpose: 'timestamp' })).subIndication).toBe(
      'CHAIN_CONSTRAINTS_FAILURE',
    );
    expect(validateChain(leaf.certificate, context({ purpose: 'any' })).trusted).toBe(true);
  });

  describe('names', () => {
    const email = (text: string) => implicit(1, Buffer.from(text));
    const dns = (text: string) => implicit(2, Buffer.from(text));
    const uri = (text: string) => implicit(6, Buffer.from(text));
    const ip = (...octets: readonly number[]) => implicit(7, Uint8Array.from(octets));
    const directory = (text: string) => tagged(4, name(text));
    const subtrees = (...bases: readonly Uint8Array[]) => bases.map((base) => sequence(base));
    const permitted = (...bases: readonly Uint8Array[]) => tagged(0, ...subtrees(...bases));
    const excluded = (...bases: readonly Uint8Array[]) => tagged(1, ...subtrees(...bases));
    const country = tagged(4, sequence(set(sequence(oid('2.5.4.6'), encode(0x13, Buffer.from('cn'))))));
    const NO = 'CHAIN_CONSTRAINTS_FAILURE';
    test.each<[string, Uint8Array, readonly Uint8Array[], string | null]>([
      ['of the country permitted', permitted(country), [], null],
      ['of another name than permitted', permitted(directory('Else')), [], NO],
      ['of the country excluded', excluded(country), [], NO],
      ['of another name than excluded', excluded(directory('Else')), [], null],
      ['address at the host', permitted(email('a.cn')), [email('x@A.cn')], null],
      ['address at a host below', permitted(email('a.cn')), [email('x@b.a.cn')], NO],
      ['address below the domain', permitted(email('.a.cn')), [email('x@b.a.cn')], null],
      ['the very address', permitted(email('x@a.cn')), [email('x@a.cn')], null],
      ['another address', permitted(email('x@a.cn')), [email('y@a.cn')], NO],
      ['host below', permitted(dns('a.cn')), [dns('b.a.cn')], null],
      ['host beside', permitted(dns('a.cn')), [dns('ba.cn')], NO],
      ['any host excluded', excluded(dns('')), [dns('a.cn')], NO],
      ['place below', permitted(uri('.a.cn')), [uri('https://b.a.cn/x')], null],
      ['place elsewhere', permitted(uri('a.cn')), [uri('https://b.cn/a.cn')], NO],
      ['network', permitted(ip(10, 1, 0, 0, 255, 255, 0, 0)), [ip(10, 1, 2, 3)], null],
      ['another network', permitted(ip(10, 1, 0, 0, 255, 255, 0, 0)), [ip(10, 2, 2, 3)], NO],
      ['a form that was not spoken of', permitted(email('a.cn')), [dns('b.cn')], null],
      [
        'a form that cannot be compared',
        permitted(implicit(8, Uint8Array.of(42))),
        [implicit(8, Uint8Array.of(43))],
        NO,
      ],
    ])('%s', (_, constraint, names, expected) => {
      const between = issue({ extensions: [extension('2.5.29.30', true, sequence(constraint))] });
      const alternative = extension('2.5.29.17', false, sequence(...names));
      const leaf = certify({ commonName: 'L', key: ecKey(), issuer: between, extensions: [alternative] });
      expect(result(leaf, between).subIndication).toBe(expected);
    });
  });

  describe('policies', () => {
    const policies = (...ids: readonly string[]) =>
      extension('2.5.29.32', false, sequence(...ids.map((id) => sequence(oid(id)))));
    const required = extension('2.5.29.36', true, sequence(implicit(0, Uint8Array.of(0))));
    const mapping = extension('2.5.29.33', true, sequence(sequence(oid('1.2.3'), oid('1.2.4'))));
    const noAny = extension('2.5.29.54', true, integer(0));
    const ANY = '2.5.29.32.0';
    test.each([
      ['none required, none there', [], [], null],
      ['required, and the same', [required, policies('1.2.3')], [policies('1.2.3', '1.2.5')], null],
      ['required, and none', [required, policies('1.2.3')], [], 'CHAIN_CONSTRAINTS_FAILURE'],
      [
        'required, and another',
        [required, policies('1.2.3')],
        [policies('1.2.4')],
        'CHAIN_CONSTRAINTS_FAILURE',
      ],
      ['required, another that is mapped', [required, policies('1.2.3'), mapping], [policies('1.2.4')], null],
      ['required, and any', [required, policies('1.2.3')], [policies(ANY)], null],
      [
        'required, any, which is inhibited',
        [required, noAny, policies('1.2.3')],
        [policies(ANY)],
        'CHAIN_CONSTRAINTS_FAILURE',
      ],
      ['required of the person alone', [policies(ANY)], [required, policies('1.2.9')], null],
    ])('%s', (_, above, own, expected) => {
      const between = issue({ extensions: above });
      const leaf = certify({ commonName: 'L', key: ecKey(), issuer: between, extensions: own });
      expect(result(leaf, between).subIndication).toBe(expected);
    });
  });

  test('where one path fails and another does not, the other counts', () => {
    const key = ecKey();
    const bad = issue({ key, ca: false });
    const good = issue({ key });
    expect(result(below(good), bad, good).trusted).toBe(true);
  });
});

describe('validity', () => {
  const leaf = certify({
    commonName: 'L',
    key: ecKey(),
    issuer: root,
    notBefore: new Date('2022-01-01T00:00:00Z'),
    notAfter: new Date('2023-01-01T00:00:00Z'),
  });
  const check = (more: Partial<ChainContext>) => validateChain(leaf.certificate, context(more)).subIndication;
  const day = (text: string) => new Date(`${text}T00:00:00Z`);

  test('OUT_OF_BOUNDS_NO_POE: expired, and nothing proves that the signature is older', () => {
    expect(check({})).toBe('OUT_OF_BOUNDS_NO_POE');
    expect(check({ provenAt: day('2023-02-01') })).toBe('OUT_OF_BOUNDS_NO_POE');
  });
  test('expired since, but the signature is proven to be older', () => {
    expect(check({ provenAt: day('2022-06-01') })).toBeNull();
  });
  test('EXPIRED: proven to be younger', () => {
    expect(check({ notEarlierThan: day('2023-02-01') })).toBe('EXPIRED');
  });
  test('NOT_YET_VALID: the signature is there before the certificate is', () => {
    expect(check({ provenAt: day('2021-06-01') })).toBe('NOT_YET_VALID');
    expect(check({ at: day('2021-06-01') })).toBe('NOT_YET_VALID');
  });
  test('an expired authority, and an expired anchor', () => {
    const short = certify({
      commonName: 'R',
      key: ecKey(),
      issuer: null,
      ca: true,
      notAfter: day('2023-01-01'),
    });
    const person = certify({ commonName: 'P', key: ecKey(), issuer: short });
    const trust = trusting(short);
    expect(validateChain(person.certificate, context({ trust })).trusted).toBe(true);
    const middle = certify({
      commonName: 'M',
      key: ecKey(),
      issuer: root,
      ca: true,
      notAfter: day('2023-01-01'),
    });
    const other = certify({ commonName: 'O', key: ecKey(), issuer: middle });
    const others = [middle.certificate];
    const found = validateChain(other.certificate, context({ others, notEarlierThan: day('2023-06-01') }));
    expect(found.subIndication).toBe('OUT_OF_BOUNDS_NO_POE');
  });
});

describe('cryptographic constraints', () => {
  test('a curve of 192 bits is too small', () => {
    const leaf = certify({ commonName: 'L', key: ecKey('prime192v1'), issuer: null });
    const child = certify({ commonName: 'C', key: ecKey(), issuer: leaf });
    const found = validateChain(child.certificate, context({ trust: trusting(leaf) }));
    expect(codes(found)).toContain('esign.certificate-algorithm-weak');
  });

  const weak = (notBefore: string) => {
    const old = certify({ commonName: 'Old', key: rsaKey(1024), issuer: null, ca: true });
    const leaf = certify({
      commonName: 'L',
      key: ecKey(),
      issuer: old,
      digest: 'SHA1',
      notBefore: new Date(notBefore),
    });
    return (provenAt: string | null) =>
      validateChain(
        leaf.certificate,
        context({ trust: trusting(old), provenAt: provenAt === null ? null : new Date(provenAt) }),
      );
  };

  test('a chain by SHA-1 and RSA 1024 holds for what is proven to be from before 2014', () => {
    const found = weak('2012-01-01')('2013-01-01');
    expect(found.trusted).toBe(true);
    expect(codes(found)).toContain('esign.certificate-algorithm-weak');
  });
  test('CRYPTO_CONSTRAINTS_FAILURE_NO_POE: it may be from before', () => {
    expect(weak('2012-01-01')(null).subIndication).toBe('CRYPTO_CONSTRAINTS_FAILURE_NO_POE');
  });
  test('CRYPTO_CONSTRAINTS_FAILURE: it cannot be', () => {
    expect(weak('2016-01-01')(null).subIndication).toBe('CRYPTO_CONSTRAINTS_FAILURE');
  });
});
