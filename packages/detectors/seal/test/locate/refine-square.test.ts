import type { RgbImage } from '@jianzhen/raster';
import { describe, expect, it } from 'vitest';
import { locatorPlanes } from '../../src/locate/planes.ts';
import { refineSquare } from '../../src/locate/refine-square.ts';
import { noise, printedPage } from './page.ts';

/** Draws a red frame a tenth of its half sides wide. */
function drawFrame(
  { width, height, rgb }: RgbImage,
  { cx, cy, rx, ry, angle }: { cx: number; cy: number; rx: number; ry: number; angle: number },
): void {
  const [sin, cos] = [Math.sin((angle * Math.PI) / 180), Math.cos((angle * Math.PI) / 180)];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [dx, dy] = [x + 0.5 - cx, y + 0.5 - cy];
      const [u, v] = [Math.abs(dx * cos + dy * sin) / rx, Math.abs(dy * cos - dx * sin) / ry];
      const level = Math.max(u, v);
      if (level <= 1 && level > 0.9) rgb.set([205, 45, 48], (y * width + x) * 3);
    }
}

describe('a square seal’s sides', () => {
  it.each(Array.from({ length: 8 }, (_, seed) => seed))(
    'are moved to where its ink begins (seed %i)',
    (seed) => {
      const random = noise(300 + seed);
      const page = printedPage(900, 1200, seed);
      const half = 60 + 40 * random();
      const truth = {
        cx: 300 + 300 * random(),
        cy: 300 + 500 * random(),
        rx: half,
        ry: half * (0.9 + 0.2 * random()),
        angle: 40 * random() - 20,
      };
      drawFrame(page, truth);
      const near = (value: number) => value + (random() - 0.5) * 0.1 * half;
      const found = { cx: near(truth.cx), cy: near(truth.cy), rx: near(truth.rx), ry: near(truth.ry) };
      const refined = refineSquare(page, locatorPlanes(page), 'chroma', { ...found, angle: truth.angle + 3 });
      expect(Math.hypot(refined.cx - truth.cx, refined.cy - truth.cy)).toBeLessThan(1);
      expect(Math.abs(refined.rx - truth.rx)).toBeLessThan(1);
      expect(Math.abs(refined.ry - truth.ry)).toBeLessThan(1);
      expect(Math.abs(refined.angle - truth.angle)).toBeLessThan(0.6);
    },
  );

  it('stay where nothing is', () => {
    const rgb = new Uint8Array(300 * 200 * 3).fill(255);
    const ellipse = { cx: 150, cy: 100, rx: 40, ry: 42, angle: 5 };
    const page = { width: 300, height: 200, rgb };
    expect(refineSquare(page, locatorPlanes(page), 'dark', ellipse)).toEqual(ellipse);
  });
});
