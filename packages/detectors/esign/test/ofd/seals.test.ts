import { encodePng } from '@jianzhen/raster';
import { expect, test } from 'vitest';
import { LIST, makeDocument, pagePath, pageXml, sign } from './support/package.ts';
import { createParty } from './support/party.ts';
import { maker, picture, seal, signer, stranger, trusted, verify } from './support/world.ts';

const sealed = (options = {}) => sign(makeDocument(), { kind: 'ses-v4', seal: seal(), signer, ...options });
const codes = (report: Awaited<ReturnType<typeof verify>>) => report.findings.map(({ code }) => code);

test.each([1, 4] as const)('a real seal used by somebody else (version %i)', async (version) => {
  const report = await verify(
    sealed({ kind: `ses-v${version}`, seal: seal({ version }), signer: stranger }),
    trusted,
  );
  expect(report.signatures).toMatchObject([
    {
      indication: 'INDETERMINATE',
      subIndication: 'SIG_CONSTRAINTS_FAILURE',
      intact: true,
      seal: { intact: true, signerListed: false },
    },
  ]);
  expect(report.findings[0]).toMatchObject({
    code: 'esign.signer-not-in-seal',
    severity: 'high',
    page: 1,
    region: { x: 100 / 210 },
    values: { signer: '另一人', seal: '阳光市人民医院' },
  });
});

test.each([1, 4] as const)('a seal whose name was changed (version %i)', async (version) => {
  const bytes = Buffer.from(seal({ version }));
  const at = bytes.indexOf('阳光');
  const forged = Buffer.concat([bytes.subarray(0, at), Buffer.from('月光'), bytes.subarray(at + 6)]);
  const report = await verify(sealed({ kind: `ses-v${version}`, seal: forged }), trusted);
  expect(report.signatures).toMatchObject([
    {
      indication: 'TOTAL-FAILED',
      subIndication: 'SIG_CRYPTO_FAILURE',
      sealName: '月光市人民医院',
      seal: { intact: false },
    },
  ]);
  expect(codes(report)).toEqual(['esign.seal-signature-broken']);
});

test.each([
  ['expired', '20200101000000Z', '20240101000000Z'],
  ['not yet valid', '20250101000000Z', '20300101000000Z'],
])('a seal that was %s when it was used', async (_, validFrom, validTo) => {
  const report = await verify(sealed({ seal: seal({ validFrom, validTo }) }), trusted);
  expect(report.signatures).toMatchObject([{ subIndication: 'SIG_CONSTRAINTS_FAILURE', intact: true }]);
  expect(codes(report)).toEqual(['esign.seal-expired-when-signed', 'esign.signature-sound']);
});

test('a seal that somebody made himself does not pass', async () => {
  const own = seal({ maker: createParty('自制印章') });
  const [signature] = (await verify(sealed({ seal: own }), trusted)).signatures;
  expect(signature).toMatchObject({
    indication: 'INDETERMINATE',
    subIndication: 'NO_CERTIFICATE_CHAIN_FOUND',
    intact: true,
  });
  expect(signature!.reasons[0]!.code).toBe('esign.seal-maker-untrusted');
});

test('a seal of which the maker’s certificate has expired since is good', async () => {
  const root = createParty('测试根证书');
  const old = createParty('旧制章机构', { issuer: root, notAfter: new Date('2021-01-01') });
  const [signature] = (await verify(sealed({ seal: seal({ maker: old }) }), trusted)).signatures;
  expect(signature).toMatchObject({ indication: 'TOTAL-PASSED' });
});

test('the seal beside the signature is another one', async () => {
  const other = await encodePng({ width: 8, height: 8, data: new Uint8Array(64).fill(200) });
  const notItself = (name: string) => name !== LIST && !name.endsWith('.esl');
  const parts = sealed({ sealFile: true, cover: notItself });
  parts.set('Doc_0/Signs/Sign_0/Seal.esl', seal({ picture: other }));
  const report = await verify(parts);
  expect(codes(report)).toContain('esign.seal-picture-replaced');
  expect(report.signatures[0]!.reasons.map(({ code }) => code)).toContain('esign.seal-file-differs');
});

test('a picture laid over the stamp after signing', async () => {
  const notPage = (name: string) => name !== LIST && name !== pagePath(1);
  const parts = sealed({ cover: notPage });
  const image = '<ofd:ImageObject ID="8" ResourceID="9" Boundary="100 205 40 40" CTM="40 0 0 40 0 0"/>';
  parts.set(pagePath(1), pageXml('人民币 1000 元', image)).set('Doc_0/Res/stamp.png', picture);
  const report = await verify(parts);
  const found = report.findings.find(({ code }) => code === 'esign.seal-picture-replaced');
  expect(found).toMatchObject({
    severity: 'high',
    page: 1,
    values: { part: 'Doc_0/Res/stamp.png', percent: 88 },
  });
});

test('a picture beneath the stamp that was signed with the page is none', async () => {
  const document = makeDocument();
  const image = '<ofd:ImageObject ID="8" ResourceID="9" Boundary="0 0 210 297" CTM="210 0 0 297 0 0"/>';
  document.set(pagePath(1), pageXml('', image)).set('Doc_0/Res/stamp.png', picture);
  const report = await verify(sign(document, { kind: 'ses-v4', seal: seal(), signer }));
  expect(codes(report)).toEqual(['esign.signature-sound']);
});

test('a signer’s certificate that has expired before it signed', async () => {
  const old = createParty('旧签章人', {
    issuer: createParty('测试根证书'),
    notAfter: new Date('2023-01-01'),
  });
  const [signature] = (await verify(sealed({ signer: old, seal: seal({ signers: [old], maker }) }), trusted))
    .signatures;
  expect(signature).toMatchObject({ indication: 'INDETERMINATE', subIndication: 'OUT_OF_BOUNDS_NO_POE' });
});
