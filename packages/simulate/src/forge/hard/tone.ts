import type { Picture } from '../../picture.ts';

const PAPER = 250;

/** Multiplies every pixel by `factor(x, y)`, in place. */
export function shade(page: Picture, factor: (x: number, y: number) => number): void {
  const out = new Uint8ClampedArray(page.rgb.buffer, page.rgb.byteOffset, page.rgb.length);
  for (let y = 0, i = 0; y < page.height; y++) {
    for (let x = 0; x < page.width; x++) {
      const by = factor(x, y);
      for (let c = 0; c < 3; c++, i++) out[i] = out[i]! * by;
    }
  }
}

/** Keeps the share `kept(x, y)` of every pixel's darkness against white paper, in place. */
export function fadeInk(page: Picture, kept: (x: number, y: number) => number): void {
  for (let y = 0, i = 0; y < page.height; y++) {
    for (let x = 0; x < page.width; x++, i += 3) {
      const by = kept(x, y);
      for (let c = i; c < i + 3; c++) {
        const value = page.rgb[c]!;
        if (value < PAPER) page.rgb[c] = PAPER - (PAPER - value) * by;
      }
    }
  }
}

/** Smooth random values along a line, one every `step` pixels, linear between. */
export function waver(length: number, step: number, draw: () => number): Float32Array {
  const knots = Array.from({ length: Math.ceil(length / step) + 2 }, draw);
  return Float32Array.from({ length }, (_, i) => {
    const at = Math.floor(i / step);
    const part = (i % step) / step;
    return knots[at]! * (1 - part) + knots[at + 1]! * part;
  });
}
