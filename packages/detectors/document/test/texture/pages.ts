import type { FileFacts, Region } from '@jianzhen/evidence';
import { decodeImage, type PageImage, type Plane, plane } from '@jianzhen/raster';
import sharp from 'sharp';
import { pageContext } from '../../src/context.ts';
import type { PageContext, SignalResult } from '../../src/signal.ts';

/** Digits of 5 × 7 dots, a row a number of five bits. */
const DIGITS = [
  [14, 17, 19, 21, 25, 17, 14],
  [4, 12, 4, 4, 4, 4, 14],
  [14, 17, 1, 2, 4, 8, 31],
  [31, 2, 4, 2, 1, 17, 14],
  [2, 6, 10, 18, 31, 2, 2],
  [31, 16, 30, 1, 1, 17, 14],
  [6, 8, 16, 30, 17, 17, 14],
  [31, 1, 2, 4, 8, 8, 8],
  [14, 17, 17, 14, 17, 17, 14],
  [14, 17, 17, 15, 1, 2, 12],
];
/** Pixels a dot, and a digit's width with its gap and height. */
const DOT = 2.6;
const ADVANCE = 6 * DOT;
export const TEXT_HEIGHT = Math.round(7 * DOT);

/** Uniform in [0, 1): Mulberry32. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function normal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(next() + 1e-12)) * Math.cos(2 * Math.PI * next());
}

/** Adds the digits' coverage in [0, 1], dots drawn square with soft rims. */
export function drawDigits(coverage: Plane, digits: string, left: number, top: number): Region {
  for (const [k, digit] of [...digits].entries()) {
    const rows = DIGITS[Number(digit)]!;
    for (let y = 0; y < TEXT_HEIGHT + 1; y++) {
      for (let x = 0; x < ADVANCE; x++) {
        let inside = 0;
        for (let s = 0; s < 9; s++) {
          const u = Math.floor((x + ((s % 3) + 0.5) / 3) / DOT);
          const v = Math.floor((y + (Math.floor(s / 3) + 0.5) / 3) / DOT);
          if (u < 5 && v < 7 && (rows[v]! >> (4 - u)) & 1) inside++;
        }
        const at = (top + y) * coverage.width + Math.floor(left + k * ADVANCE) + x;
        coverage.data[at] = Math.min(1, coverage.data[at]! + inside / 9);
      }
    }
  }
  return { x: left, y: top, width: Math.ceil(digits.length * ADVANCE), height: TEXT_HEIGHT };
}

/** [1 2 1] / 4 both ways, `times` times, inside the region. */
export function soften({ width, height, data }: Plane, times: number, region?: Region): void {
  const box = region ?? { x: 1, y: 1, width: width - 2, height: height - 2 };
  for (let t = 0; t < times; t++) {
    for (const step of [1, width]) {
      const from = data.slice();
      for (let y = Math.max(1, box.y); y < Math.min(height - 1, box.y + box.height); y++) {
        for (let x = Math.max(1, box.x); x < Math.min(width - 1, box.x + box.width); x++) {
          const i = y * width + x;
          data[i] = (from[i - step]! + 2 * from[i]! + from[i + step]!) / 4;
        }
      }
    }
  }
}

export interface Captured {
  /** Luma before rounding. */
  readonly luma: Plane;
  readonly words: readonly Region[];
  /** Paper at a pixel, without noise. */
  paper(x: number, y: number): number;
}

export interface CaptureOptions {
  readonly seed: number;
  readonly noise?: number;
  /** Passes of soften over the page; a pair grows from the left to the right. */
  readonly softness?: number | readonly [number, number];
  readonly paperLevel?: number;
  readonly inkLevel?: number;
}

export const WIDTH = 512;
export const HEIGHT = 544;

