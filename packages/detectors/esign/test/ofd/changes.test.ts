import { describe, expect, test } from 'vitest';
import { LIST, makeDocument, type Parts, pagePath, pageXml, sign, text } from './support/package.ts';
import { seal, signer, stranger, trusted, verify } from './support/world.ts';

const everything = () => true;
const first = (options = {}) => sign(makeDocument(2), { kind: 'ses-v4', seal: seal(), signer, ...options });
const changed = (parts: Parts, name: string, content: Uint8Array): Parts => new Map(parts).set(name, content);

describe('a later signature', () => {
  const later = { kind: 'cms', signer: stranger } as const;

  test('leaves the earlier one as it was, where the list is not covered', async () => {
    const { signatures } = await verify(sign(first(), later));
    expect(signatures.map(({ intact, changesAfterSigning }) => [intact, changesAfterSigning])).toEqual([
      [true, 'permitted'],
      [true, 'none'],
    ]);
    expect(signatures[0]!.changes).toMatchObject([{ kind: 'signature', permitted: true }]);
  });

  test('is told from a forger where the list is covered: it can be taken out again', async () => {
    const { signatures } = await verify(sign(first({ cover: everything }), later), trusted);
    expect(signatures).toMatchObject([
      { indication: 'TOTAL-PASSED', intact: true, wholeDocument: true, changesAfterSigning: 'permitted' },
      { indication: 'TOTAL-PASSED', intact: true, wholeDocument: true, changesAfterSigning: 'none' },
    ]);
    expect(signatures[0]!.reasons.map(({ code }) => code)).toContain('esign.later-signature');
  });

  test('may be one of several', async () => {
    const parts = sign(sign(first({ cover: everything }), later), {
      kind: 'ses-v4',
      seal: seal(),
      signer,
      cover: everything,
    });
    const { signatures } = await verify(parts);
    expect(signatures.map(({ intact, changesAfterSigning }) => [intact, changesAfterSigning])).toEqual([
      [true, 'permitted'],
      [true, 'permitted'],
      [true, 'none'],
    ]);
  });

  test('may set a highest ID before the list, or break lines', async () => {
    const parts = first();
    const start = Buffer.from(parts.get(LIST)!)
      .toString()
      .replace('<ofd:Signature ', '<ofd:MaxSignId>11</ofd:MaxSignId>\n  <ofd:Signature ');
    const own = sign(changed(makeDocument(2), LIST, text(start.replace(/<ofd:Signature .*\/>/, ''))), {
      kind: 'ses-v4',
      seal: seal(),
      signer,
      cover: everything,
    });
    const written = sign(own, later);
    const list = Buffer.from(written.get(LIST)!).toString().replace('>11<', '>99<').replace('/><', '/>\n  <');
    const [signature] = (await verify(changed(written, LIST, text(list)))).signatures;
    expect(signature).toMatchObject({ intact: true, changesAfterSigning: 'permitted' });
  });
});

describe('the list of signatures', () => {
  const covered = first({ cover: everything });
  const list = Buffer.from(covered.get(LIST)!).toString();

  test.each([
    ['changed within', list.replace('Type="Seal"', 'Type="Seam"')],
    [
      'given an entry before',
      list.replace(
        '<ofd:Signature ',
        '<ofd:Signature ID="s009" BaseLoc="/Doc_0/Signs/Sign_9/Signature.xml"/><ofd:Signature ',
      ),
    ],
    ['given something else after', list.replace('</ofd:Signatures>', '<ofd:Other/></ofd:Signatures>')],
  ])('%s is a change that is not permitted', async (_, content) => {
    const { signatures } = await verify(changed(covered, LIST, text(content)));
    const own = signatures.find(({ name }) => name === 's001')!;
    expect(own).toMatchObject({
      indication: 'TOTAL-FAILED',
      subIndication: 'HASH_FAILURE',
      intact: false,
      changesAfterSigning: 'forbidden',
    });
    expect(own.changes).toContainEqual(expect.objectContaining({ kind: 'signature-list', permitted: false }));
  });
});

