import { describe, expect, test } from 'vitest';
import { verifyOfd } from '../../src/index.ts';
import { cpuClock } from '../support/cpu.ts';
import { LIST, makeDocument, pagePath, pageXml, sign, text } from './support/package.ts';
import { NOW, seal, signer, trusted, verify } from './support/world.ts';
import { writeZip, type ZipEntry } from './support/zip.ts';

const parts = sign(makeDocument(), { kind: 'ses-v4', seal: seal(), signer });
const entries: readonly ZipEntry[] = [...parts];
const forged: ZipEntry = [pagePath(1), pageXml('人民币 900000 元')];
const check = (bytes: Uint8Array) => verifyOfd(bytes, { trust: trusted, at: NOW });
const refused = { indication: 'TOTAL-FAILED', subIndication: 'FORMAT_FAILURE', intact: false };

test.each([
  ['a plain archive', writeZip(entries)],
  ['one that names a folder twice', writeZip([['Doc_0/', text('')], ...entries, ['Doc_0/', text('')]])],
  ['one with padding after its end', Buffer.concat([writeZip(entries), Buffer.alloc(30)])],
])('the same parts pass in %s', async (_, bytes) => {
  expect((await check(bytes)).signatures).toMatchObject([{ indication: 'TOTAL-PASSED' }]);
});

describe('an archive that two readers would read in two ways', () => {
  test.each([
    ['a part twice, the signed one last', writeZip([forged, ...entries])],
    ['a part twice, in other letter case', writeZip([...entries, [forged[0].toUpperCase(), forged[1]]])],
    ['a part twice, with a leading slash', writeZip([...entries, [`/${forged[0]}`, forged[1]]])],
    ['a part that the directory does not list', writeZip([forged, ...entries], (_, index) => index > 0)],
    [
      'a local header of another name',
      writeZip(entries, undefined, (name) => name.replace('PublicRes', 'DocumentRes')),
    ],
    ['two ends', Buffer.concat([writeZip(entries), writeZip(entries).subarray(-22)])],
    ['octets before the start, which shift all places', shifted(writeZip(entries))],
  ])('%s', async (_, bytes) => {
    const { signatures, findings } = await check(bytes);
    expect(signatures).toMatchObject([refused]);
    expect(signatures[0]!.reasons[0]!.code).toBe('esign.package-ambiguous');
    expect(findings[0]).toMatchObject({ severity: 'high' });
  });

  /** Places that the directory tells stay right, but no longer where a reader looks who counts back from the end. */
  function shifted(zip: Buffer): Buffer {
    const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
    return Buffer.concat([zip.subarray(0, end), Buffer.alloc(40), zip.subarray(end)]);
  }
});

test('a decoy where a path without a leading slash may lead', async () => {
  const relative = sign(makeDocument(), { kind: 'cms', signer, location: (name) => name });
  const decoy = new Map(relative)
    .set(`Doc_0/Signs/Sign_0/${pagePath(1)}`, relative.get(pagePath(1))!)
    .set(pagePath(1), pageXml('人民币 900000 元'));
  const { signatures } = await verify(decoy, trusted);
  expect(signatures).toMatchObject([refused]);
  expect(signatures[0]!.reasons[0]!.code).toBe('esign.part-ambiguous');
});

describe('a signature whose parts are', () => {
  const folder = 'Doc_0/Signs/Sign_0/';
  test.each([
    ['missing: the description', 'Signature.xml', null],
    ['missing: the value', 'SignedValue.dat', null],
    ['no XML', 'Signature.xml', text('not at all')],
    ['no ASN.1', 'SignedValue.dat', text('not at all')],
    ['empty', 'SignedValue.dat', new Uint8Array(0)],
    ['of another structure', 'SignedValue.dat', Uint8Array.of(0x30, 3, 0x0c, 1, 0x41)],
  ])('%s', async (_, name, content) => {
    const broken = new Map(parts);
    if (content) broken.set(folder + name, content);
    else broken.delete(folder + name);
    const { signatures, findings } = await verify(broken, trusted);
    expect(signatures).toMatchObject([refused]);
    expect(findings[0]).toMatchObject({ severity: 'high' });
  });

  test('without any reference', async () => {
    const { signatures } = await verify(
      sign(makeDocument(), { kind: 'cms', signer, cover: () => false }),
      trusted,
    );
    expect(signatures).toMatchObject([{ ...refused, wholeDocument: false }]);
  });
});

test('what is no archive is refused with a code', async () => {
  await expect(check(text('nothing'))).rejects.toMatchObject({ code: 'ofd.broken' });
});

describe('what would take too long', () => {
  const list = (count: number) =>
    text(
      `<ofd:Signatures xmlns:ofd="http://www.ofdspec.org/2016">${'<ofd:Signature ID="1" BaseLoc="/Doc_0/Signs/Sign_0/Signature.xml"/>'.repeat(count)}</ofd:Signatures>`,
    );
  const description = (references: number) =>
    text(
      `<ofd:Signature xmlns:ofd="http://www.ofdspec.org/2016"><ofd:SignedInfo><ofd:References CheckMethod="SM3">${`<ofd:Reference FileRef="/${LIST}"><ofd:CheckValue>AAAA</ofd:CheckValue></ofd:Reference>`.repeat(references)}</ofd:References></ofd:SignedInfo><ofd:SignedValue>SignedValue.dat</ofd:SignedValue></ofd:Signature>`,
    );
  const path = 'Doc_0/Signs/Sign_0/Signature.xml';

  test('more signatures than anybody makes', async () => {
    await expect(verify(new Map(parts).set(LIST, list(101)))).rejects.toMatchObject({
      code: 'esign.too-many-signatures',
    });
  });

  test('more references than a package has parts', async () => {
    const { signatures } = await verify(new Map(parts).set(path, description(5_001)));
    expect(signatures).toMatchObject([refused]);
  });

  test('descriptions that are large together', async () => {
    const hostile = new Map(parts).set(LIST, list(100)).set(path, description(2_000));
    await expect(verify(hostile)).rejects.toMatchObject({ code: 'esign.too-large' });
  });

  test('all that is allowed at once is answered in time', { timeout: 60_000 }, async () => {
    const hostile = new Map(parts).set(LIST, list(100)).set(path, description(350));
    const elapsed = cpuClock();
    await expect(verify(hostile)).resolves.toMatchObject({ signatures: { length: 100 } });
    // Some seconds; every reference against every part would be minutes.
    expect(elapsed()).toBeLessThan(30_000);
  });
});
