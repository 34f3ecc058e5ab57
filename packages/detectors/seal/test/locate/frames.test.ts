import type { RgbImage } from '@jianzhen/raster';
import { describe, expect, it } from 'vitest';
import { findEdges } from '../../src/locate/edges.ts';
import { voteSquares } from '../../src/locate/frames.ts';
import { inkMaps } from '../../src/locate/maps.ts';
import { noise, printedPage } from './page.ts';

interface Square {
  readonly cx: number;
  readonly cy: number;
  readonly half: number;
  readonly angle: number;
}

/** Draws a frame a tenth of its half side wide. */
function drawFrame({ width, height, rgb }: RgbImage, { cx, cy, half, angle }: Square, grey: number): void {
  const [sin, cos] = [Math.sin((angle * Math.PI) / 180), Math.cos((angle * Math.PI) / 180)];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [dx, dy] = [x + 0.5 - cx, y + 0.5 - cy];
      const level = Math.max(Math.abs(dx * cos + dy * sin), Math.abs(dy * cos - dx * sin)) / half;
      if (level <= 1 && level > 0.9) rgb.fill(grey, (y * width + x) * 3, (y * width + x) * 3 + 3);
    }
}

/** Where squares are looked for on a page, in its pixels. */
function seedsOn(page: RgbImage): Square[] {
  const maps = inkMaps(page);
  const { factor: f } = maps;
  return voteSquares(findEdges(maps.dark, 0.045), maps, { least: 9, most: 41 }, 32).map(
    ({ cx, cy, rx, angle }) => ({ cx: (cx + 0.5) * f, cy: (cy + 0.5) * f, half: rx * f, angle }),
  );
}

/** Near enough for the sides to be fitted. */
const isAt = (seed: Square, { cx, cy, half, angle }: Square): boolean =>
  Math.hypot(seed.cx - cx, seed.cy - cy) < 0.25 * half &&
  Math.abs(Math.log(seed.half / half)) < 0.2 &&
  Math.abs(seed.angle - angle) <= 10;

describe('square frames among print', () => {
  it.each(Array.from({ length: 12 }, (_, seed) => seed))(
    'are found, turned a little, where they touch print and each other (seed %i)',
    (seed) => {
      const random = noise(100 + seed);
      const page = printedPage(900, 1200, seed);
      const first = {
        cx: 300 + 300 * random(),
        cy: 300 + 500 * random(),
        half: 50 + 50 * random(),
        angle: 30 * random() - 15,
      };
      const second = { ...first, cx: first.cx + 1.2 * first.half, cy: first.cy + 0.7 * first.half, angle: 0 };
      drawFrame(page, first, 110);
      drawFrame(page, second, 120);
      const seeds = seedsOn(page);
      expect(seeds.some((seed) => isAt(seed, first))).toBe(true);
      expect(seeds.some((seed) => isAt(seed, second))).toBe(true);
    },
  );

  it('are none where nothing has edges', () => {
    const maps = inkMaps({ width: 300, height: 200, rgb: new Uint8Array(300 * 200 * 3).fill(255) });
    expect(voteSquares(findEdges(maps.dark, 0.045), maps, { least: 9, most: 41 }, 24)).toEqual([]);
  });
});
