import { describe, expect, test } from 'vitest';
import { NO_TRUST } from '../../src/certificates/trust.ts';
import { digest } from '../../src/crypto/digest.ts';
import { verifyPdf } from '../../src/pdf/index.ts';
import { certify } from '../pki/certificate.ts';
import { makeCms } from '../pki/cms.ts';
import { octets } from '../pki/der.ts';
import { ecKey, edKey, pssKey, rsaKey, sm2Key } from '../pki/keys.ts';
import { amount, field, form, N, voucher } from './support/document.ts';
import { stream, update } from './support/pdf-writer.ts';
import { type SignSpec, sign, signedField, signedVoucher, signer } from './support/sign.ts';

const context = { trust: NO_TRUST, at: new Date('2026-11-28T00:00:00Z') };
async function only(pdf: Buffer) {
  const { signatures } = await verifyPdf(pdf, context);
  expect(signatures).toHaveLength(1);
  return { ...signatures[0]!, codes: signatures[0]!.reasons.map(({ code }) => code) };
}

test.each([
  ['RSA-SHA256', rsaKey()],
  ['RSA-PSS-SHA256', pssKey()],
  ['ECDSA-SHA256', ecKey('secp384r1')],
  ['SM2-SM3', sm2Key()],
] as const)('%s', async (algorithm, key) => {
  const holder = certify({
    commonName: algorithm,
    key,
    issuer: null,
    digest: algorithm.endsWith('SM3') ? 'SM3' : 'SHA256',
  });
  const name = algorithm === 'SM2-SM3' ? 'SM3' : 'SHA256';
  const cms = (content: Buffer) => makeCms({ signers: [holder], content, digest: name });
  expect(await only(signedVoucher({ cms }))).toMatchObject({ intact: true, algorithm, signer: algorithm });
});

test('Ed25519', async () => {
  const holder = certify({ commonName: 'Ed', key: edKey('ed25519'), issuer: null });
  const cms = (content: Buffer) => makeCms({ signers: [holder], content, digest: 'SHA512' });
  expect(await only(signedVoucher({ cms }))).toMatchObject({ intact: true, algorithm: 'Ed25519' });
});

