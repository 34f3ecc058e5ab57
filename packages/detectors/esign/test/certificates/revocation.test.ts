import { describe, expect, test } from 'vitest';
import { type ChainContext, validateChain } from '../../src/certificates/chain.ts';
import { parseCrl } from '../../src/certificates/crl.ts';
import { parseOcsp } from '../../src/certificates/ocsp.ts';
import { NO_TRUST } from '../../src/certificates/trust.ts';
import { certify, extension, threeTiers } from '../pki/certificate.ts';
import { boolean, implicit, integer, sequence, tagged } from '../pki/der.ts';
import { ecKey, sm2Key } from '../pki/keys.ts';
import { crlBytes, makeCrl, makeOcsp } from '../pki/revocation.ts';
import { cpuClock } from '../support/cpu.ts';

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const { root, authority, person } = threeTiers(() => ecKey());
const fresh = { thisUpdate: day('2024-05-31'), nextUpdate: day('2024-06-30') };
const stale = { thisUpdate: day('2023-01-01'), nextUpdate: day('2023-02-01') };
const gone = { certificate: person.certificate, at: day('2024-01-01') };
const clean = makeCrl(root, fresh);

function check(more: Partial<ChainContext> & { readonly stored?: Partial<typeof NO_TRUST> }) {
  const { stored, ...rest } = more;
  return validateChain(person.certificate, {
    others: [authority.certificate],
    trust: { ...NO_TRUST, anchors: [root.certificate], ...stored },
    at: day('2024-06-01'),
    provenAt: null,
    revocation: 'required',
    ...rest,
  });
}
const codes = (result: ReturnType<typeof check>) => result.remarks.map(({ reason }) => reason.code);

describe('revocation lists', () => {
  test('of the store and of the file alike: not on them', () => {
    expect(check({ stored: { crls: [clean, makeCrl(authority, fresh)] } }).trusted).toBe(true);
    expect(check({ crls: [clean, makeCrl(authority, fresh)] }).trusted).toBe(true);
  });

  test('with SM2', () => {
    const tiers = threeTiers(() => sm2Key(), 'SM3');
    const on = { certificate: tiers.person.certificate, at: day('2024-01-01') };
    const result = validateChain(tiers.person.certificate, {
      others: [tiers.authority.certificate],
      trust: {
        ...NO_TRUST,
        anchors: [tiers.root.certificate],
        crls: [makeCrl(tiers.authority, fresh, [on])],
      },
      at: day('2024-06-01'),
      provenAt: null,
    });
    expect(result.subIndication).toBe('REVOKED_NO_POE');
  });

  test('REVOKED_NO_POE, however old the list', () => {
    expect(check({ crls: [clean, makeCrl(authority, fresh, [gone])] }).subIndication).toBe('REVOKED_NO_POE');
    const early = makeCrl(authority, { ...stale, thisUpdate: day('2024-01-02') }, [gone]);
    expect(check({ crls: [clean, early, makeCrl(authority, fresh)] }).subIndication).toBe('REVOKED_NO_POE');
    expect(
      check({ crls: [clean, makeCrl(authority, fresh, [gone])], provenAt: day('2024-02-01') }).subIndication,
    ).toBe('REVOKED_NO_POE');
  });

  test('REVOKED: the signature is proven to be younger', () => {
    const crls = [clean, makeCrl(authority, fresh, [gone])];
    expect(check({ crls, notEarlierThan: day('2024-02-01') }).subIndication).toBe('REVOKED');
  });

  test('revoked after the signature is proven to have been there: it holds, and says so', () => {
    const result = check({ crls: [clean, makeCrl(authority, fresh, [gone])], provenAt: day('2023-12-01') });
    expect(result.trusted).toBe(true);
    expect(codes(result)).toContain('esign.revoked-later');
  });

  test('REVOKED_CA_NO_POE', () => {
    const list = makeCrl(root, fresh, [{ certificate: authority.certificate, at: day('2024-01-01') }]);
    expect(check({ crls: [list, makeCrl(authority, fresh)] }).subIndication).toBe('REVOKED_CA_NO_POE');
  });

  test('TRY_LATER: on hold, unless a later list lifts it', () => {
    const hold = makeCrl(authority, { thisUpdate: day('2024-05-01') }, [{ ...gone, reason: 6 }]);
    expect(check({ crls: [clean, hold] }).subIndication).toBe('TRY_LATER');
    expect(check({ crls: [clean, hold, makeCrl(authority, fresh)] }).trusted).toBe(true);
  });

  test('TRY_LATER where data is asked for and missing or stale; a remark where it is not', () => {
    expect(check({}).subIndication).toBe('TRY_LATER');
    expect(check({ crls: [clean, makeCrl(authority, stale)] }).subIndication).toBe('TRY_LATER');
    const lenient = check({ crls: [clean, makeCrl(authority, stale)], revocation: 'if-available' });
    expect(lenient.trusted).toBe(true);
    expect(codes(lenient)).toEqual(['esign.revocation-stale']);
    expect(codes(check({ revocation: 'if-available' }))).toEqual([
      'esign.revocation-unknown',
      'esign.revocation-unknown',
    ]);
  });

  test('a list is nothing where another signed it, or it is from the future', () => {
    const namesake = threeTiers(() => ecKey());
    expect(check({ crls: [clean, makeCrl(namesake.authority, fresh)] }).subIndication).toBe('TRY_LATER');
    expect(check({ crls: [clean, makeCrl(namesake.authority, fresh, [gone])] }).subIndication).toBe(
      'TRY_LATER',
    );
    const future = makeCrl(authority, { thisUpdate: day('2025-01-01') });
    expect(check({ crls: [clean, future] }).subIndication).toBe('TRY_LATER');
  });

  test('a list for authorities alone, a delta, and an indirect one say nothing of a person', () => {
    const scope = (...flags: readonly Uint8Array[]) => extension('2.5.29.28', true, sequence(...flags));
    for (const given of [
      scope(implicit(2, Uint8Array.of(0xff))),
      scope(implicit(4, Uint8Array.of(0xff))),
      scope(
        tagged(0, tagged(0, implicit(6, Buffer.from('http://elsewhere')))),
        implicit(2, Uint8Array.of(0xff)),
      ),
      extension('2.5.29.27', true, integer(1)),
    ]) {
      expect(check({ crls: [clean, makeCrl(authority, fresh, [], [given])] }).subIndication).toBe(
        'TRY_LATER',
      );
    }
    const users = scope(implicit(1, Uint8Array.of(0xff)));
    expect(check({ crls: [clean, makeCrl(authority, fresh, [], [users])] }).trusted).toBe(true);
  });

  test('after a certificate expired, silence of a list says nothing, unless it keeps the expired', () => {
    const short = certify({ commonName: 'S', key: ecKey(), issuer: root, notAfter: day('2024-05-01') });
    const run = (extensions: readonly Uint8Array[]) =>
      validateChain(short.certificate, {
        others: [],
        trust: { ...NO_TRUST, anchors: [root.certificate] },
        crls: [makeCrl(root, fresh, [], extensions)],
        at: day('2024-06-01'),
        provenAt: day('2024-04-01'),
        revocation: 'required',
      });
    expect(run([]).subIndication).toBe('TRY_LATER');
    expect(run([extension('2.5.29.60', false, boolean(true))]).trusted).toBe(true);
  });

  test('100,000 entries are searched in no time to speak of', () => {
    const entries = Array.from({ length: 100_000 }, () => gone);
    const bytes = crlBytes(authority, fresh, entries);
    const cpu = cpuClock();
    const list = parseCrl(bytes);
    expect(list.find('beef')).toBeNull();
    expect(list.find(person.certificate.serialNumber)?.at).toEqual(gone.at);
    expect(cpu()).toBeLessThan(2000);
  });
});

