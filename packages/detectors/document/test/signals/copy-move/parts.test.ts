import { plane } from '@jianzhen/raster';
import { describe, expect, test } from 'vitest';
import { boxMean, shrink } from '../../../src/signals/copy-move/filters.ts';
import { buildKdTree, nearestSearch } from '../../../src/signals/copy-move/kd-tree.ts';
import { printedPixels, register } from '../../../src/signals/copy-move/registration.ts';
import { logNfa, logNormalTail, repeatLaws } from '../../../src/signals/copy-move/repeats.ts';
import { fitSimilarity, inverse, mapX, mapY } from '../../../src/signals/copy-move/similarity.ts';
import { paste, printedPage, random } from './pages.ts';

test('the tail of the normal law agrees with its table, far out too', () => {
  expect(10 ** logNormalTail(0)).toBeCloseTo(0.5, 9);
  expect(10 ** logNormalTail(1)).toBeCloseTo(0.158655, 5);
  expect(10 ** logNormalTail(-2)).toBeCloseTo(0.97725, 5);
  expect(logNormalTail(1.5)).toBeCloseTo(Math.log10(0.0668072), 5);
  expect(logNormalTail(6)).toBeCloseTo(Math.log10(9.8659e-10), 4);
  expect(logNormalTail(40)).toBeLessThan(-340);
});

test('a similarity is fitted exactly and inverted', () => {
  const x = [0, 10, 3];
  const y = [0, 2, 9];
  const map = { a: 1.1, b: 0.2, tx: 5, ty: -7 };
  const fitted = fitSimilarity(
    x,
    y,
    x.map((_, i) => mapX(map, x[i], y[i])),
    x.map((_, i) => mapY(map, x[i], y[i])),
  )!;
  expect(fitted.a).toBeCloseTo(map.a, 9);
  expect(fitted.b).toBeCloseTo(map.b, 9);
  const back = inverse(fitted);
  expect(mapX(back, mapX(map, 4, 8), mapY(map, 4, 8))).toBeCloseTo(4, 9);
  expect(fitSimilarity([1, 1], [2, 2], [0, 0], [0, 0])).toBeNull();
});

test('the tree finds what a search through all points finds, when it may look at every leaf', () => {
  const next = random(5);
  const points = Float32Array.from({ length: 300 * 4 }, next);
  const search = nearestSearch(buildKdTree(points, 4), 300, 3);
  for (let q = 0; q < 20; q++) {
    const all = Array.from({ length: 300 }, (_, p) => p)
      .filter((p) => p !== q)
      .map((p) => [0, 1, 2, 3].reduce((sum, k) => sum + (points[4 * p + k] - points[4 * q + k]) ** 2, 0))
      .sort((a, b) => a - b);
    const near = search(points, 4 * q, 3, 300, (p) => p !== q);
    expect(near.count).toBe(3);
    for (let i = 0; i < 3; i++) expect(near.distance[i]).toBeCloseTo(all[i], 6);
  }
});

test('box means are cut at the border; shrinking averages', () => {
  const source = plane(
    5,
    3,
    Float32Array.from({ length: 15 }, (_, i) => i),
  );
  expect(boxMean(source, 1).data[0]).toBeCloseTo((0 + 1 + 5 + 6) / 4, 5);
  expect(boxMean(source, 1).data[7]).toBeCloseTo(7, 5);
  expect(boxMean(source, 9).data[3]).toBeCloseTo(7, 5);
  expect(Array.from(shrink(source, 2).data)).toEqual([3, 5]);
});

describe('registration', () => {
  const page = printedPage({ width: 320, height: 240, seed: 9, words: 30, paper: true });
  const copied = paste(page, { x: 30, y: 45, width: 110, height: 50, toX: 210, toY: 170, turn: 3 });
  const window = { left: 55, top: 55, right: 115, bottom: 85 };
  const cos = Math.cos(Math.PI / 60);
  const sin = Math.sin(Math.PI / 60);

  test('comes from two pixels off to a twentieth of a pixel', () => {
    const start = { a: 1, b: 0, tx: 126.5, ty: 98.5 };
    const found = register(copied, start, window, printedPixels(copied, window))!;
    expect(mapX(found.map, 85, 70)).toBeCloseTo(210, 1);
    expect(mapY(found.map, 85, 70)).toBeCloseTo(170, 1);
    expect(found.map.a).toBeCloseTo(cos, 2);
    expect(found.map.b).toBeCloseTo(sin, 2);
    expect(found.correlation).toBeGreaterThan(0.99);
  });

  test('gives up on empty paper', () => {
    const blank = plane(100, 100);
    expect(register(blank, { a: 1, b: 0, tx: 20, ty: 0 }, window, printedPixels(blank, window))).toBeNull();
  });
});

describe('the law of repeats', () => {
  const pair = (medianLogRatio: number, cells: number) => ({
    medianLogRatio,
    map: { a: 1, b: 0, tx: 90, ty: 0 },
    agreement: { print: Array.from({ length: cells }, (_, i) => i), logRatio: [], paper: [] },
  });
  const repeats = Array.from({ length: 30 }, (_, i) => pair(-1.2 + 0.02 * (i - 15), 10));

  test('an outlier counts the more, the closer and the larger it is', () => {
    const laws = repeatLaws(repeats);
    expect(logNfa(laws, pair(-1.3, 12))).toBeGreaterThan(0);
    expect(logNfa(laws, pair(-3, 12))).toBeLessThan(-2);
    expect(logNfa(laws, pair(-3, 60))).toBeLessThan(logNfa(laws, pair(-3, 12)) - 1);
  });

  test('where everything repeats exactly, exactness proves nothing', () => {
    const drawn = repeatLaws(repeats.map((p) => ({ ...p, medianLogRatio: p.medianLogRatio - 2 })));
    expect(logNfa(drawn, pair(-4, 40))).toBeGreaterThan(-1);
  });
});