/** Some fifteen lines of numbers, photographed: uneven light, soft edges, noise. */
export function captured({
  seed,
  noise = 2,
  softness = 2,
  paperLevel = 226,
  inkLevel = 62,
}: CaptureOptions): Captured {
  const next = random(seed);
  const coverage = plane(WIDTH, HEIGHT);
  const words: Region[] = [];
  for (let top = 40; top < HEIGHT - 60; top += 32) {
    for (let left = 32; ; ) {
      const length = 3 + Math.floor(next() * 5);
      if (left + length * ADVANCE > WIDTH - 32) break;
      const digits = Array.from({ length }, () => Math.floor(next() * 10)).join('');
      words.push(drawDigits(coverage, digits, left, top));
      left += Math.ceil(length * ADVANCE + 24);
    }
  }
  if (typeof softness === 'number') soften(coverage, softness);
  else {
    const bands = 8;
    for (let band = 0; band < bands; band++) {
      const times = Math.round(softness[0] + ((softness[1] - softness[0]) * band) / (bands - 1));
      soften(coverage, times, { x: (WIDTH / bands) * band, y: 1, width: WIDTH / bands, height: HEIGHT });
    }
  }
  const paper = (x: number, y: number) => paperLevel - (16 * x) / WIDTH - (8 * y) / HEIGHT;
  const luma = plane(WIDTH, HEIGHT);
  for (let i = 0; i < luma.data.length; i++) {
    const light = paper(i % WIDTH, Math.floor(i / WIDTH));
    luma.data[i] = light + (inkLevel - light) * coverage.data[i]! + noise * normal(next);
  }
  return { luma, words, paper };
}

/** The page of a luma plane, grey, rounded. */
export function pageOf({ width, height, data }: Plane, track: PageImage['track'] = 'lossless'): PageContext {
  const rgb = new Uint8Array(3 * width * height);
  for (let i = 0; i < data.length; i++) {
    const value = Math.max(0, Math.min(255, Math.round(data[i]!)));
    rgb[3 * i] = value;
    rgb[3 * i + 1] = value;
    rgb[3 * i + 2] = value;
  }
  return contextOf({ width, height, rgb, track, jpeg: null, dpi: null });
}

export function contextOf(image: PageImage): PageContext {
  return pageContext({ image, facts: {} as FileFacts, page: 1 });
}

/** The page saved as JPEG, once for each quality, and decoded as the tool does. */
export async function savedJpeg(page: PageContext, ...qualities: number[]): Promise<PageContext> {
  const { width, height, rgb } = page.image;
  let bytes = await sharp(rgb, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: qualities[0]! })
    .toBuffer();
  for (const quality of qualities.slice(1)) bytes = await sharp(bytes).jpeg({ quality }).toBuffer();
  return contextOf(await decodeImage(bytes));
}

export function grown({ x, y, width, height }: Region, by: number): Region {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

/** Paper of one flat level over the region, as a paint program's eraser leaves it. */
export function wipe({ luma, paper }: Captured, { x, y, width, height }: Region): void {
  const level = Math.round(paper(x + width / 2, y + height / 2));
  for (let v = y; v < y + height; v++) luma.data.fill(level, v * luma.width + x, v * luma.width + x + width);
}

/** Mean of the map's finite cells that lie whole inside the region, and of those outside it. */
export function inOut({ map }: SignalResult, region: Region): { inside: number; outside: number } {
  const sums = { inside: 0, outside: 0 };
  const counts = { inside: 0, outside: 0 };
  const { columns, data } = map!;
  for (let i = 0; i < data.length; i++) {
    if (Number.isNaN(data[i]!)) continue;
    const x = (i % columns) * 8;
    const y = Math.floor(i / columns) * 8;
    const within =
      x >= region.x && y >= region.y && x + 8 <= region.x + region.width && y + 8 <= region.y + region.height;
    const away =
      x + 8 <= region.x - 16 ||
      y + 8 <= region.y - 16 ||
      x >= region.x + region.width + 16 ||
      y >= region.y + region.height + 16;
    if (!within && !away) continue;
    const where = within ? 'inside' : 'outside';
    sums[where] += data[i]!;
    counts[where]++;
  }
  return { inside: sums.inside / counts.inside, outside: sums.outside / counts.outside };
}

export function overlap(a: Region, b: Region): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? (width * height) / Math.min(a.width * a.height, b.width * b.height) : 0;
}
