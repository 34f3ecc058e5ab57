import { type JpegImage, readJpeg } from '@jianzhen/raster';
import sharp, { type JpegOptions, type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import type { SignalResult } from '../../src/index.ts';
import { parseDate } from '../../src/signals/metadata/dates.ts';
import { classifyEncoder } from '../../src/signals/metadata/encoder/classify.ts';
import { tableFamily } from '../../src/signals/metadata/encoder/tables.ts';
import { metadata } from '../../src/signals/metadata/index.ts';
import { type ExifContent, withExif, withSegment } from '../support/exif.ts';
import { firstPage } from '../support/pdf.ts';

const [WIDTH, HEIGHT] = [640, 480];
const MAKE = 0x010f;
const MODEL = 0x0110;
const SOFTWARE = 0x0131;
const MODIFY_DATE = 0x0132;
const DATE_TIME_ORIGINAL = 0x9003;
const PIXEL_X = 0xa002;
const PIXEL_Y = 0xa003;

/** A desk with papers: smooth light, some rectangles, grain by seed. `patch` is put on top. */
function scene(patch?: { x: number; y: number; width: number; height: number; grey: number }): Sharp {
  const data = Buffer.alloc(WIDTH * HEIGHT * 3);
  let state = 11;
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const paper = x > 80 && x < 420 && y > 60 && y < 400 ? 225 : 90 + x / 8;
      const inside =
        patch && x >= patch.x && x < patch.x + patch.width && y >= patch.y && y < patch.y + patch.height;
      const grey = (inside ? patch.grey : paper - y / 12) + (state >>> 28);
      data.fill(Math.max(0, Math.min(255, grey)), (y * WIDTH + x) * 3, (y * WIDTH + x) * 3 + 3);
    }
  }
  return sharp(data, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } });
}

const photo = () => scene().jpeg({ quality: 90 }).toBuffer();
const thumbnailOf = (image: Sharp, width = 160, height = 120) =>
  image.resize(width, height, { fit: 'fill' }).jpeg({ quality: 70 }).toBuffer();

async function examine(bytes: Uint8Array, receivedAt?: Date): Promise<SignalResult> {
  const page = await firstPage(bytes, receivedAt);
  expect(metadata.applies(page)).toBe(true);
  const result = metadata.run(page);
  expect(Object.keys(result.statistics).sort()).toEqual([...metadata.statisticNames].sort());
  return result;
}

const told = ({ candidates }: SignalResult) =>
  candidates.filter(({ severity }) => severity !== 'info').map(({ code, severity }) => `${code} ${severity}`);

async function toldOfExif(content: ExifContent, receivedAt?: Date): Promise<string[]> {
  return told(await examine(withExif(await photo(), content), receivedAt));
}