describe('a change in a covered part', () => {
  const forbidden = {
    indication: 'TOTAL-FAILED',
    subIndication: 'HASH_FAILURE',
    intact: false,
    changesAfterSigning: 'forbidden',
  };

  test('of a page is named with its page', async () => {
    const { signatures, findings } = await verify(
      changed(first(), pagePath(2), pageXml('人民币 900000 元')),
      trusted,
    );
    expect(signatures).toMatchObject([
      { ...forbidden, changes: [{ kind: 'page-content', permitted: false, page: 2 }] },
    ]);
    expect(findings).toMatchObject([
      {
        code: 'esign.altered-after-signing',
        severity: 'high',
        page: 2,
        region: null,
        values: { parts: pagePath(2) },
      },
    ]);
  });

  test('by removal', async () => {
    const parts = new Map(first());
    parts.delete('Doc_0/PublicRes.xml');
    const { signatures, findings } = await verify(parts);
    expect(signatures).toMatchObject([{ ...forbidden, changes: [{ kind: 'part-removed' }] }]);
    expect(findings[0]).toMatchObject({
      code: 'esign.altered-after-signing',
      values: { parts: '/Doc_0/PublicRes.xml' },
    });
  });

  test('of the description of the signature', async () => {
    const parts = first();
    const path = 'Doc_0/Signs/Sign_0/Signature.xml';
    const moved = Buffer.from(parts.get(path)!).toString().replace('100 200 40 40', '100 100 40 40');
    const { signatures, findings } = await verify(changed(parts, path, text(moved)));
    expect(signatures).toMatchObject([{ ...forbidden, changes: [] }]);
    expect(findings[0]).toMatchObject({ code: 'esign.altered-after-signing', values: { parts: path } });
  });

  test('fails every signature that covers it, later ones too', async () => {
    const parts = sign(first(), { kind: 'raw', signer: stranger });
    const { signatures } = await verify(changed(parts, pagePath(1), pageXml('人民币 9 元')));
    expect(signatures).toMatchObject([forbidden, forbidden]);
  });

  test('between two signatures fails the earlier alone', async () => {
    const parts = sign(changed(first(), pagePath(1), pageXml('人民币 9 元')), {
      kind: 'cms',
      signer: stranger,
    });
    const { signatures } = await verify(parts);
    expect(signatures).toMatchObject([forbidden, { intact: true, changesAfterSigning: 'none' }]);
  });

  test('an earlier signature exchanged fails the later one that covers it', async () => {
    const parts = sign(first(), { kind: 'cms', signer: stranger });
    const other = first({ at: '20240601000000' });
    for (const name of ['Signature.xml', 'SignedValue.dat'])
      parts.set(`Doc_0/Signs/Sign_0/${name}`, other.get(`Doc_0/Signs/Sign_0/${name}`)!);
    const { signatures } = await verify(parts);
    expect(signatures).toMatchObject([{ intact: true }, forbidden]);
  });
});

