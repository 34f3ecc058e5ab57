import type { FileFacts } from '@jianzhen/evidence';
import type { Plane } from '@jianzhen/raster';
import { luma, plane } from '@jianzhen/raster';
import type { PageContext } from '../../../src/signal.ts';

/** Uniform in [0, 1), Mulberry32. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function pageOf(source: Plane): PageContext {
  const rgb = new Uint8Array(source.data.length * 3);
  for (let i = 0; i < source.data.length; i++)
    rgb.fill(Math.max(0, Math.min(255, Math.round(source.data[i]))), 3 * i, 3 * i + 3);
  const image = {
    width: source.width,
    height: source.height,
    rgb,
    track: 'lossless',
    jpeg: null,
    dpi: null,
  } as const;
  const facts: FileFacts = {
    name: 'page.png',
    mediaType: 'image/png',
    bytes: rgb.length,
    sha256: '',
    image: null,
    pdf: null,
  };
  return { image, facts, page: 1, luma: luma(image) };
}

/** Letters as strokes on a unit square: every letter its own, the same at every place. */
export function alphabet(letters: number, seed: number): number[][][] {
  const next = random(seed);
  return Array.from({ length: letters }, () =>
    Array.from({ length: 3 + Math.floor(next() * 2) }, () => [next(), next(), next(), next()]),
  );
}

/** Draws one letter `size` pixels high with its top left at (x, y), anti-aliased; `ink` is its darkness. */
export function drawLetter(
  page: Plane,
  strokes: number[][],
  x: number,
  y: number,
  size: number,
  ink: number,
): void {
  const wide = size * 0.6;
  for (let py = Math.floor(y - 2); py <= y + size + 2; py++) {
    for (let px = Math.floor(x - 2); px <= x + wide + 2; px++) {
      if (px < 0 || py < 0 || px >= page.width || py >= page.height) continue;
      let cover = 0;
      for (const [ax, ay, bx, by] of strokes) {
        const d = distanceToSegment(px, py, x + ax * wide, y + ay * size, x + bx * wide, y + by * size);
        cover = Math.max(cover, Math.min(1, Math.max(0, 1.6 - d)));
      }
      const i = py * page.width + px;
      page.data[i] = Math.min(page.data[i], page.data[i] * (1 - cover) + (255 - ink) * cover);
    }
  }
}

function distanceToSegment(px: number, py: number, ax: number, ay: number, bx: number, by: number): number {
  const dx = bx - ax;
  const dy = by - ay;
  const along = Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy + 1e-9)));
  return Math.hypot(px - ax - along * dx, py - ay - along * dy);
}

export interface Print {
  readonly width: number;
  readonly height: number;
  readonly seed: number;
  /** Words in the vocabulary; few words repeat often. */
  readonly words: number;
  /** Scanned paper: uneven ink, sub-pixel phases and noise; otherwise drawn by software, every letter the same. */
  readonly paper: boolean;
}

/** A page of lines of words. */
export function printedPage({ width, height, seed, words, paper }: Print): Plane {
  const next = random(seed);
  const letters = alphabet(20, seed + 1);
  const vocabulary = Array.from({ length: words }, () =>
    Array.from({ length: 3 + Math.floor(next() * 5) }, () => Math.floor(next() * letters.length)),
  );
  const page = plane(width, height);
  page.data.fill(paper ? 238 : 255);
  const size = 16;
  for (let y = 20; y + size < height - 16; y += 30) {
    let x = 20;
    for (;;) {
      const word = vocabulary[Math.floor(next() * words)];
      if (x + word.length * 11 > width - 20) break;
      const jitter = paper ? next() : 0;
      for (const letter of word) {
        const dy = paper ? 0.8 * (next() - 0.5) : 0;
        const ink = paper ? 150 + 80 * next() : 225;
        const wobble = paper ? 0.09 : 0;
        const strokes = letters[letter].map((stroke) => stroke.map((v) => v + wobble * (next() - 0.5)));
        drawLetter(page, strokes, x + jitter, y + dy, size, ink);
        x += 11;
      }
      x += 12;
    }
  }
  return paper ? scanned(page, seed + 2) : page;
}

/** As a scanner sees it: softened by its optics, with a little noise. */
function scanned(page: Plane, seed: number): Plane {
  const { width, height, data } = page;
  const out = plane(width, height, Float32Array.from(data));
  const next = random(seed);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      const cross = data[i - 1] + data[i + 1] + data[i - width] + data[i + width];
      const corners = data[i - width - 1] + data[i - width + 1] + data[i + width - 1] + data[i + width + 1];
      const noise = (next() + next() + next() - 1.5) * 3;
      out.data[i] = Math.max(0, Math.min(255, (4 * data[i] + 2 * cross + corners) / 16 + noise));
    }
  }
  return out;
}

export interface Paste {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Where the middle of the piece comes to lie. */
  readonly toX: number;
  readonly toY: number;
  /** Degrees. */
  readonly turn?: number;
  readonly scale?: number;
}

/** Copies a piece of the page over another place of it, bilinear. */
export function paste(page: Plane, { x, y, width, height, toX, toY, turn = 0, scale = 1 }: Paste): Plane {
  const out = plane(page.width, page.height, Float32Array.from(page.data));
  const cos = Math.cos((turn * Math.PI) / 180) / scale;
  const sin = Math.sin((turn * Math.PI) / 180) / scale;
  const reach = Math.ceil((Math.hypot(width, height) / 2) * scale);
  for (let v = toY - reach; v <= toY + reach; v++) {
    for (let u = toX - reach; u <= toX + reach; u++) {
      const dx = u - toX;
      const dy = v - toY;
      const sx = cos * dx + sin * dy;
      const sy = -sin * dx + cos * dy;
      if (Math.abs(sx) > width / 2 || Math.abs(sy) > height / 2) continue;
      if (u < 0 || v < 0 || u >= page.width || v >= page.height) continue;
      out.data[v * page.width + u] = bilinear(page, x + width / 2 + sx, y + height / 2 + sy);
    }
  }
  return out;
}

function bilinear({ width, data }: Plane, x: number, y: number): number {
  const x0 = Math.floor(x);
  const y0 = Math.floor(y);
  const f = x - x0;
  const i = y0 * width + x0;
  const top = data[i] * (1 - f) + data[i + 1] * f;
  const bottom = data[i + width] * (1 - f) + data[i + width + 1] * f;
  return top + (y - y0) * (bottom - top);
}