describe('programs', () => {
  test.each(['Adobe Photoshop 2024', 'GIMP 2.10.34', '美图秀秀', 'Snapseed 2.0', 'PicsArt'])(
    '%s',
    async (program) => {
      expect(await toldOfExif({ ifd0: { [SOFTWARE]: program } })).toEqual(['document.image-editor low']);
    },
  );

  test.each(['HUAWEI EML-AL00 9.1.0', '17.4.1', 'MediaTek Camera Application'])(
    '%s is a camera',
    async (firmware) => {
      expect(await toldOfExif({ ifd0: { [SOFTWARE]: firmware } })).toEqual([]);
    },
  );

  test('Photoshop is known by its resources and by XMP too', async () => {
    const resources = withSegment(
      await photo(),
      0xed,
      Buffer.from('Photoshop 3.0\x008BIM\0\0\0\0\0\0', 'latin1'),
    );
    expect(told(await examine(resources))).toEqual(['document.image-editor low']);
    const packet =
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreatorTool="Adobe Photoshop CS6"/></rdf:RDF></x:xmpmeta>';
    const xmp = withSegment(await photo(), 0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${packet}`));
    expect(told(await examine(xmp))).toEqual(['document.image-editor low']);
  });

  test('PNG text names it', async () => {
    const png = await scene().png().withMetadata({}).toBuffer();
    const text = Buffer.from('Software\0GIMP 2.10', 'latin1');
    const chunk = Buffer.concat([
      Buffer.from([0, 0, 0, text.length]),
      Buffer.from('tEXt'),
      text,
      Buffer.alloc(4),
    ]);
    const { crc32 } = await import('node:zlib');
    chunk.writeUInt32BE(crc32(chunk.subarray(4, chunk.length - 4)), chunk.length - 4);
    const named = Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
    expect(told(await examine(named))).toEqual(['document.image-editor low']);
    expect(told(await examine(png))).toEqual([]);
  });
});

describe('dates', () => {
  const taken = { [DATE_TIME_ORIGINAL]: '2024:03:10 12:00:00' };

  test('modified days before it was taken', async () => {
    const early = { ifd0: { [MODIFY_DATE]: '2024:02:01 12:00:00' }, exif: taken };
    expect(await toldOfExif(early)).toEqual(['document.dates-contradict low']);
    expect(await toldOfExif({ ifd0: { [MODIFY_DATE]: '2024:03:10 02:00:00' }, exif: taken })).toEqual([]);
  });

  test('taken after it was received', async () => {
    expect(await toldOfExif({ exif: taken }, new Date('2024-03-01T00:00:00Z'))).toEqual([
      'document.date-implausible low',
    ]);
    expect(await toldOfExif({ exif: taken }, new Date('2024-03-10T00:00:00Z'))).toEqual([]);
  });

  test('satellites say another day', async () => {
    expect(await toldOfExif({ exif: taken, gps: { 29: '2024:01:05' } })).toEqual([
      'document.dates-contradict low',
    ]);
    expect(await toldOfExif({ exif: taken, gps: { 29: '2024:03:10' } })).toEqual([]);
  });

  test.each([
    ['2024:01:31 12:30:05', Date.UTC(2024, 0, 31, 12, 30, 5)],
    ['2024-01-31T12:30', Date.UTC(2024, 0, 31, 12, 30)],
    ['0000:00:00 00:00:00', null],
    ['    :  :     :  :  ', null],
  ])('%j', (text, time) => expect(parseDate(text)).toBe(time));
});

test('dimensions that EXIF states must be the picture’s, turned or not', async () => {
  const stated = (x: number, y: number) => toldOfExif({ exif: { [PIXEL_X]: x, [PIXEL_Y]: y } });
  expect(await stated(4032, 3024)).toEqual(['document.dimensions-contradict low']);
  expect(await stated(WIDTH, HEIGHT)).toEqual([]);
  expect(await stated(HEIGHT, WIDTH)).toEqual([]);
});

describe('thumbnail', () => {
  const PATCH = { x: 200, y: 160, width: 96, height: 64, grey: 40 };

  test('one that shows the picture is quiet, even sharpened, brighter, turned or letterboxed', async () => {
    const tries = [
      await thumbnailOf(scene()),
      await thumbnailOf(scene().sharpen().linear(1.1, 8)),
      await scene().rotate(90).resize(120, 160).jpeg().toBuffer(),
      await scene().resize(160, 120).extend({ top: 20, bottom: 20, background: 'black' }).jpeg().toBuffer(),
    ];
    for (const thumbnail of tries) expect(await toldOfExif({ thumbnail })).toEqual([]);
  });

  test('a place that was changed afterwards is shown', async () => {
    const edited = await scene(PATCH).jpeg({ quality: 90 }).toBuffer();
    const result = await examine(withExif(edited, { thumbnail: await thumbnailOf(scene()) }));
    expect(told(result)).toEqual(['document.thumbnail-differs high']);
    const { region } = result.candidates[0]!;
    expect(region!.x).toBeGreaterThan(PATCH.x - 16);
    expect(region!.x + region!.width).toBeLessThan(PATCH.x + PATCH.width + 16);
    expect(region!.y).toBeGreaterThan(PATCH.y - 16);
    expect(region!.y + region!.height).toBeLessThan(PATCH.y + PATCH.height + 16);
    const { map } = result;
    expect(map!.data[Math.floor(192 / 8) * map!.columns + Math.floor(248 / 8)]).toBeGreaterThan(0);
    expect(map!.data[0]).toBe(0);
  });

  test('another picture, and another shape', async () => {
    const other = sharp({ create: { width: 160, height: 120, channels: 3, background: '#888' } }).composite([
      { input: { create: { width: 50, height: 110, channels: 3, background: '#fff' } }, left: 105, top: 5 },
    ]);
    expect(await toldOfExif({ thumbnail: await other.jpeg().toBuffer() })).toEqual([
      'document.thumbnail-other high',
    ]);
    const wide = await scene()
      .extract({ left: 0, top: 100, width: 640, height: 240 })
      .resize(160, 60)
      .jpeg()
      .toBuffer();
    expect(await toldOfExif({ thumbnail: wide })).toEqual(['document.thumbnail-shape medium']);
  });
});

describe('encoder', () => {
  const read = async (options: JpegOptions): Promise<JpegImage> =>
    readJpeg(await scene().jpeg(options).toBuffer());

  test.each([30, 60, 75, 92])('IJG tables of quality %i', async (quality) => {
    expect(tableFamily(await read({ quality }))).toEqual({ family: 'ijg', quality, setting: null });
  });

  test('mozjpeg tables', async () => {
    expect(tableFamily(await read({ quality: 80, mozjpeg: true }))).toMatchObject({
      family: 'mozjpeg',
      quality: 80,
    });
  });

  test('Photoshop’s tables are known whatever the metadata says, other tables are not', async () => {
    const jpeg = await read({ quality: 90 });
    const withTables = (luma: readonly number[]): JpegImage => ({
      ...jpeg,
      components: [{ ...jpeg.components[0]!, quantization: Uint16Array.from(luma) }],
    });
    // Photoshop's "Save for Web, maximum" luminance table.
    const maximum = [
      [1, 1, 1, 1, 1, 1, 1, 1],
      [1, 1, 1, 1, 1, 1, 1, 1],
      [1, 1, 1, 1, 1, 1, 1, 2],
      [1, 1, 1, 1, 1, 1, 2, 2],
      [1, 1, 1, 1, 1, 2, 2, 3],
      [1, 1, 1, 1, 2, 2, 3, 3],
      [1, 1, 1, 2, 2, 3, 3, 3],
      [1, 1, 2, 2, 3, 3, 3, 3],
    ].flat();
    const adobe = withTables(maximum);
    expect(tableFamily(adobe)).toEqual({
      family: 'photoshop',
      quality: null,
      setting: 'Save for Web, maximum',
    });
    expect(classifyEncoder({ jpeg: adobe, segments: 'APP0 JFIF', device: '' }).class).toBe('editor');
    expect(tableFamily(withTables(maximum.map((step) => step + 1))).family).toBe('other');
  });

  test.each([
    ['a camera', { quality: 90 }, 'APP1 Exif', 'HUAWEI P40', 'camera'],
    ['a library', { quality: 75 }, '', '', 'library'],
    ['a chat app', { quality: 70, progressive: true }, 'APP0 JFIF', '', 'chat'],
    ['a scanner', { quality: 75 }, 'APP1 Exif', 'Canon CanoScan LiDE 300', 'scanner'],
    ['a website', { quality: 75, mozjpeg: true }, 'APP0 JFIF', '', 'library'],
  ] as const)('%s', async (_, options, segments, device, expected) => {
    expect(classifyEncoder({ jpeg: await read(options), segments, device }).class).toBe(expected);
  });

  test('a camera named in EXIF, but compressed for a website', async () => {
    const device = { ifd0: { [MAKE]: 'HUAWEI', [MODEL]: 'P40' } };
    expect(await toldOfExif(device)).toEqual([]);
    const resaved = await scene().jpeg({ quality: 80, mozjpeg: true }).toBuffer();
    const result = await examine(withExif(resaved, device));
    expect(told(result)).toEqual(['document.encoder-contradicts low']);
    expect(result.candidates.find(({ code }) => code === 'document.jpeg-encoder')?.severity).toBe('info');
  });
});
