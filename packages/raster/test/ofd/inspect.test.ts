import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { inspectOfd } from '../../src/index.ts';

const NS = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const text = (content: string) => Buffer.from(content, 'utf8');
const parts = {
  'OFD.xml': text(
    `<ofd:OFD ${NS}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
  ),
  'Doc_0/Document.xml': text(
    `<ofd:Document ${NS}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 100 60</ofd:PhysicalBox></ofd:PageArea><ofd:DocumentRes>Res.xml</ofd:DocumentRes><ofd:TemplatePage ID="7" BaseLoc="Tpl.xml"/></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Page.xml"/><ofd:Page ID="2" BaseLoc="Page2.xml"/></ofd:Pages><ofd:Annotations>Annots/List.xml</ofd:Annotations></ofd:Document>`,
  ),
  'Doc_0/Res.xml': text(
    `<ofd:Res ${NS} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="3" FontName="a"><ofd:FontFile>a.ttf</ofd:FontFile></ofd:Font></ofd:Fonts><ofd:MultiMedias><ofd:MultiMedia ID="6" Type="Image"><ofd:MediaFile>a.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>`,
  ),
  'Doc_0/Tpl.xml': text(`<ofd:Page ${NS}/>`),
  'Doc_0/Page.xml': text(`<ofd:Page ${NS}><ofd:Content/></ofd:Page>`),
  'Doc_0/Page2.xml': text(
    `<ofd:Page ${NS}><ofd:Area><ofd:PhysicalBox>0 0 50 50</ofd:PhysicalBox></ofd:Area><ofd:Content><ofd:Layer ID="5"><ofd:ImageObject ID="8" ResourceID="6" Boundary="10 20 20 10" CTM="40 0 0 10 0 0"/></ofd:Layer></ofd:Content></ofd:Page>`,
  ),
  'Doc_0/Annots/List.xml': text(
    `<ofd:Annotations ${NS}><ofd:Page PageID="2"><ofd:FileLoc>Second.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>`,
  ),
  'Doc_0/Annots/Second.xml': text(
    `<ofd:PageAnnot ${NS}><ofd:Annot ID="9"><ofd:Appearance Boundary="5 5 30 30"><ofd:ImageObject ID="10" ResourceID="6" Boundary="1 2 8 8"/></ofd:Appearance></ofd:Annot></ofd:PageAnnot>`,
  ),
  'Doc_0/Res/a.ttf': text('font'),
  'Doc_0/Res/a.png': text('picture'),
  'Doc_0/notes.txt': text('shown nowhere'),
};

test('what each part is for', async () => {
  const ofd = await inspectOfd(zipSync(parts));
  expect(Object.fromEntries(ofd.parts())).toEqual({
    'OFD.xml': { role: 'package', page: null },
    'Doc_0/Document.xml': { role: 'document', page: null },
    'Doc_0/Page.xml': { role: 'page', page: 1 },
    'Doc_0/Page2.xml': { role: 'page', page: 2 },
    'Doc_0/Tpl.xml': { role: 'template', page: null },
    'Doc_0/Res.xml': { role: 'resources', page: null },
    'Doc_0/Res/a.ttf': { role: 'font', page: null },
    'Doc_0/Res/a.png': { role: 'picture', page: null },
    'Doc_0/Annots/List.xml': { role: 'annotation', page: null },
    'Doc_0/Annots/Second.xml': { role: 'annotation', page: 2 },
  });
});

test('pages, and where pictures stand on them', async () => {
  const ofd = await inspectOfd(zipSync(parts));
  const pages = ofd.pages();
  expect(pages).toMatchObject([
    { number: 1, id: '1', path: 'Doc_0/Page.xml' },
    { number: 2, id: '2', path: 'Doc_0/Page2.xml' },
  ]);
  expect(pages.map((page) => ofd.area(page))).toMatchObject([
    { width: 100, height: 60 },
    { width: 50, height: 50 },
  ]);
  expect(ofd.pictures(pages[0]!)).toEqual([]);
  expect(ofd.pictures(pages[1]!)).toEqual([
    { part: 'Doc_0/Page2.xml', file: 'Doc_0/Res/a.png', box: { x: 10, y: 20, width: 20, height: 10 } },
    { part: 'Doc_0/Annots/Second.xml', file: 'Doc_0/Res/a.png', box: { x: 6, y: 7, width: 8, height: 8 } },
  ]);
});

describe('the archive', () => {
  test('is plain, also stored and with a comment', async () => {
    expect((await inspectOfd(zipSync(parts))).pack.ambiguities()).toEqual([]);
    const stored = zipSync(parts, { level: 0, comment: 'x' });
    expect((await inspectOfd(stored)).pack.ambiguities()).toEqual([]);
  });

  test('in which names differ by case', async () => {
    const { pack } = await inspectOfd(zipSync({ ...parts, 'doc_0/page.xml': text('other') }));
    expect(pack.ambiguities()).toEqual([{ kind: 'duplicate', detail: 'doc_0/page.xml' }]);
    expect(pack.resolve('Page.xml', 'Doc_0/Document.xml')).toBe('Doc_0/Page.xml');
  });

  test('whose entry is not what the directory says is drawn, not verified', async () => {
    const bytes = zipSync(parts, { level: 0 });
    const at = Buffer.from(bytes).indexOf('shown nowhere');
    bytes[at]! ^= 1;
    const { pack } = await inspectOfd(bytes);
    expect(Buffer.from(pack.read('Doc_0/notes.txt')!).toString()).toBe('rhown nowhere');
    expect(() => pack.readExact('Doc_0/notes.txt')).toThrow(expect.objectContaining({ code: 'ofd.broken' }));
  });

  test('paths that may mean two parts', async () => {
    const { pack } = await inspectOfd(zipSync({ ...parts, 'Doc_0/Doc_0/Page.xml': text('other') }));
    expect(pack.candidates('Doc_0/Page.xml', 'Doc_0/Document.xml')).toEqual([
      'Doc_0/Doc_0/Page.xml',
      'Doc_0/Page.xml',
    ]);
    expect(pack.candidates('/Doc_0/Page.xml', 'Doc_0/Document.xml')).toEqual(['Doc_0/Page.xml']);
  });
});
