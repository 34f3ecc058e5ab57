import { describe, expect, it } from 'vitest';
import { jpegGhost } from '../../../src/signals/jpeg-ghost/index.ts';
import {
  drawPage,
  EDIT,
  jpegPage,
  meansInAndOut,
  type Pixels,
  retouched,
  saved,
} from '../../support/jpeg-pages.ts';

const page = drawPage(3, { paper: 225, noise: 3 });
const other = drawPage(4, { paper: 225, noise: 3 });

/** A rectangle of blocks of `source` laid over the page on its own grid. */
function overlaid(target: Pixels, source: Pixels, area: typeof AREA): Pixels {
  const rgb = target.rgb.slice();
  for (let y = area.y; y < area.y + area.height; y++) {
    const from = 3 * (y * target.width + area.x);
    rgb.set(source.rgb.subarray(from, from + 3 * area.width), from);
  }
  return { ...target, rgb };
}
const AREA = { x: 160, y: 240, width: 208, height: 96 } as const;

describe('ghosts', () => {
  it('show where the page has one and the edit has not', async () => {
    const forged = retouched(await saved(page, 70), other);
    const { map, statistics } = jpegGhost.run(await jpegPage(forged, 94));
    const { inside, outside } = meansInAndOut(map!, EDIT);
    expect(inside).toBeGreaterThan(outside + 3);
    expect(statistics.common).toBeGreaterThan(0.8);
    expect(statistics.quality).toBeCloseTo(0.7, 2);
    const twin = jpegGhost.run(await jpegPage(await saved(page, 70), 94));
    expect(statistics.lacking).toBeGreaterThan(3 * twin.statistics.lacking!);
  });

  it('show where only the edit was once saved at a lower quality', async () => {
    const forged = overlaid(page, await saved(other, 64), AREA);
    const { map, statistics } = jpegGhost.run(await jpegPage(forged, 94));
    expect(statistics.having).toBeGreaterThan(0);
    expect(statistics.quality).toBeCloseTo(0.64, 1);
    const { inside, outside } = meansInAndOut(map!, AREA);
    expect(inside).toBeGreaterThan(outside + 3);
  });

  it('are not seen on a page saved once', async () => {
    const { map, statistics } = jpegGhost.run(await jpegPage(page, 88));
    expect(Object.values(statistics).every((value) => value === 0)).toBe(true);
    expect(map!.data.every((value) => value === 0)).toBe(true);
  });
});
