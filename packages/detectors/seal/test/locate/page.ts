import type { Ellipse } from '@jianzhen/evidence';
import type { RgbImage } from '@jianzhen/raster';

/** A generator without a library: mulberry32. */
export function noise(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Paper in uneven light with sensor noise and lines of black print. */
export function printedPage(width: number, height: number, seed: number): RgbImage {
  const random = noise(seed);
  const rgb = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const light = 232 - (40 * x) / width - (20 * y) / height;
      for (let c = 0; c < 3; c++) rgb[(y * width + x) * 3 + c] = light - c * 4 + (random() - 0.5) * 8;
    }
  }
  for (let line = 40; line < height - 40; line += 46) {
    for (let x = 50; x < width - 60; x += 26) {
      if (random() < 0.12) continue;
      // A character: a few strokes.
      for (let stroke = 0; stroke < 5; stroke++) {
        const [sx, sy] = [x + random() * 16, line + random() * 20];
        const across = random() < 0.5;
        for (let k = 0; k < 14; k++)
          fill(rgb, width, sx + (across ? k : 0), sy + (across ? 0 : k), 2, [38, 36, 40], 1);
      }
    }
  }
  return { width, height, rgb };
}

function fill(
  rgb: Uint8Array,
  width: number,
  x: number,
  y: number,
  size: number,
  colour: readonly number[],
  share: number,
): void {
  for (let v = 0; v < size; v++) {
    for (let u = 0; u < size; u++) {
      const i = ((Math.round(y) + v) * width + Math.round(x) + u) * 3;
      if (i < 0 || i + 2 >= rgb.length) continue;
      for (let c = 0; c < 3; c++) rgb[i + c] = rgb[i + c]! * (1 - share + (share * colour[c]!) / 255);
    }
  }
}

/** Stamps rim, a ring of character-like strokes and a star-like centre into the page; ink multiplies with the print. */
export function stampSeal(
  page: RgbImage,
  { cx, cy, rx, ry, angle }: Ellipse,
  colour: readonly [number, number, number],
  seed: number,
  strength = 0.9,
): void {
  const random = noise(seed);
  const marks = Array.from({ length: 14 }, () => Array.from({ length: 25 }, () => Number(random() < 0.45)));
  const [sin, cos] = [Math.sin((angle * Math.PI) / 180), Math.cos((angle * Math.PI) / 180)];
  for (let y = 0; y < page.height; y++) {
    for (let x = 0; x < page.width; x++) {
      const [dx, dy] = [x + 0.5 - cx, y + 0.5 - cy];
      const u = (dx * cos + dy * sin) / rx;
      const v = (dy * cos - dx * sin) / ry;
      const level = Math.hypot(u, v);
      if (level > 1.05) continue;
      const scale = Math.min(rx, ry);
      // Edges of one pixel.
      const edge = (from: number, to: number) =>
        Math.max(0, Math.min(1, (to - level) * scale + 0.5, (level - from) * scale + 0.5));
      const turn = ((Math.atan2(v, u) / (2 * Math.PI) + 1.25) % 1) * 16;
      const [letter, along] = [Math.floor(turn), (turn % 1) * 6];
      const depth = ((level - 0.62) / 0.24) * 5;
      const inked =
        letter < 14 && along < 5 && depth >= 0 && depth < 5
          ? marks[letter]![Math.floor(depth) * 5 + Math.floor(along)]!
          : 0;
      const star = level < 0.22 + 0.1 * Math.cos(5 * Math.atan2(v, u)) ? 1 : 0;
      const cover = Math.max(edge(0.945, 1), inked, star) * strength * (0.85 + 0.15 * random());
      if (cover > 0) fill(page.rgb, page.width, x, y, 1, colour, cover);
    }
  }
}
