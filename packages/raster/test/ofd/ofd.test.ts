import { type Zippable, zipSync } from 'fflate';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { openOfd, type PageImage } from '../../src/index.ts';

const NS = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const text = (content: string) => Buffer.from(content, 'utf8');
const path = (attributes: string, data: string, colours = '') =>
  `<ofd:PathObject ID="9" ${attributes}>${colours}<ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:PathObject>`;
const SQUARE = 'M 0 0 L 20 0 L 20 20 L 0 20 C';
const RED = '<ofd:FillColor Value="255 0 0"/>';

/** An OFD of one page of 100 × 60 mm, drawn at 10 pixels a millimetre. */
async function draw(content: string, more: Zippable = {}, resources = '', head = ''): Promise<PageImage> {
  const parts: Zippable = {
    'OFD.xml': text(
      `<ofd:OFD ${NS}><ofd:DocBody><ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    ),
    'Doc_0/Document.xml': text(
      `<ofd:Document ${NS}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 100 60</ofd:PhysicalBox></ofd:PageArea><ofd:DocumentRes>Res.xml</ofd:DocumentRes><ofd:TemplatePage ID="7" BaseLoc="Tpl.xml"/></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Page.xml"/></ofd:Pages></ofd:Document>`,
    ),
    'Doc_0/Res.xml': text(`<ofd:Res ${NS} BaseLoc="Res">${resources}</ofd:Res>`),
    'Doc_0/Page.xml': text(
      `<ofd:Page ${NS}>${head}<ofd:Content><ofd:Layer ID="2">${content}</ofd:Layer></ofd:Content></ofd:Page>`,
    ),
    ...more,
  };
  const document = await openOfd(zipSync(parts));
  expect(document.pages).toBe(1);
  return document.page(1, { dpi: 254 });
}

/** RGB at a place in millimetres. */
function at({ rgb, width }: PageImage, x: number, y: number): number[] {
  const from = (Math.round(y * 10) * width + Math.round(x * 10)) * 3;
  return [...rgb.subarray(from, from + 3)];
}

const isInk = (page: PageImage, x0: number, y0: number, x1: number, y1: number) => {
  for (let y = y0; y < y1; y += 0.1)
    for (let x = x0; x < x1; x += 0.1) if (at(page, x, y)[1]! < 100) return true;
  return false;
};

describe('paths', () => {
  test('fill, place and size', async () => {
    const page = await draw(path('Boundary="30 10 20 20" Fill="true" Stroke="false"', SQUARE, RED));
    expect([page.width, page.height, page.track]).toEqual([1000, 600, 'render']);
    expect(at(page, 40, 20)).toEqual([255, 0, 0]);
    expect(at(page, 29, 20)).toEqual([255, 255, 255]);
    expect(at(page, 51, 20)).toEqual([255, 255, 255]);
  });

  test('CTM, draw parameters that refer to others, and objects in document order', async () => {
    const params =
      '<ofd:DrawParams><ofd:DrawParam ID="4"><ofd:FillColor Value="0 0 255"/></ofd:DrawParam><ofd:DrawParam ID="5" Relative="4"/></ofd:DrawParams>';
    const under = path('Boundary="0 0 40 40" Fill="true"', 'M 0 0 L 40 0 L 40 40 L 0 40 C', RED);
    const over = path(
      'Boundary="0 0 40 40" CTM="0.5 0 0 0.5 5 5" DrawParam="5" Fill="true" Stroke="false"',
      SQUARE,
    );
    const page = await draw(under + over, {}, params);
    expect(at(page, 10, 10)).toEqual([0, 0, 255]);
    expect(at(page, 18, 18)).toEqual([255, 0, 0]);
  });

  test('curves and arcs end where they should', async () => {
    const circle = path(
      'Boundary="10 10 40 40" Fill="true" Stroke="false"',
      'M 0 20 A 20 20 0 0 1 40 20 A 20 20 0 0 1 0 20 C',
      RED,
    );
    const page = await draw(circle);
    expect(at(page, 30, 11)).toEqual([255, 0, 0]);
    expect(at(page, 30, 49)).toEqual([255, 0, 0]);
    expect(at(page, 12, 12)).toEqual([255, 255, 255]);
  });

  test('clips cut', async () => {
    const clip = `<ofd:Clips><ofd:Clip><ofd:Area><ofd:Path ID="8" Boundary="0 0 10 20"><ofd:AbbreviatedData>M 0 0 L 10 0 L 10 20 L 0 20 C</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip></ofd:Clips>`;
    const page = await draw(path('Boundary="30 10 20 20" Fill="true" Stroke="false"', SQUARE, RED + clip));
    expect(at(page, 35, 20)).toEqual([255, 0, 0]);
    expect(at(page, 45, 20)).toEqual([255, 255, 255]);
  });
});

