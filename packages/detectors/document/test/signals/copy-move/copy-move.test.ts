import { plane } from '@jianzhen/raster';
import { describe, expect, test } from 'vitest';
import type { SignalResult } from '../../../src/signal.ts';
import { copyMove } from '../../../src/signals/copy-move/index.ts';
import { type Paste, pageOf, paste, printedPage } from './pages.ts';

const WIDTH = 640;
const HEIGHT = 800;
const paper = (seed: number, words = 40) =>
  printedPage({ width: WIDTH, height: HEIGHT, seed, words, paper: true });

function meanMap(result: SignalResult, left: number, top: number, width: number, height: number): number {
  const { columns, data } = result.map!;
  let sum = 0;
  let cells = 0;
  for (let r = Math.ceil(top / 8); (r + 1) * 8 <= top + height; r++) {
    for (let c = Math.ceil(left / 8); (c + 1) * 8 <= left + width; c++) {
      sum += data[r * columns + c];
      cells++;
    }
  }
  return sum / cells;
}

describe('a planted copy', () => {
  const piece: Paste = { x: 120, y: 75, width: 150, height: 56, toX: 420, toY: 560 };

  test.each([
    ['moved', {}],
    ['turned by 8°', { turn: 8 }],
    ['enlarged to 115%', { scale: 1.15 }],
    ['reduced to 85%', { scale: 0.85 }],
  ])('%s is found with both its places', (_, change) => {
    const result = copyMove.run(pageOf(paste(paper(3), { ...piece, ...change })));
    const { turn = 0, scale = 1 } = change as { turn?: number; scale?: number };
    expect(result.statistics.strength).toBeGreaterThan(3);
    const [best] = result.candidates;
    expect(best.code).toBe('document.copy-move');
    const { x, y, width, height } = best.region!;
    const values = best.values as Record<string, number>;
    const middles = [
      [x + width / 2, y + height / 2],
      [values.sourceX + values.sourceWidth / 2, values.sourceY + values.sourceHeight / 2],
    ].sort((a, b) => a[1] - b[1]);
    expect(Math.hypot(middles[0][0] - 195, middles[0][1] - 103)).toBeLessThan(30);
    expect(Math.hypot(middles[1][0] - 420, middles[1][1] - 560)).toBeLessThan(30);
    expect(Math.abs(values.rotation)).toBeCloseTo(turn, 0);
    expect(Math.abs(Math.log(values.scale))).toBeCloseTo(Math.abs(Math.log(scale)), 1);
    expect(meanMap(result, 380, 540, 80, 40)).toBeGreaterThan(1);
    expect(meanMap(result, 20, 300, 600, 100)).toBeLessThan(0.2);
  });

  test('speaks Chinese and English of the same place', () => {
    const [best] = copyMove.run(pageOf(paste(paper(3), piece))).candidates;
    const place = `(${best.values?.sourceX}, ${best.values?.sourceY})`;
    expect(best.message.zh).toContain(place);
    expect(best.message.en).toContain(place);
  });

  test('gives the same answer every time', () => {
    const page = pageOf(paste(paper(3), piece));
    expect(copyMove.run(page)).toEqual(copyMove.run(page));
  });
});

describe('nothing is said of', () => {
  test.each([11, 12, 13, 14])('paper that prints a handful of words again and again (%i)', (seed) => {
    const result = copyMove.run(pageOf(paper(seed, 6)));
    expect(result.candidates).toEqual([]);
    expect(Math.max(...result.map!.data)).toBe(0);
  });

  test.each([
    [21, 6],
    [22, 25],
  ])('a screenshot, where words repeat pixel for pixel (%i)', (seed, words) => {
    const result = copyMove.run(
      pageOf(printedPage({ width: WIDTH, height: HEIGHT, seed, words, paper: false })),
    );
    expect(result.candidates).toEqual([]);
  });

  test('a blank page', () => {
    const blank = plane(400, 300);
    blank.data.fill(255);
    const result = copyMove.run(pageOf(blank));
    expect(result.candidates).toEqual([]);
    expect(new Set(Object.values(result.statistics))).toEqual(new Set([0]));
  });

  test.each([
    [1, 1],
    [7, 9],
    [48, 48],
    [400, 50],
  ])('a page of %i × %i pixels', (width, height) => {
    const page = pageOf(plane(width, height));
    const result = copyMove.run(page);
    expect(result.candidates).toEqual([]);
    expect(Object.keys(result.statistics)).toEqual([...copyMove.statisticNames]);
    if (copyMove.applies(page))
      expect(result.map!.data.length).toBe(Math.ceil(width / 8) * Math.ceil(height / 8));
    else expect(result.map).toBeNull();
  });
});
