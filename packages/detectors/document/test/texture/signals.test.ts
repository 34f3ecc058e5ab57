import type { Region } from '@jianzhen/evidence';
import { plane } from '@jianzhen/raster';
import { describe, expect, test } from 'vitest';
import { cleanBackground } from '../../src/signals/clean-background/index.ts';
import { errorLevel } from '../../src/signals/error-level/index.ts';
import { inkColour } from '../../src/signals/ink-colour/index.ts';
import { lineBlur } from '../../src/signals/line-blur/index.ts';
import { lineNoise } from '../../src/signals/line-noise/index.ts';
import {
  type Captured,
  captured,
  contextOf,
  drawDigits,
  grown,
  HEIGHT,
  inOut,
  normal,
  overlap,
  pageOf,
  random,
  savedJpeg,
  WIDTH,
  wipe,
} from './pages.ts';

const signals = [lineNoise, lineBlur, cleanBackground, inkColour];

/** Wipes a word and draws another in its place. */
function retype(page: Captured, region: Region): void {
  const box = grown(region, 4);
  wipe(page, box);
  const coverage = plane(WIDTH, HEIGHT);
  drawDigits(coverage, '31'.repeat(4).slice(0, Math.round(region.width / 16)), region.x, region.y);
  for (let y = box.y; y < box.y + box.height; y++) {
    for (let x = box.x; x < box.x + box.width; x++) {
      const i = y * WIDTH + x;
      page.luma.data[i]! += (62 - page.luma.data[i]!) * coverage.data[i]!;
    }
  }
}

const worstOf = (signal: (typeof signals)[number], page: Captured) =>
  signal.run(pageOf(page.luma)).statistics.worst!;

describe('a planted edit stands out, its untouched twin does not', () => {
  const target = (page: Captured) => page.words.find(({ x, y, width }) => y > 200 && x > 100 && width > 70)!;

  test('line-blur: a retyped word with sharp edges', () => {
    const page = captured({ seed: 11 });
    const quiet = worstOf(lineBlur, page);
    retype(page, target(page));
    const result = lineBlur.run(pageOf(page.luma));
    expect(result.statistics.worst).toBeGreaterThan(Math.max(2, quiet + 1.5));
    expect(result.statistics.above).toBeGreaterThan(4);
    const { inside, outside } = inOut(result, target(page));
    expect(inside).toBeGreaterThan(outside + 3);
    const [candidate] = result.candidates;
    expect(candidate!.code).toBe('document.sharpness-inconsistent');
    expect(overlap(candidate!.region!, target(page))).toBeGreaterThan(0.5);
    expect(candidate!.message.zh).toMatch(/锐利 \d\.\d+ 倍/);
  });

  test('line-noise: a word from a noisier page', () => {
    const page = captured({ seed: 12 });
    const quiet = worstOf(lineNoise, page);
    const { x, y, width, height } = grown(target(page), 4);
    const next = random(5);
    for (let v = y; v < y + height; v++) {
      for (let u = x; u < x + width; u++) page.luma.data[v * WIDTH + u]! += 6 * normal(next);
    }
    const result = lineNoise.run(pageOf(page.luma));
    expect(result.statistics.worst).toBeGreaterThan(quiet + 1);
    const { inside, outside } = inOut(result, target(page));
    expect(inside).toBeGreaterThan(outside + 2);
  });

  test('clean-background: a word wiped off with a flat colour', () => {
    const page = captured({ seed: 13 });
    const quiet = worstOf(cleanBackground, page);
    const box = grown(target(page), 6);
    wipe(page, box);
    const result = cleanBackground.run(pageOf(page.luma));
    expect(result.statistics.worst).toBeGreaterThan(Math.max(2, quiet + 1.5));
    const { inside, outside } = inOut(result, box);
    expect(inside).toBeGreaterThan(outside + 3);
    const [candidate] = result.candidates;
    expect(candidate!.code).toBe('document.background-erased');
    expect(overlap(candidate!.region!, box)).toBeGreaterThan(0.5);
    expect(candidate!.message.en).toMatch(/\d%/);
  });

  test('ink-colour: a word in black among words in blue', () => {
    const page = captured({ seed: 14 });
    const tinted = (plain: Region | null) => {
      const { image } = pageOf(page.luma);
      for (let i = 0; i < page.luma.data.length; i++) {
        const x = i % WIDTH;
        const y = Math.floor(i / WIDTH);
        const depth = Math.max(0, page.paper(x, y) - page.luma.data[i]!) / 160;
        const inside =
          plain && x >= plain.x && y >= plain.y && x < plain.x + plain.width && y < plain.y + plain.height;
        if (inside) continue;
        image.rgb[3 * i]! -= Math.round(20 * depth);
        image.rgb[3 * i + 2] = Math.min(255, image.rgb[3 * i + 2]! + Math.round(50 * depth));
      }
      return contextOf(image);
    };
    const quiet = inkColour.run(tinted(null)).statistics.worst!;
    const result = inkColour.run(tinted(grown(target(page), 3)));
    expect(result.statistics.worst).toBeGreaterThan(quiet + 0.5);
    const { inside, outside } = inOut(result, target(page));
    expect(inside).toBeGreaterThan(outside + 2);
  });

  test('error-level: sharp drawing on a page that was saved before', async () => {
    const saved = await savedJpeg(pageOf(captured({ seed: 15, noise: 1 }).luma), 90);
    const page = captured({ seed: 15, noise: 1 });
    page.luma.data.set(saved.luma.data);
    const quiet = errorLevel.run(pageOf(page.luma));
    const box = { x: 200, y: 490, width: 96, height: 40 };
    const next = random(8);
    for (let y = box.y; y < box.y + box.height; y++) {
      for (let x = box.x; x < box.x + box.width; x++) page.luma.data[y * WIDTH + x] = 128 + 40 * normal(next);
    }
    const result = errorLevel.run(pageOf(page.luma));
    expect(result.statistics.worst).toBeGreaterThan(3 * quiet.statistics.worst!);
    expect(overlap(result.candidates[0]!.region!, box)).toBeGreaterThan(0.5);
  });
});

