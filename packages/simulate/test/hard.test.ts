import { describe, expect, it } from 'vitest';
import { decode } from '../src/codec.ts';
import { HARDSHIPS, wear } from '../src/forge/hard/index.ts';
import { listPages } from '../src/forge/pages.ts';
import type { Origin } from '../src/forge/types.ts';
import { forgeSample, splitOf } from '../src/index.ts';
import { copyOf } from '../src/picture.ts';
import { createRandom } from '../src/random.ts';
import { drawPage } from './page.ts';

const page = drawPage('hard', 500, 700);
const picture = await decode(page.bytes);
const origin: Origin = { name: '', medium: 'paper', script: 'latin', picture, lines: null, partial: false };

describe('hard genuine pages', () => {
  it.each(Object.entries(HARDSHIPS))('%s changes the page, the same for the same seed', (_, befall) => {
    const made = [1, 1, 2].map((seed) => {
      const copy = copyOf(picture);
      befall(copy, createRandom(seed), 'chinese');
      return copy.rgb;
    });
    expect(Buffer.compare(made[0]!, made[1]!)).toBe(0);
    expect(Buffer.compare(made[0]!, made[2]!)).not.toBe(0);
    const changed = made[0]!.filter((value, i) => Math.abs(value - picture.rgb[i]!) >= 3).length;
    expect(changed / picture.rgb.length).toBeGreaterThan(0.0005);
  });

  it('leave the source, screens and the share of pages not asked for alone', () => {
    const before = picture.rgb.slice();
    const named = Array.from({ length: 40 }, (_, i) => wear(origin, 0.3, createRandom('share', i)).name);
    expect(Buffer.compare(picture.rgb, before)).toBe(0);
    expect(named.filter((name) => name !== null).length).toBeGreaterThan(4);
    expect(named.filter((name) => name !== null).length).toBeLessThan(20);
    expect(wear({ ...origin, medium: 'screen' }, 1, createRandom(1)).picture).toBe(picture);
  });

  it('befall twin and forgery alike', async () => {
    const base = {
      sourceBytes: page.bytes,
      boxes: page.lines,
      pipeline: 'png',
      seed: 4,
      hardShare: 1,
    } as const;
    const [twin, forged] = await Promise.all(
      (['none', 'inpaint-erase'] as const).map((op) => forgeSample({ ...base, op })),
    );
    expect(twin!.parameters.hard).toBe(forged!.parameters.hard);
    const [a, b, mask] = await Promise.all([twin!.file, forged!.file, forged!.mask!].map(decode));
    for (let i = 0; i < a!.rgb.length; i++)
      if (mask!.rgb[i] === 0 && Math.abs(a!.rgb[i]! - b!.rgb[i]!) >= 3) throw new Error(`byte ${i} differs`);
  });
});

describe('rendered pages', () => {
  const names = (split: 'train' | 'test') =>
    listPages({ data: '', split, families: ['vouchers', 'screenshots'], perKind: 2 });

  it('are split by the SHA-1 of their names', () => {
    const test = names('test');
    expect(test.length).toBe(2 * 14);
    expect(test.every(({ name }) => splitOf(name) === 'test')).toBe(true);
    const train = new Set(names('train').map(({ name }) => name));
    expect(test.some(({ name }) => train.has(name))).toBe(false);
  });

  it('know what their fields say, and screens that no camera took them', async () => {
    const screen = names('train').find(({ set }) => set === 'screenshots')!;
    const opened = await screen.open();
    expect(opened.medium).toBe('screen');
    expect(opened.lines!.some(({ text }) => /\d/.test(text ?? ''))).toBe(true);
    expect((await screen.open()).picture.rgb).toEqual(opened.picture.rgb);
  });
});
