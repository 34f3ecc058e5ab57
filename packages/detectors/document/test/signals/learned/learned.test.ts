import type { PageImage } from '@jianzhen/raster';
import { describe, expect, it } from 'vitest';
import { runSignals } from '../../../src/detector.ts';
import { withLearned } from '../../../src/signals/learned/index.ts';
import type { Network } from '../../../src/signals/learned/network.ts';
import { STATISTICS, statistics } from '../../../src/signals/learned/statistics.ts';

const page = (width: number, height: number, track: PageImage['track'] = 'lossless') => ({
  image: { width, height, rgb: new Uint8Array(3 * width * height).fill(200), track, jpeg: null, dpi: null },
  facts: {} as never,
  page: 1,
});

/** Marks 3 × 3 cells from (2, 1) on. */
const marking: Network = async ({ columns, rows }) =>
  Float32Array.from({ length: columns * rows }, (_, cell) => {
    const x = cell % columns;
    const y = Math.floor(cell / columns);
    return x >= 2 && x < 5 && y >= 1 && y < 4 ? 3 : -6;
  });

const none = withLearned(
  (input) => runSignals(input, new Set()),
  async () => marking,
);

describe('learned signal', () => {
  it('joins the other signals as one of them', async () => {
    const { results, timings } = await none(page(100, 60));
    const learned = results.get('learned')!;
    expect(learned.map).toMatchObject({ columns: 13, rows: 8 });
    expect(learned.map!.data[13 + 2]).toBe(7);
    expect(learned.layers!.rise).toHaveLength(13 * 8);
    expect(learned.statistics).toMatchObject({ peak: 3, area: 3, 'group-size': 3, median: -6 });
    expect(timings.learned).toBeGreaterThan(0);
  });

  it('looks at large pages at half size, and answers for their own cells', async () => {
    const learned = (await none(page(2403, 2501))).results.get('learned')!;
    expect(learned.map).toMatchObject({ columns: 301, rows: 313 });
    const marked = [...learned.map!.data.keys()].filter((cell) => learned.map!.data[cell]! > 0);
    expect(marked).toHaveLength(6 * 6);
    expect(marked[0]).toBe(2 * 301 + 4);
    expect(marked.at(-1)).toBe(7 * 301 + 9);
  });

  it('is silent of drawn pages and of specks', async () => {
    for (const input of [page(100, 60, 'render'), page(100, 9)]) {
      const learned = (await none(input)).results.get('learned')!;
      expect(learned.map).toBeNull();
      expect(Object.keys(learned.statistics)).toEqual([...STATISTICS]);
      expect(Object.values(learned.statistics).every((value) => value === 0)).toBe(true);
    }
  });

  it('opens the network once', async () => {
    let opened = 0;
    const run = withLearned(
      (input) => runSignals(input, new Set()),
      async () => {
        opened++;
        return marking;
      },
    );
    await run(page(100, 60));
    await run(page(100, 60));
    expect(opened).toBe(1);
  });

  it('pools neighbourhoods, so that a lone cell counts little', () => {
    const lone = new Float32Array(400).fill(-6);
    lone[210] = 9;
    const together = new Float32Array(400).fill(-6);
    for (const cell of [189, 190, 191, 209, 210, 211, 229, 230, 231]) together[cell] = 3;
    expect(statistics(lone, 20, 20).peak).toBeGreaterThan(statistics(together, 20, 20).peak);
    expect(statistics(lone, 20, 20).pooled).toBeLessThan(statistics(together, 20, 20).pooled);
  });
});