describe('untouched pages stay quiet', () => {
  const evidence = (page: ReturnType<typeof pageOf>) =>
    signals.map((signal) => signal.run(page).statistics.evidence!);

  test('photographs, one by one', () => {
    for (let seed = 20; seed < 23; seed++) {
      for (const value of evidence(pageOf(captured({ seed }).luma))) expect(value).toBeLessThan(2);
    }
  });

  test('a phone out of focus on one side', () => {
    for (const value of evidence(pageOf(captured({ seed: 25, softness: [1, 5] }).luma))) {
      expect(value).toBeLessThan(2);
    }
  });

  test('one to three saves', async () => {
    const page = pageOf(captured({ seed: 26 }).luma);
    for (const qualities of [[90], [75], [80, 75, 90]]) {
      for (const value of evidence(await savedJpeg(page, ...qualities))) expect(value).toBeLessThan(2);
    }
  });

  test('a screenshot has no noise to speak of', () => {
    const page = pageOf(captured({ seed: 27, noise: 0, softness: 0, paperLevel: 255, inkLevel: 20 }).luma);
    const flat = pageOf(page.luma);
    for (let i = 0; i < flat.image.rgb.length; i++) if (flat.image.rgb[i]! > 225) flat.image.rgb[i] = 255;
    const screenshot = contextOf({ ...flat.image });
    for (const signal of signals) {
      const { statistics, candidates, map } = signal.run(screenshot);
      expect(Object.values(statistics)).toEqual(Object.values(statistics).map(() => 0));
      expect(candidates).toEqual([]);
      expect(map!.data.every((value) => Number.isNaN(value) || value === 0)).toBe(true);
    }
  });
});

describe('any page', () => {
  test.each([
    [1, 1],
    [7, 9],
    [40, 8],
    [33, 100],
  ])('of %i × %i, blank or black, gets its map and all statistics', (width, height) => {
    for (const level of [0, 255, 128]) {
      const blank = plane(width, height);
      blank.data.fill(level);
      const page = pageOf(blank);
      for (const signal of [...signals, errorLevel].filter((s) => s.applies(page))) {
        const { map, statistics } = signal.run(page);
        expect(map!.data).toHaveLength(Math.ceil(width / 8) * Math.ceil(height / 8));
        expect(Object.keys(statistics)).toEqual([...signal.statisticNames]);
        for (const value of Object.values(statistics)) expect(Number.isFinite(value)).toBe(true);
      }
    }
  });

  test('gives the same answer twice', () => {
    const page = captured({ seed: 30 });
    for (const signal of [...signals, errorLevel]) {
      expect(signal.run(pageOf(page.luma))).toEqual(signal.run(pageOf(page.luma)));
    }
  });
});
