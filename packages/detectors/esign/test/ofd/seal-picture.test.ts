import { decodeImage } from '@jianzhen/raster';
import { expect, test } from 'vitest';
import { drawSealPicture, sealPicturePng, sealPictures } from '../../src/index.ts';
import { makeDocument, pack, pagePath, pageXml, sign, text } from './support/package.ts';
import { seal, signer } from './support/world.ts';

const svg = (content: string) =>
  text(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40" width="40" height="40">${content}</svg>`);
const red = svg('<rect x="0" y="0" width="20" height="40" fill="#f00"/>');

const pictureOf = async (picture: Uint8Array, format: string) => {
  const parts = sign(makeDocument(), { kind: 'ses-v4', seal: seal({ picture, format }), signer });
  const [found] = await sealPictures(pack(parts));
  return found!;
};

test('a picture is drawn at its size on paper, clear where there is none', async () => {
  const picture = await pictureOf(red, 'SVG');
  expect(picture).toMatchObject({ format: 'svg', width: 40, height: 40 });
  const { width, height, rgba } = await drawSealPicture(picture, 5);
  const at = (x: number, y: number) => [...rgba.subarray(4 * (y * width + x), 4 * (y * width + x) + 4)];
  expect([width, height, at(50, 100), at(150, 100)[3]]).toEqual([200, 200, [255, 0, 0, 255], 0]);
  const png = await decodeImage(await sealPicturePng(picture, 2));
  expect([png.width, png.height]).toEqual([80, 80]);
});

test('an OFD as a picture', async () => {
  const path =
    '<ofd:PathObject ID="7" Boundary="0 0 105 297" Fill="true" Stroke="false"><ofd:FillColor Value="255 0 0"/><ofd:AbbreviatedData>M 0 0 L 105 0 L 105 297 L 0 297 C</ofd:AbbreviatedData></ofd:PathObject>';
  const document = makeDocument().set(pagePath(1), pageXml('', path));
  const { width, rgba } = await drawSealPicture(await pictureOf(pack(document), 'OFD'), 5);
  const at = (x: number) => [...rgba.subarray(4 * (100 * width + x), 4 * (100 * width + x) + 4)];
  expect([at(50), at(150)[3]]).toEqual([[255, 0, 0, 255], 0]);
});

test.each([
  ['a file', svg('<image href="file:///etc/passwd" width="40" height="40"/>')],
  ['an address', svg('<rect fill="url(http://example.org/#a)" width="9" height="9"/>')],
  ['a script', svg('<script>1</script>')],
])('an SVG that refers to %s is not drawn', async (_, picture) => {
  await expect(drawSealPicture(await pictureOf(picture, 'SVG'), 5)).rejects.toMatchObject({
    code: 'image.unsupported-format',
  });
});

test('a signature without a seal has no picture', async () => {
  expect(await sealPictures(pack(sign(makeDocument(), { kind: 'cms', signer })))).toEqual([null]);
});
