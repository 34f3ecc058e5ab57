import { describe, expect, it } from 'vitest';
import { doubleJpeg } from '../../../src/signals/double-jpeg/index.ts';

import { jpegGrid } from '../../../src/signals/jpeg-grid/index.ts';
import { jpegHistory } from '../../../src/signals/jpeg-history/index.ts';
import { nonalignedJpeg } from '../../../src/signals/nonaligned-jpeg/index.ts';
import {
  cropped,
  drawPage,
  EDIT,
  jpegPage,
  losslessPage,
  meansInAndOut,
  overlap,
  type Pixels,
  retouched,
  saved,
} from '../../support/jpeg-pages.ts';

const papers = [
  { name: 'clipped white paper', page: drawPage(1), other: drawPage(2) },
  {
    name: 'grey paper with grain',
    page: drawPage(3, { paper: 232, noise: 4 }),
    other: drawPage(4, { paper: 232, noise: 4 }),
  },
];
/** The rectangle found on an untouched page is no better than one of a handful that chance offers. */
const QUIET = 2;
const LOUD = 10;
const SHIFTED = { ...EDIT, x: EDIT.x - 3, y: EDIT.y - 5 };

async function edited(page: Pixels, other: Pixels, quality: number): Promise<Pixels> {
  return retouched(await saved(page, quality), other);
}

describe.each(papers)('$name', ({ page, other }) => {
  it.each([
    [70, 90],
    [80, 95],
    [65, 80],
  ])('finds what was written between JPEG %i and JPEG %i', async (first, second) => {
    const context = await jpegPage(await edited(page, other, first), second);
    const { map, statistics, candidates } = doubleJpeg.run(context);
    const { inside, outside, cells } = meansInAndOut(map!, EDIT);
    expect(cells).toBeGreaterThan(10);
    expect(inside - outside).toBeGreaterThan(5);
    expect(outside).toBeLessThan(0);
    expect(statistics.evidence).toBeGreaterThan(LOUD);
    expect(statistics.quality).toBeCloseTo(first / 100, 2);
    const { precision, recall } = overlap(candidates[0]!.region!, EDIT);
    expect(precision).toBeGreaterThan(0.6);
    expect(recall).toBeGreaterThan(0.4);
  });

  it('looks back through a save in between', async () => {
    const context = await jpegPage(await saved(await edited(page, other, 65), 85), 95);
    expect(doubleJpeg.run(context).statistics.evidence).toBeGreaterThan(LOUD);
  });

  it.each([
    ['once', [], 85],
    ['twice', [75], 92],
    ['twice, the second time worse', [92], 75],
    ['at one quality again and again', [80, 80, 80], 80],
    ['three times', [70, 85], 94],
  ] as const)('is quiet on a page saved %s', async (_, before, last) => {
    const context = await jpegPage(await saved(page, ...before), last);
    for (const signal of [doubleJpeg, nonalignedJpeg]) {
      const { statistics, candidates } = signal.run(context);
      expect(statistics.evidence).toBeLessThan(QUIET);
      expect(candidates).toEqual([]);
    }
  });

  it('says nothing of a page saved once', async () => {
    const { map, statistics } = doubleJpeg.run(await jpegPage(page, 85));
    expect(Object.values(statistics)).toEqual(doubleJpeg.statisticNames.map(() => 0));
    expect(map!.data.every((value) => value === 0)).toBe(true);
  });

  it('finds what was written before a crop, on the shifted grid', async () => {
    const forged = cropped(await edited(page, other, 65), 3, 5);
    const { map, statistics } = nonalignedJpeg.run(await jpegPage(forged, 95));
    const { inside, outside } = meansInAndOut(map!, SHIFTED);
    expect(inside - outside).toBeGreaterThan(5);
    expect(statistics.evidence).toBeGreaterThan(LOUD);
    expect(statistics.quality).toBeCloseTo(0.65, 2);
    const untouched = cropped(await saved(page, 65), 3, 5);
    expect(nonalignedJpeg.run(await jpegPage(untouched, 95)).statistics.evidence).toBeLessThan(QUIET);
  });

  it.each([
    [75, 0, 0],
    [92, 3, 5],
  ])('finds in a PNG what was written after JPEG %i, cropped by %i, %i', async (quality, left, top) => {
    const forged = losslessPage(cropped(await edited(page, other, quality), left, top));
    const { map, statistics, candidates } = jpegHistory.run(forged);
    const area = { ...EDIT, x: EDIT.x - left, y: EDIT.y - top };
    const { inside, outside } = meansInAndOut(map!, area);
    expect(inside - outside).toBeGreaterThan(15);
    expect(statistics.evidence).toBeGreaterThan(LOUD);
    // A box about the edit, up to the strips of the grid beside it.
    expect(overlap(candidates[0]!.region!, area as typeof EDIT).precision).toBeGreaterThan(0.45);
    const untouched = losslessPage(cropped(await saved(page, quality), left, top));
    const twin = jpegHistory.run(untouched);
    expect(twin.statistics.fit).toBeGreaterThan(1);
    expect(twin.statistics.evidence).toBeLessThan(QUIET);
  });

  it('knows a page that never was a JPEG', () => {
    const { statistics } = jpegHistory.run(losslessPage(retouched(page, other)));
    expect(statistics.fit).toBe(0);
    expect(statistics.evidence).toBe(0);
  });
});

describe('jpeg-grid', () => {
  const { page, other } = papers[1]!;

  it('finds the origin of the grid that a crop has moved', async () => {
    const untouched = losslessPage(cropped(await saved(page, 75), 3, 5));
    const { statistics } = jpegGrid.run(untouched);
    expect(statistics.grid).toBeGreaterThan(50);
    expect(statistics.shifted).toBe(1);
    expect(statistics.missing).toBeLessThan(QUIET);
    expect(statistics.foreign).toBeLessThan(QUIET);
  });

  it('finds where the grid is missing', async () => {
    const { map, statistics } = jpegGrid.run(losslessPage(await edited(page, other, 75)));
    const { inside, outside } = meansInAndOut(map!, EDIT);
    expect(inside).toBeGreaterThan(outside + 1);
    expect(statistics.missing).toBeGreaterThan(LOUD);
  });

  it('finds the shifted grid of what was pasted', async () => {
    const forged = retouched(await saved(page, 75), cropped(await saved(other, 75), 2, 1));
    const { statistics } = jpegGrid.run(losslessPage(forged));
    expect(statistics.foreign).toBeGreaterThan(LOUD);
  });

  it('sees no grid where none ever was', () => {
    const { map, statistics } = jpegGrid.run(losslessPage(page));
    expect(statistics.grid).toBe(0);
    expect(map!.data.every((value) => value === 0)).toBe(true);
  });
});
