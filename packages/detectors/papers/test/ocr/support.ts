import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { RgbImage } from '@jianzhen/raster';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import type { OrientedRectangle } from '../../src/ocr/geometry/rectangle.ts';
import { corners, cornersWithin, regionAround } from '../../src/ocr/geometry/rectangle.ts';
import type { ReadLine } from '../../src/ocr/recognise/line.ts';

const fonts = dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc'));

/** A page drawn on white, in the sans that the repo's packages bring; `degrees` turns what is drawn about the page's middle. */
export function drawnPage(
  width: number,
  height: number,
  draw: (context: SKRSContext2D) => void,
  degrees = 0,
): RgbImage {
  if (!GlobalFonts.has('papers test'))
    GlobalFonts.register(readFileSync(join(fonts, '../fonts/NotoSansHans-Regular.otf')), 'papers test');
  const context = createCanvas(width, height).getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#151515';
  context.translate(width / 2, height / 2);
  context.rotate((degrees * Math.PI) / 180);
  if (degrees % 180 === 90) context.translate(-height / 2, -width / 2);
  else context.translate(-width / 2, -height / 2);
  context.font = '22px "papers test"';
  draw(context);
  const { data } = context.getImageData(0, 0, width, height);
  const rgb = new Uint8Array(3 * width * height);
  for (let i = 0, j = 0; i < data.length; i += 4, j += 3) rgb.set(data.subarray(i, i + 3), j);
  return { width, height, rgb };
}

export const PAGE = { width: 2000, height: 2000 };

/** A line as if read: characters of equal width along a rectangle. */
export function lineOf(text: string, rectangle: OrientedRectangle): ReadLine {
  const glyphs = [...text];
  const advance = rectangle.width / glyphs.length;
  const characters = glyphs.map((glyph, i) => {
    const left = i * advance - rectangle.width / 2;
    const box = cornersWithin(rectangle, left, -rectangle.height / 2, left + advance, rectangle.height / 2);
    return { text: glyph, confidence: 0.9, region: regionAround(box, PAGE) };
  });
  const region = regionAround(corners(rectangle), PAGE);
  return { line: { text, confidence: 0.9, region, characters, polygon: corners(rectangle) }, rectangle };
}

/** A line 20 pixels high whose top left corner lies at (x, y), each character `advance` wide, turned about the page's middle. */
export function lineAt(text: string, x: number, y: number, degrees = 0, advance = 16): ReadLine {
  const width = [...text].length * advance;
  const angle = (degrees * Math.PI) / 180;
  const [dx, dy] = [x + width / 2 - PAGE.width / 2, y + 10 - PAGE.height / 2];
  return lineOf(text, {
    cx: PAGE.width / 2 + dx * Math.cos(angle) - dy * Math.sin(angle),
    cy: PAGE.height / 2 + dx * Math.sin(angle) + dy * Math.cos(angle),
    width,
    height: 20,
    angle,
  });
}
