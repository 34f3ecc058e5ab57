import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type PageImage, readJpeg } from '@jianzhen/raster';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import sharp from 'sharp';
import { pageContext } from '../../src/context.ts';
import type { CellMap, PageContext } from '../../src/signal.ts';

/** Interleaved RGB. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

export const EDIT = { x: 203, y: 259, width: 170, height: 54 } as const;

function generator(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const WORDS = [
  'TOTAL',
  'Invoice',
  '2024-03-15',
  'Cash',
  '1,284.50',
  'Change',
  'Qty',
  'No. 88213',
  'Thank you',
  'VAT',
];

/** A face of an npm package: with the machine's own fonts the pages would differ from one machine to the next. */
const FAMILY = 'Jianzhen test print';
for (const weight of [400, 700]) {
  const file = createRequire(import.meta.url).resolve(
    `@fontsource/arimo/files/arimo-latin-${weight}-normal.woff2`,
  );
  GlobalFonts.register(readFileSync(file), FAMILY);
}

/** A page of print on paper; `paper` is its grey level, 255 = clipped white, with grain of `noise` levels. */
export function drawPage(seed: number, { paper = 255, noise = 0 } = {}): Pixels {
  const random = generator(seed);
  const width = 560;
  const height = 640;
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = `rgb(${paper},${paper},${paper})`;
  context.fillRect(0, 0, width, height);
  for (let y = 40; y < height - 20; y += 26) {
    context.fillStyle = random() < 0.2 ? '#444' : '#111';
    context.font = `${random() < 0.3 ? 'bold ' : ''}${17 + Math.floor(5 * random())}px "${FAMILY}"`;
    for (let x = 24 + 20 * random(); x < width - 90; x += 75 + 30 * random()) {
      context.fillText(WORDS[Math.floor(random() * WORDS.length)]!, x, y);
    }
  }
  const { data } = context.getImageData(0, 0, width, height);
  const rgb = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++) {
    const grain = noise * (random() + random() + random() - 1.5);
    for (let c = 0; c < 3; c++) rgb[3 * i + c] = Math.max(0, Math.min(255, data[4 * i + c]! + grain));
  }
  return { width, height, rgb };
}

/** The page with the area EDIT replaced by the same area of another page. */
export function retouched(page: Pixels, other: Pixels): Pixels {
  const rgb = page.rgb.slice();
  for (let y = EDIT.y; y < EDIT.y + EDIT.height; y++) {
    const from = 3 * ((y - 37) * other.width + EDIT.x - 51);
    rgb.set(other.rgb.subarray(from, from + 3 * EDIT.width), 3 * (y * page.width + EDIT.x));
  }
  return { ...page, rgb };
}

export function cropped(page: Pixels, left: number, top: number): Pixels {
  const width = page.width - left;
  const height = page.height - top;
  const rgb = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    const from = 3 * ((y + top) * page.width + left);
    rgb.set(page.rgb.subarray(from, from + 3 * width), 3 * y * width);
  }
  return { width, height, rgb };
}

const raw = ({ rgb, width, height }: Pixels) => sharp(rgb, { raw: { width, height, channels: 3 } });

export function encode(page: Pixels, quality: number): Promise<Buffer> {
  return raw(page).jpeg({ quality, chromaSubsampling: '4:2:0' }).toBuffer();
}

export async function decode(file: Buffer): Promise<Pixels> {
  const { data, info } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgb: new Uint8Array(data) };
}

export async function saved(page: Pixels, ...qualities: number[]): Promise<Pixels> {
  let pixels = page;
  for (const quality of qualities) pixels = await decode(await encode(pixels, quality));
  return pixels;
}

/** What signals see of the page saved as JPEG. */
export async function jpegPage(page: Pixels, quality: number): Promise<PageContext> {
  const file = await encode(page, quality);
  return context({ ...(await decode(file)), track: 'jpeg', jpeg: readJpeg(file), dpi: null });
}

/** What signals see of the page saved without loss. */
export function losslessPage(page: Pixels): PageContext {
  return context({ ...page, track: 'lossless', jpeg: null, dpi: null });
}

function context(image: PageImage): PageContext {
  const facts = { name: 'page', mediaType: 'image/jpeg', bytes: 0, sha256: '', image: null, pdf: null };
  return pageContext({ image, facts, page: 1 });
}

/** Means of the map's cells that say anything, wholly within the area and wholly outside of it. */
export function meansInAndOut(map: CellMap, area: { x: number; y: number; width: number; height: number }) {
  const sums = { inside: [0, 0], outside: [0, 0] };
  for (let row = 0; row < map.rows; row++) {
    for (let column = 0; column < map.columns; column++) {
      const value = map.data[row * map.columns + column]!;
      if (value === 0 || Number.isNaN(value)) continue;
      const left = 8 * column - area.x;
      const top = 8 * row - area.y;
      const within = left >= 0 && top >= 0 && left + 8 <= area.width && top + 8 <= area.height;
      const without = left + 8 <= 0 || top + 8 <= 0 || left >= area.width || top >= area.height;
      const sum = within ? sums.inside : without ? sums.outside : null;
      if (sum) {
        sum[0]! += value;
        sum[1]!++;
      }
    }
  }
  return {
    inside: sums.inside[0]! / Math.max(1, sums.inside[1]!),
    outside: sums.outside[0]! / Math.max(1, sums.outside[1]!),
    cells: sums.inside[1]!,
  };
}

/** Share of the region that lies in the area, and of the area that the region covers. */
export function overlap(region: { x: number; y: number; width: number; height: number }, area: typeof EDIT) {
  const width = Math.min(region.x + region.width, area.x + area.width) - Math.max(region.x, area.x);
  const height = Math.min(region.y + region.height, area.y + area.height) - Math.max(region.y, area.y);
  const shared = Math.max(0, width) * Math.max(0, height);
  return { precision: shared / (region.width * region.height), recall: shared / (area.width * area.height) };
}
