import { describe, expect, test } from 'vitest';
import { certify, extension } from '../pki/certificate.ts';
import { makeTimestamp } from '../pki/cms.ts';
import { oid, sequence } from '../pki/der.ts';
import { sm2Key } from '../pki/keys.ts';
import { makeDocument, type SignOptions, sign } from './support/package.ts';
import { maker, root, seal, signer, trusted, verify } from './support/world.ts';

const kinds: readonly (readonly [string, string, Omit<SignOptions, 'signer'>])[] = [
  ['seal of version 1', 'ofd-ses-v1', { kind: 'ses-v1', seal: seal({ version: 1 }) }],
  [
    'seal of version 1, raw signatures',
    'ofd-ses-v1',
    { kind: 'ses-v1', seal: seal({ version: 1, form: 'raw' }), form: 'raw' },
  ],
  ['seal of version 4', 'ofd-ses-v4', { kind: 'ses-v4', seal: seal() }],
  [
    'seal of version 4, raw signatures',
    'ofd-ses-v4',
    { kind: 'ses-v4', seal: seal({ form: 'raw' }), form: 'raw' },
  ],
  [
    'seal of version 4 that lists hashes of certificates',
    'ofd-ses-v4',
    { kind: 'ses-v4', seal: seal({ byDigest: true }) },
  ],
  ['CMS, detached', 'ofd-cms', { kind: 'cms' }],
  ['CMS that carries the hash, raw signature', 'ofd-cms', { kind: 'cms-hash', form: 'raw' }],
  ['bare signature with a certificate beside', 'ofd-raw', { kind: 'raw', certificateFile: true }],
];

describe.each(kinds)('%s', (_, format, options) => {
  const parts = sign(makeDocument(2), { ...options, signer });

  test('is sound, and without anchors nothing more', async () => {
    const { signatures, findings } = await verify(parts);
    expect(signatures).toMatchObject([
      {
        name: 's001',
        format,
        indication: 'INDETERMINATE',
        subIndication: 'NO_CERTIFICATE_CHAIN_FOUND',
        intact: true,
        wholeDocument: true,
        changesAfterSigning: 'none',
        algorithm: 'SM2-SM3',
        signer: '测试签章人',
        signedAt: '2024-05-01T02:03:04.000Z',
        unprotected: [],
      },
    ]);
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['esign.signature-sound', 'info'],
    ]);
  });

  test('passes where the root is trusted', async () => {
    const { signatures, findings } = await verify(parts, trusted);
    expect(signatures[0]).toMatchObject({ indication: 'TOTAL-PASSED', subIndication: null });
    expect(findings.map(({ code }) => code)).toEqual(['esign.signature-trusted']);
  });
});

test('what a seal says of itself', async () => {
  const parts = sign(makeDocument(), { kind: 'ses-v4', seal: seal(), signer, sealFile: true });
  const [signature] = (await verify(parts)).signatures;
  expect(signature).toMatchObject({
    sealName: '阳光市人民医院',
    seal: {
      id: '330106000001',
      maker: maker.name,
      createdAt: '2020-01-01T00:00:00.000Z',
      validTo: '2030-01-01T00:00:00.000Z',
      intact: true,
      signerListed: true,
      picture: { format: 'png', width: 40, height: 40 },
    },
    page: 1,
    place: { x: 100 / 210, y: 200 / 297, width: 40 / 210, height: 40 / 297 },
  });
});

test('a bare signature without a key is left open, not called sound', async () => {
  const [signature] = (await verify(sign(makeDocument(), { kind: 'raw', signer }))).signatures;
  expect(signature).toMatchObject({
    format: 'ofd-raw',
    indication: 'INDETERMINATE',
    subIndication: 'NO_SIGNING_CERTIFICATE_FOUND',
    intact: false,
    changesAfterSigning: 'none',
    algorithm: 'SM2-SM3',
    signer: null,
  });
});

test('a seal that straddles pages is where its clip shows it', async () => {
  const stamp = '<ofd:StampAnnot ID="1" PageRef="102" Boundary="190 100 40 40" Clip="0 0 20 40"/>';
  const [signature] = (await verify(sign(makeDocument(2), { kind: 'ses-v4', seal: seal(), signer, stamp })))
    .signatures;
  expect(signature).toMatchObject({
    page: 2,
    place: { x: 190 / 210, y: 100 / 297, width: 20 / 210, height: 40 / 297 },
  });
});

test.each(['SM3', 'sm3', '1.2.156.10197.1.401'])(
  'the check method may be written %s',
  async (checkMethod) => {
    const [signature] = (await verify(sign(makeDocument(), { kind: 'cms', signer, checkMethod }))).signatures;
    expect(signature).toMatchObject({ intact: true, wholeDocument: true });
  },
);

test.each([
  ['without a leading slash', (name: string) => name],
  ['relative to the signature', (name: string) => `../../../${name}`],
  ['in other letter case', (name: string) => `/${name.toUpperCase()}`],
  ['with back-slashes', (name: string) => `\\${name.replaceAll('/', '\\')}`],
])('paths may be written %s', async (_, location) => {
  const [signature] = (await verify(sign(makeDocument(), { kind: 'cms', signer, location }))).signatures;
  expect(signature).toMatchObject({ intact: true, wholeDocument: true });
});

test('a file without signatures', async () => {
  expect(await verify(makeDocument())).toEqual({ findings: [], signatures: [] });
});

describe('a timestamp', () => {
  const authority = certify({
    commonName: '测试时间戳',
    key: sm2Key(),
    issuer: root.holder,
    keyUsage: 0x80,
    extensions: [extension('2.5.29.37', true, sequence(oid('1.3.6.1.5.5.7.3.8')))],
  });
  const at = new Date('2024-05-01T02:05:00Z');
  const stamp = (content: Uint8Array) =>
    makeTimestamp(authority, content, at, { digest: 'SM3', certificates: [authority] });

  test('over the value of a version 4 signature proves when it was there', async () => {
    const parts = sign(makeDocument(), { kind: 'ses-v4', seal: seal(), signer, timestamp: stamp });
    const [signature] = (await verify(parts, trusted)).signatures;
    expect(signature).toMatchObject({
      indication: 'TOTAL-PASSED',
      provenAt: at.toISOString(),
      signedAt: '2024-05-01T02:03:04.000Z',
    });
  });

  test('in place of the time of a version 1 signature tells and proves it', async () => {
    const parts = sign(makeDocument(), {
      kind: 'ses-v1',
      seal: seal({ version: 1 }),
      signer,
      timestamp: stamp,
    });
    const [signature] = (await verify(parts, trusted)).signatures;
    expect(signature).toMatchObject({
      indication: 'TOTAL-PASSED',
      provenAt: at.toISOString(),
      signedAt: at.toISOString(),
    });
  });

  test('over something else proves nothing', async () => {
    const parts = sign(makeDocument(), {
      kind: 'ses-v4',
      seal: seal(),
      signer,
      timestamp: () => stamp(new Uint8Array(9)),
    });
    const [signature] = (await verify(parts, trusted)).signatures;
    expect(signature).toMatchObject({ indication: 'TOTAL-PASSED', provenAt: null });
    expect(signature!.reasons.map(({ code }) => code)).toContain('esign.timestamp-broken');
  });
});
