import { deflateBomb } from './bytes.ts';
import type { HostileFixture } from './types.ts';
import { writeZip, type ZipContent } from './zip-writer.ts';

const text = (content: string) => Buffer.from(content, 'utf8');
const NS = 'xmlns:ofd="http://www.ofdspec.org/2016"';

/** The parts of a sound OFD of one page, as a start. */
export function ofdParts(content: string, area = '0 0 100 60'): Record<string, Uint8Array> {
  return {
    'OFD.xml': text(
      `<ofd:OFD ${NS}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    ),
    'Doc_0/Document.xml': text(
      `<ofd:Document ${NS}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>${area}</ofd:PhysicalBox></ofd:PageArea><ofd:DocumentRes>Res.xml</ofd:DocumentRes></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>`,
    ),
    'Doc_0/Res.xml': text(`<ofd:Res ${NS} BaseLoc="Res"></ofd:Res>`),
    'Doc_0/Pages/Page_0/Content.xml': text(
      `<ofd:Page ${NS}><ofd:Content><ofd:Layer ID="2">${content}</ofd:Layer></ofd:Content></ofd:Page>`,
    ),
  };
}

export function ofd(parts: Readonly<Record<string, ZipContent>>): Buffer {
  return writeZip(parts);
}

export function hostileOfds(): HostileFixture[] {
  const box =
    '<ofd:PathObject ID="3" Boundary="10 10 20 20" Fill="true"><ofd:AbbreviatedData>M 0 0 L 20 0 L 20 20 C</ofd:AbbreviatedData></ofd:PathObject>';
  const parts = ofdParts(box);
  const make = (name: string, bytes: Buffer, expect: string): HostileFixture => ({
    name,
    file: `${name}.ofd`,
    bytes,
    expect,
  });
  return [
    make(
      'ofd-zip-bomb',
      ofd({ ...parts, 'Doc_0/Document.xml': { deflated: deflateBomb(1_024), claims: 800 } }),
      'ofd.bomb',
    ),
    make(
      'ofd-path-traversal',
      ofd({ ...parts, '../../../tmp/evil.xml': text('<x/>') }),
      'ofd.path-traversal',
    ),
    make('ofd-many-entries', ofd({ ...parts, ...manyEntries(6_000) }), 'ofd.bomb'),
    make(
      'ofd-entity-bomb',
      ofd({ ...parts, 'OFD.xml': text('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>') }),
      'ofd.broken',
    ),
    make('ofd-missing-document', ofd({ 'OFD.xml': parts['OFD.xml']! }), 'ofd.broken'),
    make('ofd-truncated', ofd(parts).subarray(0, 700), 'ofd.broken'),
    make('ofd-absurd-page', ofd(ofdParts(box, '0 0 900000 900000')), 'ofd.page-size'),
    make('ofd-composite-loop', ofd(compositeLoop()), 'ofd.too-complex'),
    make(
      'ofd-deep-blocks',
      ofd(ofdParts(`${'<ofd:PageBlock>'.repeat(60)}${'</ofd:PageBlock>'.repeat(60)}`)),
      'ofd.too-complex',
    ),
    make('ofd-million-glyphs', ofd(millionGlyphs()), 'verdict'),
    make('ofd-bad-numbers', ofd(ofdParts(badNumbers())), 'verdict'),
  ];
}

function manyEntries(count: number): Record<string, Uint8Array> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`Doc_0/Res/${i}.xml`, new Uint8Array(0)]),
  );
}

/** A composite unit that is made of itself twice. */
function compositeLoop(): Record<string, Uint8Array> {
  const use = '<ofd:CompositeObject ID="9" Boundary="0 0 10 10" ResourceID="5"/>';
  const unit = `<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="5" Width="10" Height="10"><ofd:Content>${use}${use}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>`;
  return { ...ofdParts(use), 'Doc_0/Res.xml': text(`<ofd:Res ${NS} BaseLoc="Res">${unit}</ofd:Res>`) };
}

function millionGlyphs(): Record<string, Uint8Array> {
  const line = `<ofd:TextObject ID="4" Boundary="0 0 100 10" Font="1" Size="1"><ofd:TextCode X="0" Y="5" DeltaX="g 999999999 0.1">${'字'.repeat(50_000)}</ofd:TextCode></ofd:TextObject>`;
  return ofdParts(line);
}

function badNumbers(): string {
  return '<ofd:PathObject ID="3" Boundary="1e308 NaN 20 20" CTM="1 0 0" LineWidth="-5"><ofd:AbbreviatedData>M x y L 1e400 -1e400 A 0 0 0 0 0 B 1</ofd:AbbreviatedData></ofd:PathObject><ofd:TextObject ID="4" Boundary="0 0 9 9" Size="-3"><ofd:TextCode>a</ofd:TextCode></ofd:TextObject>';
}
