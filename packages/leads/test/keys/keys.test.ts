import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { newKeyPem, publicKeyFromPem, signerFromPem } from '../../src/keys/index.ts';
import { findOpenssl, NO_OPENSSL, openssl } from '../support/openssl.ts';

const message = Buffer.from('清单：见附件');

describe('Ed25519 from a file', () => {
  const signer = signerFromPem(newKeyPem());

  it('signs what its public key verifies, and nothing else', async () => {
    const key = publicKeyFromPem(signer.publicKeyPem);
    const signature = await signer.sign(message);
    expect(key).toMatchObject({ algorithm: 'Ed25519', keyId: signer.keyId });
    expect(key.verify(message, signature)).toBe(true);
    expect(key.verify(Buffer.from('另一份'), signature)).toBe(false);
    expect(key.verify(message, new Uint8Array(64))).toBe(false);
  });

  it('refuses keys of other kinds, and what is no key, by code', () => {
    expect(() => signerFromPem('no key')).toThrow(expect.objectContaining({ code: 'leads.key-unreadable' }));
    expect(() => publicKeyFromPem('no key')).toThrow(
      expect.objectContaining({ code: 'leads.key-unreadable' }),
    );
    const broken = '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n';
    expect(() => publicKeyFromPem(broken)).toThrow(expect.objectContaining({ code: 'leads.key-unreadable' }));
  });
});

const version = findOpenssl();
describe.skipIf(!version)(`keys of OpenSSL${version ? '' : ` (${NO_OPENSSL})`}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'jianzhen-keys-'));
  const file = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, name), content);
    return name;
  };
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('SM2: OpenSSL verifies what is signed here, and the other way round', async () => {
    const pem = openssl(['genpkey', '-algorithm', 'SM2']);
    const signer = signerFromPem(pem);
    expect(signer.algorithm).toBe('SM2');
    file('message', message);
    file('key.pem', pem);
    file('public.pem', signer.publicKeyPem);
    expect(openssl(['pkey', '-in', 'key.pem', '-pubout'], folder)).toBe(signer.publicKeyPem);
    const how = ['-rawin', '-digest', 'sm3', '-pkeyopt', 'distid:1234567812345678', '-in', 'message'];
    file('signature', await signer.sign(message));
    const verify = ['pkeyutl', '-verify', '-pubin', '-inkey', 'public.pem', '-sigfile', 'signature', ...how];
    expect(openssl(verify, folder)).toContain('Signature Verified Successfully');
    openssl(['pkeyutl', '-sign', '-inkey', 'key.pem', '-out', 'theirs', ...how], folder);
    const theirs = readFileSync(join(folder, 'theirs'));
    const key = publicKeyFromPem(signer.publicKeyPem);
    expect(key.verify(message, theirs)).toBe(true);
    expect(key.verify(Buffer.from('x'), theirs)).toBe(false);
    expect(key.verify(message, theirs.subarray(1))).toBe(false);
  });

  it('an Ed25519 certificate goes with its own key only', () => {
    const pem = openssl(['genpkey', '-algorithm', 'ed25519']);
    file('ed.pem', pem);
    const certificate = openssl(
      ['req', '-x509', '-key', 'ed.pem', '-subj', '/CN=lender', '-days', '2'],
      folder,
    );
    expect(signerFromPem(pem, certificate).keyId).toBe(publicKeyFromPem(certificate).keyId);
    expect(() => signerFromPem(newKeyPem(), certificate)).toThrow(
      expect.objectContaining({ code: 'leads.certificate-foreign' }),
    );
  });

  it('RSA keys are refused', () => {
    const pem = openssl(['genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048']);
    expect(() => signerFromPem(pem)).toThrow(expect.objectContaining({ code: 'leads.key-unsupported' }));
  });
});
