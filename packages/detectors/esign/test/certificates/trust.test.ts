import { describe, expect, test } from 'vitest';
import { trustStoreFrom } from '../../src/certificates/trust.ts';
import { threeTiers } from '../pki/certificate.ts';
import { ecKey } from '../pki/keys.ts';
import { crlBytes, ocspBytes } from '../pki/revocation.ts';
import { pem } from '../support/pem.ts';

describe('trust store', () => {
  const { root, authority } = threeTiers(() => ecKey());
  const thisUpdate = new Date('2024-01-01T00:00:00Z');
  const crl = crlBytes(root, { thisUpdate });
  const ocsp = ocspBytes(authority.certificate, root.certificate, root, { thisUpdate });

  test('takes PEM with several in a file, with words around them, and DER', () => {
    const text = `# roots\n${pem('CERTIFICATE', root.certificate.der)}\r\n${pem('X509 CRL', crl)}`;
    const store = trustStoreFrom([
      { name: 'a.pem', bytes: Buffer.from(text) },
      { name: 'b.cer', bytes: authority.certificate.der },
      { name: 'c.crl', bytes: crl },
      { name: 'd.ocsp', bytes: ocsp },
    ]);
    expect(store.anchors.map(({ commonName }) => commonName)).toEqual(['Root', 'Authority']);
    expect([store.crls.length, store.ocsps.length]).toEqual([2, 1]);
  });

  test.each([
    ['nothing in it', Buffer.from('')],
    ['other words', Buffer.from('hello')],
    ['a broken certificate', Buffer.from(pem('CERTIFICATE', Buffer.from('3003020101', 'hex')))],
    ['a private key alone', Buffer.from(pem('PRIVATE KEY', Buffer.from('3003020101', 'hex')))],
  ])('names a file with %s', (_, bytes) =>
    expect(() => trustStoreFrom([{ name: 'x.pem', bytes }])).toThrow(
      expect.objectContaining({ code: 'esign.malformed-trust', message: expect.stringContaining('x.pem') }),
    ),
  );
});
