import { describe, expect, test } from 'vitest';
import { validateChain } from '../../src/certificates/chain.ts';
import { parseCrl } from '../../src/certificates/crl.ts';
import { parseOcsp } from '../../src/certificates/ocsp.ts';
import { NO_TRUST } from '../../src/certificates/trust.ts';
import { certify, threeTiers } from '../pki/certificate.ts';
import { ecKey } from '../pki/keys.ts';
import { crlBytes, ocspBytes } from '../pki/revocation.ts';
import { hasOpenssl, withFolder } from '../support/openssl.ts';
import { pem } from '../support/pem.ts';

const at = new Date('2024-06-01T00:00:00Z');
const { root, authority, person } = threeTiers(() => ecKey());
const dates = { thisUpdate: new Date('2024-05-31T00:00:00Z'), nextUpdate: new Date('2024-06-30T00:00:00Z') };
const revoked = { certificate: person.certificate, at: new Date('2024-01-01T00:00:00Z') };
const asOf = ['-attime', String(at.getTime() / 1000)];

/** What OpenSSL says of the person's chain with these lists, and what is said here. */
function bothSay(crls: readonly Uint8Array[], anchor = root) {
  const theirs = withFolder((folder) => {
    folder.write('root', pem('CERTIFICATE', anchor.certificate.der));
    folder.write('between', pem('CERTIFICATE', authority.certificate.der));
    folder.write('leaf', pem('CERTIFICATE', person.certificate.der));
    folder.write('crls', crls.map((crl) => pem('X509 CRL', crl)).join(''));
    const files = ['-CAfile', 'root', '-untrusted', 'between', '-CRLfile', 'crls', '-crl_check_all'];
    return folder.run('verify', ...files, ...asOf, 'leaf');
  });
  const { trusted } = validateChain(person.certificate, {
    others: [authority.certificate],
    trust: { ...NO_TRUST, anchors: [anchor.certificate] },
    crls: crls.map(parseCrl),
    at,
    provenAt: null,
    revocation: 'required',
  });
  return [theirs, trusted];
}

describe.skipIf(!hasOpenssl)('chains and revocation: OpenSSL as the oracle (openssl at hand)', () => {
  const above = crlBytes(root, dates);
  const stale = {
    thisUpdate: new Date('2023-01-01T00:00:00Z'),
    nextUpdate: new Date('2023-02-01T00:00:00Z'),
  };
  test.each([
    ['not on the list', [above, crlBytes(authority, dates)], true],
    ['on the list', [above, crlBytes(authority, dates, [revoked])], false],
    ['no list', [above], false],
    ['an old list', [above, crlBytes(authority, stale)], false],
    [
      'the authority on the list',
      [
        crlBytes(root, dates, [{ ...revoked, certificate: authority.certificate }]),
        crlBytes(authority, dates),
      ],
      false,
    ],
    ['a list that a namesake signed', [above, crlBytes(threeTiers(() => ecKey()).authority, dates)], false],
  ])('%s', (_, crls, expected) => expect(bothSay(crls)).toEqual([expected, expected]));

  test('a namesake of the root', () => {
    const namesake = threeTiers(() => ecKey()).root;
    expect(bothSay([above, crlBytes(authority, dates)], namesake)).toEqual([false, false]);
  });

  const responder = certify({
    commonName: 'Responder',
    key: ecKey(),
    issuer: authority,
    extKeyUsage: ['1.3.6.1.5.5.7.3.9'],
  });
  const stranger = certify({ commonName: 'Responder', key: ecKey(), issuer: authority });
  test.each([
    ['the issuer', authority, true],
    ['a responder', responder, true],
    ['one who is no responder', stranger, false],
  ])('an OCSP response by %s', (_, by, expected) => {
    const response = ocspBytes(person.certificate, authority.certificate, by, dates);
    const theirs = withFolder((folder) => {
      folder.write('root', pem('CERTIFICATE', root.certificate.der));
      folder.write('issuer', pem('CERTIFICATE', authority.certificate.der));
      folder.write('leaf', pem('CERTIFICATE', person.certificate.der));
      folder.write('response', response);
      const files = ['-respin', 'response', '-issuer', 'issuer', '-cert', 'leaf', '-CAfile', 'root'];
      return folder.run('ocsp', ...files, '-verify_other', 'issuer', ...asOf);
    });
    const { trusted } = validateChain(person.certificate, {
      others: [],
      trust: { ...NO_TRUST, anchors: [authority.certificate] },
      ocsps: [parseOcsp(response)],
      at,
      provenAt: null,
      revocation: 'required',
    });
    expect([theirs, trusted]).toEqual([expected, expected]);
  });
});