describe('what is not covered', () => {
  test('is listed; a page of it is a finding', async () => {
    const { signatures, findings } = await verify(
      first({ cover: (name: string) => name !== LIST && name !== pagePath(2) }),
    );
    expect(signatures).toMatchObject([{ intact: true, wholeDocument: false, unprotected: [pagePath(2)] }]);
    expect(findings.map(({ code, page }) => [code, page])).toEqual([
      ['esign.signature-sound', 1],
      ['esign.page-unprotected', 2],
    ]);
  });

  test('OFD.xml alone is warned of', async () => {
    const { signatures } = await verify(
      first({ cover: (name: string) => name !== LIST && name !== 'OFD.xml' }),
    );
    expect(signatures).toMatchObject([{ intact: true, wholeDocument: true, unprotected: ['OFD.xml'] }]);
    expect(signatures[0]!.reasons.map(({ code }) => code)).toContain('esign.entry-unprotected');
  });

  test('a page added later, by an OFD.xml that is not covered', async () => {
    const parts = first({ cover: (name: string) => name !== LIST && name !== 'OFD.xml' });
    const entry = Buffer.from(parts.get('OFD.xml')!)
      .toString()
      .replace('Doc_0/Document.xml', 'Doc_0/Other.xml');
    const document = Buffer.from(parts.get('Doc_0/Document.xml')!).toString().replace('Page_1', 'Page_9');
    const forged = new Map(parts)
      .set('OFD.xml', text(entry))
      .set('Doc_0/Other.xml', text(document))
      .set(pagePath(10), pageXml('人民币 900000 元'));
    const { signatures, findings } = await verify(forged);
    expect(signatures).toMatchObject([
      { wholeDocument: false, unprotected: ['OFD.xml', 'Doc_0/Other.xml', pagePath(10)] },
    ]);
    expect(findings).toContainEqual(expect.objectContaining({ code: 'esign.page-unprotected', page: 2 }));
  });

  test('an annotation added where the document had room for one', async () => {
    const document = makeDocument();
    const entry = Buffer.from(document.get('Doc_0/Document.xml')!).toString();
    document.set(
      'Doc_0/Document.xml',
      text(entry.replace('</ofd:Document>', '<ofd:Annotations>Annots.xml</ofd:Annotations></ofd:Document>')),
    );
    const signed = sign(document, { kind: 'cms', signer });
    expect((await verify(signed)).findings.map(({ code }) => code)).toEqual(['esign.signature-sound']);
    const ns = 'xmlns:ofd="http://www.ofdspec.org/2016"';
    signed
      .set(
        'Doc_0/Annots.xml',
        text(
          `<ofd:Annotations ${ns}><ofd:Page PageID="101"><ofd:FileLoc>Annot.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>`,
        ),
      )
      .set('Doc_0/Annot.xml', text(`<ofd:PageAnnot ${ns}/>`));
    const { signatures, findings } = await verify(signed);
    expect(signatures).toMatchObject([
      { intact: true, wholeDocument: false, unprotected: ['Doc_0/Annots.xml', 'Doc_0/Annot.xml'] },
    ]);
    expect(findings.filter(({ code }) => code === 'esign.annotation-unprotected')).toMatchObject([
      { severity: 'medium', values: { part: 'Doc_0/Annots.xml' } },
      { severity: 'medium', page: 1, values: { part: 'Doc_0/Annot.xml' } },
    ]);
  });

  test('a part in a signature’s folder that a page shows is no part of the signature', async () => {
    const parts = first();
    const entry = Buffer.from(parts.get('Doc_0/Document.xml')!).toString();
    const moved = new Map(makeDocument(1)).set(
      'Doc_0/Document.xml',
      text(entry.replace('Pages/Page_1/', 'Signs/Sign_0/')),
    );
    const signed = sign(moved, { kind: 'cms', signer });
    const { signatures } = await verify(signed.set('Doc_0/Signs/Sign_0/Content.xml', pageXml('后加')));
    expect(signatures).toMatchObject([
      { wholeDocument: false, unprotected: ['Doc_0/Signs/Sign_0/Content.xml'] },
    ]);
  });
});

describe('a list of signatures that no signature covers', () => {
  const parts = sign(first(), { kind: 'cms', signer: stranger });
  const list = Buffer.from(parts.get(LIST)!).toString();
  const format = { indication: 'TOTAL-FAILED', subIndication: 'FORMAT_FAILURE', intact: false };

  test('cannot lose an earlier signature', async () => {
    const without = list.replace(/<ofd:Signature ID="s001"[^>]*>/, '');
    const { signatures } = await verify(changed(parts, LIST, text(without)));
    expect(signatures).toMatchObject([{ name: 's002', ...format }]);
    expect(signatures[0]!.reasons[0]!.code).toBe('esign.earlier-unlisted');
  });

  test('cannot show one signature twice', async () => {
    const twice = list.replace('Sign_1', 'Sign_0');
    const { signatures } = await verify(changed(parts, LIST, text(twice)));
    expect(signatures).toMatchObject([format, format]);
    expect(signatures[0]!.reasons[0]!.code).toBe('esign.listed-twice');
  });
});