describe('text', () => {
  const line = (deltas: string) =>
    `<ofd:TextObject ID="3" Boundary="10 10 80 12" Font="1" Size="8"><ofd:TextCode X="0" Y="10" ${deltas}>金额</ofd:TextCode></ofd:TextObject>`;

  test('glyphs stand at their offsets, a font that is missing has a stand-in', async () => {
    const page = await draw(line('DeltaX="40"'));
    expect(isInk(page, 10, 12, 18, 21)).toBe(true);
    expect(isInk(page, 50, 12, 58, 21)).toBe(true);
    expect(isInk(page, 20, 12, 48, 21)).toBe(false);
  });

  test('"g n v" repeats an offset', async () => {
    const page = await draw(line('DeltaX="g 1 40"'));
    expect(isInk(page, 50, 12, 58, 21)).toBe(true);
  });
});

describe('pictures', () => {
  const media = (file: string) =>
    `<ofd:MultiMedias><ofd:MultiMedia ID="6" Type="Image"><ofd:MediaFile>${file}</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>`;
  const image = (boundary: string, ctm: string) =>
    `<ofd:ImageObject ID="4" Boundary="${boundary}" CTM="${ctm}" ResourceID="6"/>`;
  const colour = (background: string) =>
    sharp({ create: { width: 200, height: 120, channels: 3, background } });

  test('are placed by their CTM', async () => {
    const png = await colour('#0000ff').png().toBuffer();
    const page = await draw(
      image('10 10 20 10', '20 0 0 10 0 0'),
      { 'Doc_0/Res/a.png': png },
      media('a.png'),
    );
    expect(at(page, 20, 15)).toEqual([0, 0, 255]);
    expect(at(page, 31, 15)).toEqual([255, 255, 255]);
  });

  test('JBIG2, as invoices have it', async () => {
    // A page of 16 × 16 whose default pixel is black: nothing but the page information segment.
    const segment = [
      0, 0, 0, 0, 0x30, 0, 1, 0, 0, 0, 19, 0, 0, 0, 16, 0, 0, 0, 16, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0,
    ];
    const jb2 = Buffer.from([0x97, 0x4a, 0x42, 0x32, 13, 10, 26, 10, 1, 0, 0, 0, 1, ...segment]);
    const page = await draw(
      image('10 10 20 20', '20 0 0 20 0 0'),
      { 'Doc_0/Res/a.jb2': jb2 },
      media('a.jb2'),
    );
    expect(at(page, 20, 20)).toEqual([0, 0, 0]);
  });

  test('a page that is one JPEG comes back with its coefficients', async () => {
    const jpeg = await colour('#c0a080').jpeg().toBuffer();
    const page = await draw(
      image('0 0 100 60', '100 0 0 60 0 0'),
      { 'Doc_0/Res/a.jpg': jpeg },
      media('a.jpg'),
    );
    expect([page.track, page.width, page.height]).toEqual(['jpeg', 200, 120]);
    expect(page.jpeg).not.toBeNull();
    expect(page.dpi).toBeCloseTo(50.8, 1);
  });

  test('missing and broken ones leave the rest of the page', async () => {
    const broken = { 'Doc_0/Res/a.png': Buffer.from('not a picture at all') };
    const page = await draw(
      image('0 0 100 60', '100 0 0 60 0 0') + path('Boundary="30 10 20 20" Fill="true"', SQUARE, RED),
      broken,
      media('a.png'),
    );
    expect(at(page, 40, 20)).toEqual([255, 0, 0]);
  });
});

test('templates lie behind the page', async () => {
  const template = `<ofd:Page ${NS}><ofd:Content><ofd:Layer ID="20">${path('Boundary="0 0 100 60" Fill="true"', 'M 0 0 L 100 0 L 100 60 L 0 60 C', '<ofd:FillColor Value="0 255 0"/>')}</ofd:Layer></ofd:Content></ofd:Page>`;
  const square = path('Boundary="30 10 20 20" Fill="true" Stroke="false"', SQUARE, RED);
  const page = await draw(
    square,
    { 'Doc_0/Tpl.xml': text(template) },
    '',
    '<ofd:Template TemplateID="7" ZOrder="Background"/>',
  );
  expect(at(page, 40, 20)).toEqual([255, 0, 0]);
  expect(at(page, 10, 40)).toEqual([0, 255, 0]);
});