describe('OCSP', () => {
  const delegate = (extKeyUsage: readonly string[], issuer = authority) =>
    certify({ commonName: 'Responder', key: ecKey(), issuer, extKeyUsage });
  const signing = ['1.3.6.1.5.5.7.3.9'];
  const response = (responder = authority, status: Parameters<typeof makeOcsp>[4] = null, dates = fresh) =>
    makeOcsp(person.certificate, authority.certificate, responder, dates, status);

  test('by the issuer, or by whom it certified for that', () => {
    expect(check({ crls: [clean], ocsps: [response()] }).trusted).toBe(true);
    expect(check({ crls: [clean], ocsps: [response(delegate(signing))] }).trusted).toBe(true);
    expect(check({ crls: [clean], stored: { ocsps: [response(delegate(signing))] } }).trusted).toBe(true);
  });

  test('not by whom the issuer certified for other things, nor by whom another certified', () => {
    expect(check({ crls: [clean], ocsps: [response(delegate([]))] }).subIndication).toBe('TRY_LATER');
    const stranger = delegate(signing, threeTiers(() => ecKey()).authority);
    expect(check({ crls: [clean], ocsps: [response(stranger)] }).subIndication).toBe('TRY_LATER');
    expect(check({ crls: [clean], ocsps: [response(stranger, { at: gone.at })] }).subIndication).toBe(
      'TRY_LATER',
    );
  });

  test('revoked, unknown, stale, of another certificate', () => {
    const status = (given: Parameters<typeof response>[1], dates = fresh) =>
      check({ crls: [clean], ocsps: [response(authority, given, dates)] }).subIndication;
    expect(status({ at: day('2024-01-01'), reason: 1 })).toBe('REVOKED_NO_POE');
    expect(status({ at: day('2024-01-01'), reason: 6 })).toBe('TRY_LATER');
    expect(status('unknown')).toBe('TRY_LATER');
    expect(status(null, stale)).toBe('TRY_LATER');
    const other = makeOcsp(authority.certificate, authority.certificate, authority, fresh);
    expect(check({ crls: [clean], ocsps: [other] }).subIndication).toBe('TRY_LATER');
  });

  test('nonsense is refused with a code', () => {
    for (const parse of [parseCrl, parseOcsp]) {
      for (const bytes of [new Uint8Array(), sequence(), sequence(sequence(), sequence())]) {
        expect(() => parse(bytes)).toThrow(expect.objectContaining({ code: 'esign.malformed-revocation' }));
      }
    }
  });
});
