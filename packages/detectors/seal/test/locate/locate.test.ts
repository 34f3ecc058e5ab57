import type { RgbImage } from '@jianzhen/raster';
import { describe, expect, it } from 'vitest';
import { locateSeals as locate } from '../../src/index.ts';
import { openTestLocator } from '../network.ts';
import { noise, printedPage, stampSeal } from './page.ts';

const network = await openTestLocator();
const locateSeals = (page: RgbImage) => locate(page, network);

const RED = [200, 40, 44] as const;
const BLUE = [46, 66, 160] as const;

const next = noise(13);
const random = Uint8Array.from({ length: 200 * 200 * 3 }, () => 256 * next());

describe('seals on a page', () => {
  it('are none where there is print alone', async () => {
    expect(await locateSeals(printedPage(900, 1200, 1))).toEqual([]);
  });

  it('are found over print, with the rim to a fraction of a pixel', async () => {
    const page = printedPage(900, 1200, 2);
    const truth = { cx: 520.3, cy: 700.8, rx: 124, ry: 124, angle: 0 };
    stampSeal(page, truth, RED, 3);
    const [seal, ...others] = await locateSeals(page);
    expect(others).toEqual([]);
    expect(seal).toMatchObject({ shape: 'circle', colour: 'red' });
    expect(Math.hypot(seal!.ellipse.cx - truth.cx, seal!.ellipse.cy - truth.cy)).toBeLessThan(0.7);
    expect(Math.abs(seal!.ellipse.rx - truth.rx)).toBeLessThan(1.2);
    expect(Math.abs(seal!.ellipse.ry - truth.ry)).toBeLessThan(1.2);
  });

  it('are told apart where two lie over each other, each in its colour', async () => {
    const page = printedPage(900, 1200, 4);
    stampSeal(page, { cx: 380, cy: 600, rx: 120, ry: 120, angle: 0 }, RED, 5);
    stampSeal(page, { cx: 540, cy: 660, rx: 118, ry: 118, angle: 0 }, BLUE, 6);
    const found = (await locateSeals(page)).sort((a, b) => a.ellipse.cx - b.ellipse.cx);
    expect(found.map(({ colour }) => colour)).toEqual(['red', 'blue']);
    expect(found.map(({ ellipse }) => Math.round(ellipse.cx / 10))).toEqual([38, 54]);
  });

  it('are found as ellipses, turned', async () => {
    const page = printedPage(900, 1200, 7);
    stampSeal(page, { cx: 430, cy: 500, rx: 130, ry: 96, angle: 18 }, RED, 8);
    const [seal] = await locateSeals(page);
    expect(seal).toMatchObject({ shape: 'ellipse' });
    expect(Math.abs(seal!.ellipse.angle - 18)).toBeLessThan(2);
    expect(seal!.ellipse.ry / seal!.ellipse.rx).toBeCloseTo(96 / 130, 1);
  });

  it('are found where the page cuts them, with their box cut and their ellipse whole', async () => {
    const page = printedPage(900, 1200, 9);
    stampSeal(page, { cx: 850, cy: 640, rx: 120, ry: 120, angle: 0 }, RED, 10);
    const [seal] = await locateSeals(page);
    expect(seal!.region.x + seal!.region.width).toBeLessThanOrEqual(900);
    expect(Math.abs(seal!.ellipse.cx - 850)).toBeLessThan(6);
    expect(Math.abs(seal!.ellipse.rx - 120)).toBeLessThan(6);
  });

  it('are found from close by, nearly as large as the picture', async () => {
    const page = printedPage(560, 540, 15);
    const truth = { cx: 290, cy: 262, rx: 228, ry: 228, angle: 0 };
    stampSeal(page, truth, RED, 16);
    const [seal, ...others] = await locateSeals(page);
    expect(others).toEqual([]);
    expect(seal).toMatchObject({ shape: 'circle', colour: 'red' });
    expect(Math.abs(seal!.ellipse.rx - truth.rx)).toBeLessThan(3);
  });

  it('do not depend on colour: a grey copy shows them too', async () => {
    const page = printedPage(900, 1200, 11);
    stampSeal(page, { cx: 450, cy: 620, rx: 122, ry: 122, angle: 0 }, [92, 92, 92], 12);
    expect(await locateSeals(page)).toMatchObject([{ colour: 'grey', shape: 'circle' }]);
  });

  it('are no avatars or icons: discs and tiles filled with colour', async () => {
    const [width, height] = [800, 900];
    const rgb = new Uint8Array(width * height * 3).fill(245);
    const fill = (x: number, y: number, colour: readonly number[]) => rgb.set(colour, 3 * (y * width + x));
    const colours = [[7, 163, 90], [22, 119, 255], RED, [226, 88, 42]] as const;
    for (const [row, colour] of colours.entries())
      for (let dy = -56; dy <= 56; dy++)
        for (let dx = -56; dx <= 56; dx++) {
          // A white sign in the middle.
          if (Math.abs(dx) < 6 && Math.abs(dy) < 28) continue;
          if (dx * dx + dy * dy <= 56 * 56) fill(150 + dx, 120 + 200 * row + dy, colour);
          if (Math.max(Math.abs(dx), Math.abs(dy)) <= 50) fill(500 + dx, 120 + 200 * row + dy, colour);
        }
    expect(await locateSeals({ width, height, rgb })).toEqual([]);
  });

  it.each([
    ['nothing but white', new Uint8Array(300 * 200 * 3).fill(255), 300, 200],
    ['nothing but noise', random, 200, 200],
    ['a pattern that fills it', random.map((_, i) => (i * 7919) % 256), 200, 200],
    ['one pixel', Uint8Array.of(1, 2, 3), 1, 1],
    ['one row', new Uint8Array(50 * 3).fill(9), 50, 1],
  ])('are none on a picture of %s', async (_, rgb, width, height) => {
    expect(await locateSeals({ width, height, rgb })).toEqual([]);
  });
});