describe('formats of Contents', () => {
  const rsa = certify({ commonName: 'Old', key: rsaKey(), issuer: null });
  const overSha1 = (content: Buffer) => {
    const hash = Buffer.from(digest('SHA1', content));
    return makeCms({ signers: [rsa], content: hash, carried: hash, digest: 'SHA1' });
  };
  const bare: SignSpec = {
    subFilter: 'adbe.x509.rsa_sha1',
    entries: `/Cert <${Buffer.from(rsa.certificate.der).toString('hex')}>`,
    cms: (content) => octets(rsa.key.sign(content, 'SHA1')),
  };

  test('adbe.pkcs7.sha1 signs the SHA-1 that it carries', async () => {
    const pdf = signedVoucher({ subFilter: 'adbe.pkcs7.sha1', cms: overSha1 });
    const good = await only(pdf);
    expect(good).toMatchObject({
      intact: true,
      wholeDocument: true,
      subIndication: 'NO_CERTIFICATE_CHAIN_FOUND',
    });
    expect(good.codes).toContain('esign.pdf-format-outdated');
    pdf[pdf.indexOf('Amount due')] = 0x61;
    expect(await only(pdf)).toMatchObject({ intact: false, subIndication: 'HASH_FAILURE' });
  });

  test('adbe.x509.rsa_sha1 is a bare signature beside its certificate', async () => {
    const pdf = signedVoucher(bare);
    expect(await only(pdf)).toMatchObject({ intact: true, signer: 'Old', algorithm: 'RSA-SHA1' });
    pdf[pdf.indexOf('Amount due')] = 0x61;
    expect(await only(pdf)).toMatchObject({ intact: false, subIndication: 'SIG_CRYPTO_FAILURE' });
  });

  test('adbe.x509.rsa_sha1 without a certificate', async () => {
    expect(await only(signedVoucher({ ...bare, entries: '' }))).toMatchObject({
      intact: false,
      subIndication: 'NO_SIGNING_CERTIFICATE_FOUND',
    });
  });

  test('content within a detached signature, several signers, an unknown format', async () => {
    const embedded = (content: Buffer) =>
      makeCms({ signers: [signer], content, carried: Buffer.from('else') });
    expect(await only(signedVoucher({ cms: embedded }))).toMatchObject({ subIndication: 'FORMAT_FAILURE' });
    const two = (content: Buffer) => makeCms({ signers: [signer, rsa], content });
    expect((await only(signedVoucher({ cms: two }))).codes).toContain('esign.pdf-several-signers');
    expect((await only(signedVoucher({ subFilter: 'Own.format' }))).codes).toContain(
      'esign.pdf-format-unknown',
    );
  });

  test('RSA under another hash than the one it names is intact, but not in form', async () => {
    const lying = {
      ...rsa.key,
      identifier: () => rsa.key.identifier('SHA3-256'),
      sign: (message: Uint8Array) => rsa.key.sign(message, 'SHA256'),
    };
    const cms = (content: Buffer) => makeCms({ signers: [{ ...rsa, key: lying }], content });
    const found = await only(signedVoucher({ cms }));
    expect(found).toMatchObject({ intact: true, subIndication: 'FORMAT_FAILURE', algorithm: 'RSA-SHA256' });
    expect(found.codes).toContain('esign.algorithm-misnamed');
    const pdf = signedVoucher({ cms });
    pdf[pdf.indexOf('Amount due')] = 0x61;
    expect((await only(pdf)).intact).toBe(false);
  });

  test('nothing at all is not verifiable rather than forged', async () => {
    const pdf = signedVoucher({ cms: () => new Uint8Array(4) });
    const { signatures, findings } = await verifyPdf(pdf, context);
    expect(signatures[0]).toMatchObject({ intact: false, subIndication: 'FORMAT_FAILURE' });
    expect(findings.map(({ code }) => code)).toEqual(['esign.not-verifiable']);
  });

  test('a token of another document as timestamp', async () => {
    const other = sign(voucher([{ number: N.info, body: '<< /Producer (else) >>' }]), {
      subFilter: 'ETSI.RFC3161',
      parts: signedField(),
    });
    const token = contentsOf(other);
    const copied = signedVoucher({ subFilter: 'ETSI.RFC3161', cms: () => token });
    const { signatures, findings } = await verifyPdf(copied, context);
    expect(signatures[0]).toMatchObject({
      format: 'pdf-timestamp',
      intact: false,
      subIndication: 'HASH_FAILURE',
    });
    expect(findings.map(({ code }) => code)).toEqual(['esign.not-intact']);
  });
});

describe('where a signature is held', () => {
  test('several fields with one signature', async () => {
    const pdf = signedVoucher({
      parts: [
        { number: N.form, body: form([N.amount, N.field, 20]) },
        { number: 20, body: field(`/V ${N.signature} 0 R`, 'again') },
      ],
    });
    expect((await only(pdf)).codes).toContain('esign.pdf-several-fields');
  });

  test('a signature that no field holds', async () => {
    const found = await only(sign(voucher()));
    expect(found).toMatchObject({ name: null, intact: true, wholeDocument: true, page: null });
    expect(found.codes).toContain('esign.pdf-orphan');
  });

  test('a signature that only an older revision has', async () => {
    const found = await only(update(signedVoucher(), [{ number: N.form, body: form([N.amount]) }]));
    expect(found).toMatchObject({
      name: 'signer',
      intact: true,
      changesAfterSigning: 'forbidden',
      page: null,
    });
    expect(found.codes).toContain('esign.pdf-not-current');
  });

  test('an empty signature field is no signature', async () => {
    expect(await verifyPdf(voucher(), context)).toEqual({ findings: [], signatures: [] });
  });

  test('widgets apart from their field', async () => {
    const pdf = sign(voucher(), {
      parts: [
        { number: N.field, body: `<< /FT /Sig /T (apart) /Kids [20 0 R] /V ${N.signature} 0 R >>` },
        { number: 20, body: field(`/Parent ${N.field} 0 R`).replace('/FT /Sig /T (signer) ', '') },
        { number: N.page, body: voucherPage(20) },
      ],
    });
    expect(await only(pdf)).toMatchObject({
      name: 'apart',
      page: 1,
      place: { x: 0.5, y: 0, width: 0.5, height: 0.25 },
    });
  });
});

