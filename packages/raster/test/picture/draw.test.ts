import { zipSync } from 'fflate';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { decodeImage, drawPicture, encodeRgbaPng, pictureFormat, type RgbaImage } from '../../src/index.ts';

const text = (content: string) => Buffer.from(content, 'utf8');
const svg = (content: string, head = '') =>
  text(`${head}<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10">${content}</svg>`);
/** Red on the left, nothing on the right. */
const halves = svg('<rect width="10" height="10" fill="#f00"/>');
const at = ({ width, rgba }: RgbaImage, x: number, y: number) => [
  ...rgba.subarray(4 * (y * width + x), 4 * (y * width + x) + 4),
];
const onWhite = () => sharp(halves).flatten({ background: '#fff' });

/** A row of two 24-bit pixels, red and white, from the bottom. */
const bmp = Buffer.from(
  '424d3e0000000000000036000000280000000200000001000000010018000000000008000000000000000000000000000000000000000000ffffffff0000',
  'hex',
);

describe('drawn red where it is red and clear elsewhere', () => {
  test.each([
    ['svg', 'svg', async () => halves],
    [
      'svg after a prolog',
      'svg',
      async () => svg('<rect width="10" height="10" fill="#f00"/>', '<?xml version="1.0"?><!-- seal -->\n'),
    ],
    ['png with transparency', 'png', async () => sharp(halves).png().toBuffer()],
    ['png on white', 'png', async () => onWhite().png().toBuffer()],
    ['gif', 'gif', async () => sharp(halves).gif().toBuffer()],
    ['bmp', 'bmp', async () => bmp],
    ['ofd', 'ofd', async () => ofd()],
  ])('%s', async (_, format, make) => {
    const bytes = await make();
    expect(pictureFormat(bytes)).toBe(format);
    const drawn = await drawPicture(bytes, 80, 40);
    expect([drawn.width, drawn.height, at(drawn, 10, 20), at(drawn, 70, 20)[3]]).toEqual([
      80,
      40,
      [255, 0, 0, 255],
      0,
    ]);
  });
});

test('a shade of red keeps its look on white', async () => {
  const pink = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#ff8080' } })
    .png()
    .toBuffer();
  expect(at(await drawPicture(pink, 4, 4), 1, 1)).toEqual([255, 0, 0, 127]);
});

test('comes as a PNG', async () => {
  const png = await encodeRgbaPng(await drawPicture(halves, 20, 10));
  expect(await decodeImage(png)).toMatchObject({ width: 20, height: 10 });
});

describe('refused', () => {
  test.each([
    ['nothing known', text('hello')],
    ['SVG with a file', svg('<image href="file:///etc/passwd"/>')],
    ['SVG with an address', svg('<use href="http://example.org/#a"/>')],
    ['SVG with a script', svg('<script>1</script>')],
    ['SVG with entities', svg('&a;', '<!DOCTYPE svg [<!ENTITY a "b">]>')],
    ['SVG with a style sheet', svg('<style>@import "a.css";</style>')],
  ])('%s', async (_, bytes) => {
    await expect(drawPicture(bytes, 8, 8)).rejects.toMatchObject({ code: 'image.unsupported-format' });
  });

  test.each([
    ['PNG', '89504e470d0a1a0a00'],
    ['GIF', '47494638396100'],
  ])('a broken %s', async (_, hex) => {
    await expect(drawPicture(Buffer.from(hex, 'hex'), 8, 8)).rejects.toMatchObject({ code: 'image.corrupt' });
  });
});

function ofd(): Uint8Array {
  const ns = 'xmlns:ofd="http://www.ofdspec.org/2016"';
  const path = `<ofd:PathObject ID="4" Boundary="0 0 10 10" Fill="true" Stroke="false"><ofd:FillColor Value="255 0 0"/><ofd:AbbreviatedData>M 0 0 L 10 0 L 10 10 L 0 10 C</ofd:AbbreviatedData></ofd:PathObject>`;
  return zipSync({
    'OFD.xml': text(`<ofd:OFD ${ns}><ofd:DocBody><ofd:DocRoot>D.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`),
    'D.xml': text(
      `<ofd:Document ${ns}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 20 10</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="P.xml"/></ofd:Pages></ofd:Document>`,
    ),
    'P.xml': text(
      `<ofd:Page ${ns}><ofd:Content><ofd:Layer ID="2">${path}</ofd:Layer></ofd:Content></ofd:Page>`,
    ),
  });
}
