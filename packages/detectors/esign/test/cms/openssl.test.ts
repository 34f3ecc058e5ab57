import { describe, expect, test } from 'vitest';
import { validateChain } from '../../src/certificates/chain.ts';
import { trustStoreFrom } from '../../src/certificates/trust.ts';
import { verifyCms } from '../../src/cms/signed-data.ts';
import { verifyTimestamp } from '../../src/cms/timestamp.ts';
import { threeTiers } from '../pki/certificate.ts';
import { makeCms } from '../pki/cms.ts';
import { ecKey, rsaKey } from '../pki/keys.ts';
import { type Folder, hasOpenssl, withFolder } from '../support/openssl.ts';
import { pem } from '../support/pem.ts';

const content = Buffer.from('signed by another implementation\r\n');
/** A root with its key, and a certificate below it for `usage`. */
function authorities(folder: Folder, algorithm: readonly string[], usage: string) {
  const made = [
    folder.run(
      'req',
      '-x509',
      '-newkey',
      ...algorithm,
      '-noenc',
      '-keyout',
      'rk',
      '-out',
      'root',
      '-subj',
      '/CN=R',
    ),
    folder.run(
      'req',
      '-newkey',
      ...algorithm,
      '-noenc',
      '-keyout',
      'k',
      '-out',
      'csr',
      '-subj',
      '/C=CN/CN=L',
    ),
  ];
  folder.write('ext', usage);
  made.push(
    folder.run(
      'x509',
      '-req',
      '-in',
      'csr',
      '-CA',
      'root',
      '-CAkey',
      'rk',
      '-out',
      'cert',
      '-extfile',
      'ext',
    ),
  );
  expect(made).toEqual([true, true, true]);
  return trustStoreFrom([{ name: 'root', bytes: folder.read('root') }]);
}

const EC = ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'];
const USAGE = 'keyUsage=critical,digitalSignature';
const trusted = (trust: ReturnType<typeof trustStoreFrom>, signer: Parameters<typeof validateChain>[0]) =>
  validateChain(signer, { others: [], trust, at: new Date(), provenAt: null }).trusted;

describe.skipIf(!hasOpenssl)('OpenSSL as the oracle (openssl at hand)', () => {
  test.each([
    ['RSA', ['rsa:2048'], []],
    ['RSA-PSS', ['rsa:2048'], ['-keyopt', 'rsa_padding_mode:pss', '-keyopt', 'rsa_pss_saltlen:32']],
    ['ECDSA', EC, []],
    ['ECDSA, without certificates', EC, ['-nocerts']],
    ['ECDSA, in BER', EC, ['-stream']],
    ['ECDSA, no attributes', EC, ['-noattr']],
    ['ECDSA, SHA-384', EC, ['-md', 'sha384']],
    ['ECDSA, by key identifier', EC, ['-keyid']],
  ])('what it signs holds here: %s', (_, algorithm, more) =>
    withFolder((folder) => {
      const trust = authorities(folder, algorithm, `${USAGE}\nsubjectKeyIdentifier=hash`);
      folder.write('m', content);
      const parameters = [
        '-sign',
        '-binary',
        '-signer',
        'cert',
        '-inkey',
        'k',
        '-in',
        'm',
        '-outform',
        'DER',
      ];
      expect(folder.run('cms', ...parameters, '-out', 's', ...more)).toBe(true);
      const signer = trustStoreFrom([{ name: 'cert', bytes: folder.read('cert') }]).anchors;
      const [result] = verifyCms(folder.read('s'), [content], signer);
      expect(result).toMatchObject({ intact: true, remarks: [] });
      expect(trusted(trust, result!.signer!)).toBe(true);
      expect(verifyCms(folder.read('s'), [content, content], signer)[0]!.intact).toBe(false);
    }),
  );

  test('its timestamps hold here', () =>
    withFolder((folder) => {
      const usage = `${USAGE}\nextendedKeyUsage=critical,timeStamping`;
      const trust = authorities(folder, EC, usage);
      folder.write('m', content);
      folder.write('serial', '01\n');
      folder.write(
        'conf',
        '[tsa]\ndefault_tsa=t\n[t]\nserial=serial\nsigner_digest=sha256\ndefault_policy=1.2.3\ndigests=sha256\ncrypto_device=builtin\n',
      );
      expect(folder.run('ts', '-query', '-data', 'm', '-sha256', '-cert', '-out', 'q')).toBe(true);
      const reply = ['-queryfile', 'q', '-signer', 'cert', '-inkey', 'k', '-out', 't', '-token_out'];
      expect(folder.run('ts', '-reply', '-config', 'conf', ...reply)).toBe(true);
      const result = verifyTimestamp(folder.read('t'), [content]);
      expect(result).toMatchObject({ intact: true, remarks: [] });
      expect(Math.abs(result.time!.getTime() - Date.now())).toBeLessThan(60_000);
      expect(trusted(trust, result.authority!)).toBe(true);
      expect(verifyTimestamp(folder.read('t'), [content, content]).imprint).toBe('mismatch');
    }));

  test.each([
    ['RSA', rsaKey],
    ['ECDSA', ecKey],
  ])('what the tests sign holds there: %s', (_, key) =>
    withFolder((folder) => {
      const { root, authority, person } = threeTiers(() => key());
      folder.write('root', pem('CERTIFICATE', root.certificate.der));
      folder.write('m', content);
      folder.write(
        's',
        makeCms({ signers: [person], content, ess: 'v2', certificates: [person, authority] }),
      );
      const parameters = [
        '-inform',
        'DER',
        '-in',
        's',
        '-content',
        'm',
        '-binary',
        '-CAfile',
        'root',
        '-out',
        'o',
      ];
      expect(folder.run('cms', '-verify', ...parameters, '-purpose', 'any')).toBe(true);
      folder.write('m', Buffer.concat([content, content]));
      expect(folder.run('cms', '-verify', ...parameters, '-purpose', 'any')).toBe(false);
    }),
  );
});