const voucherPage = (widget: number) =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 400] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> /Annots [7 0 R ${widget} 0 R] >>`;

describe('encryption', () => {
  const encrypt = '/Encrypt << /Filter /Standard /V 1 /R 2 /O <00> /U <00> /P -4 >>';
  const pdf = signedVoucher({ update: { trailer: encrypt } });

  test('the bytes are verified as they lie in the file; texts are not told', async () => {
    const found = await only(pdf);
    expect(found).toMatchObject({
      intact: true,
      wholeDocument: true,
      name: null,
      changesAfterSigning: 'none',
    });
    expect(found.codes).toContain('esign.pdf-encrypted');
  });

  test('an update with all objects in the open is compared', async () => {
    const filled = update(pdf, [{ number: N.amount, body: amount('250') }], { trailer: encrypt });
    expect((await only(filled)).changesAfterSigning).toBe('permitted');
  });

  test('an update whose objects cannot be read is not taken for harmless', async () => {
    const packed = { number: 50, body: stream('/Type /ObjStm /N 1 /First 4', 'garbage') };
    const table = Buffer.from([2, 0, 0, 0, 50, 0, 0]);
    const at =
      pdf.length + Buffer.concat([Buffer.from('50 0 obj\n'), packed.body, Buffer.from('\nendobj\n')]).length;
    const xref = {
      number: 51,
      body: stream('/Type /XRef /W [1 4 2] /Index [4 1] /Size 200 /Root 1 0 R', table),
    };
    const hidden = update(pdf, [packed, xref], { trailer: `${encrypt} /XRefStm ${at}` });
    expect((await only(hidden)).changes.map(({ kind }) => kind)).toContain('encryption');
  });
});

test('texts: names in UTF-16, times of the dictionary', async () => {
  const utf16 = 'FEFF7532004265B9';
  const pdf = sign(voucher(), {
    entries: "/M (D:20260102110405+08'00')",
    cms: (content) => makeCms({ signers: [signer], content }),
    parts: [{ number: N.field, body: field(`/V ${N.signature} 0 R`).replace('(signer)', `<${utf16}>`) }],
  });
  expect(await only(pdf)).toMatchObject({ name: '甲B方', signedAt: '2026-01-02T03:04:05.000Z' });
});

test('names that mean something to a program or a terminal are names', async () => {
  const named = (name: string) => amount('250').replace('(amount)', name);
  for (const name of ['(constructor)', '(__proto__)', '(Contents)']) {
    const pdf = update(signedVoucher({}, '', voucher([{ number: N.amount, body: named(name) }])), [
      { number: N.amount, body: named(name).replace('(250)', '(900)') },
    ]);
    const [change] = (await only(pdf)).changes;
    expect(change!.message.en).toContain(`“${name.slice(1, -1)}”`);
  }
  const long = `(\\033[31m${'x'.repeat(100_000)})`;
  const pdf = update(signedVoucher(), [
    { number: N.form, body: form([N.amount, N.field, 20]) },
    { number: 20, body: named(long) },
  ]);
  const text = (await only(pdf)).changes[0]!.message.en;
  expect(text.length).toBeLessThan(2_000);
  expect(text).not.toContain('\u001b');
});

function contentsOf(pdf: Buffer): Buffer {
  const text = pdf.toString('latin1');
  const start = text.lastIndexOf('/Contents <') + '/Contents <'.length;
  return Buffer.from(text.slice(start, text.indexOf('>', start)), 'hex');
}
