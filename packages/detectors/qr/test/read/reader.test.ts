import { CODE_CONDITIONS, makeCodeScene, writeCode } from '@jianzhen/simulate';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type CodeImage, openPeers, openReader, type ReadCodes, readerFiles } from '../../src/index.ts';
import { contains } from '../../src/read/geometry.ts';
import { sheetOf } from '../sheet.ts';

let read: ReadCodes;
let quick: ReadCodes;
beforeAll(async () => {
  const files = await readerFiles();
  read = await openReader(files);
  quick = await openReader(files, { effort: 'quick' });
});

describe('pictures', () => {
  // Creases and scratches may take too much of a code; sheets of the other sorts are all read.
  const readable = CODE_CONDITIONS.filter(
    (condition) => !['plain', 'creased', 'scratched'].includes(condition),
  );
  test.each(readable)('%s: every code is read, and where it lies', async (condition) => {
    const { picture, codes } = await makeCodeScene(condition, 'test');
    const found = await read(picture);
    expect(found.map(({ text }) => text).sort()).toEqual(codes.map(({ text }) => text).sort());
    for (const { text, corners } of codes) {
      const { corners: own } = found.find((one) => one.text === text)!;
      const width = Math.hypot(corners[0][0] - corners[1][0], corners[0][1] - corners[1][1]);
      corners.forEach(([x, y], i) => {
        expect(Math.hypot(own[i]![0] - x, own[i]![1] - y), `corner ${i}`).toBeLessThan(0.12 * width + 3);
      });
    }
  });

  test('a creased sheet, which ZXing alone does not read, is made out', async () => {
    const { zxing } = await openPeers(await readerFiles());
    const { picture, codes } = await makeCodeScene('creased', 'dev 3');
    expect(await zxing(picture)).toEqual([]);
    expect((await read(picture)).map(({ text }) => text)).toEqual([codes[0]!.text]);
  }, 120_000);

  test('a code is given once, however many passes find it', async () => {
    const thorough = await openReader(await readerFiles(), { effort: 'thorough' });
    const { picture, codes } = await makeCodeScene('plain', 'once');
    expect((await thorough(picture)).map(({ text }) => text)).toEqual([codes[0]!.text]);
  });

  test('a damaged finder pattern', async () => {
    const picture = sheetOf(await writeCode('https://example.com/broken-finder', { level: 'H' }), 8);
    // A scratch from outside through both dark rings of the top left pattern.
    paint(picture, 30, 56, 40, 5, 255);
    expect((await read(picture)).map(({ text }) => text)).toEqual(['https://example.com/broken-finder']);
  });
});

describe('no code', () => {
  test('nothing is read in noise and on blank pictures', async () => {
    let state = 1;
    const rgb = Uint8Array.from({ length: 300 * 200 * 3 }, () => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      return state >>> 24;
    });
    expect(await read({ width: 300, height: 200, rgb })).toEqual([]);
    expect(await read({ width: 300, height: 200, rgb: new Uint8Array(180_000).fill(255) })).toEqual([]);
  });

  test.each([
    [1, 1],
    [2, 300],
    [300, 2],
  ])('pictures of %i × %i pixels', async (width, height) => {
    expect(await read({ width, height, rgb: new Uint8Array(width * height * 3) })).toEqual([]);
  });
});

test('after the deadline no pass is begun but the first', async () => {
  const hurried = await openReader(await readerFiles(), { deadlineMs: 0 });
  expect(await hurried((await makeCodeScene('creased', 'dev 3')).picture)).toEqual([]);
  expect(await hurried((await makeCodeScene('plain', 'once')).picture)).toHaveLength(1);
});

describe('whatever is written is read back', () => {
  const picture = async (payload: string | Uint8Array, settings = {}) =>
    sheetOf(await writeCode(payload, settings), 3);

  test('text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), async (text) => {
        // With text of other letters the writer changes to Kanji or UTF-8 as it sees fit.
        const [code] = await quick(await picture(new TextEncoder().encode(text)));
        expect(code?.text).toBe(text);
      }),
      { numRuns: 40 },
    );
  });

  test('bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 80 }), async (bytes) => {
        const [code] = await quick(await picture(bytes));
        expect([...code!.bytes]).toEqual([...bytes]);
      }),
      { numRuns: 40 },
    );
  });

  test('corners lie around the code, in its own order', async () => {
    const image = await picture('corners');
    const [code] = await quick(image);
    expect(contains(code!.corners, [image.width / 2, image.height / 2])).toBe(true);
    const [a, b, , d] = code!.corners;
    expect(b![0]).toBeGreaterThan(a![0]);
    expect(d![1]).toBeGreaterThan(a![1]);
  });
});

function paint({ width, rgb }: CodeImage, x: number, y: number, w: number, h: number, value: number): void {
  for (let row = y; row < y + h; row++) rgb.fill(value, (row * width + x) * 3, (row * width + x + w) * 3);
}
