import { describe, expect, it } from 'vitest';
import { confirmSeals, type LocatedSeal, type Recognise } from '../src/index.ts';
import { drawnSeal } from './drawn.ts';
import { readerOf } from './network.ts';

const says =
  (text: string): Recognise =>
  async (strips) =>
    strips.map(() => ({ text, confidences: [...text].map(() => 0.95) }));

const { image, seal } = drawnSeal({ title: '临江恒源商贸有限公司', star: true }, { rx: 120 });
const { cx, cy, rx, ry, angle } = seal.ellipse;
/** The seal as a locator has it that misses by shares of its radius. */
const located = (aside: number, larger: number, score: number): LocatedSeal => ({
  ...seal,
  ellipse: { cx: cx + aside * rx, cy, rx: (1 + larger) * rx, ry, angle },
  region: { x: cx + (aside - 1) * rx, y: cy - ry, width: 2 * (1 + larger) * rx, height: 2 * ry },
  score,
});

describe('located outlines', () => {
  it('come to lie on the edge with their box, and one seal is left of two outlines of it', async () => {
    const outlines = [located(0.05, 0.04, 0.99), located(-0.04, 0, 0.9)];
    const found = await confirmSeals(image, outlines, () => readerOf(says('临江恒源商贸有限公司')));
    expect(found).toHaveLength(1);
    const [one] = found;
    expect(one!.seal.score).toBe(0.99);
    expect(one!.text.title).toBe('临江恒源商贸有限公司');
    expect(one!.onPage.seal.ellipse).toBe(one!.seal.ellipse);
    expect(Math.abs(one!.seal.region.x - (cx - rx)) / rx).toBeLessThan(0.02);
    expect(Math.abs(one!.seal.region.width - 2 * rx) / rx).toBeLessThan(0.03);
  });

  it('are no seals where their score asks for words and none are read, and open nothing where there are none', async () => {
    expect(await confirmSeals(image, [located(0, 0, 0.3)], () => readerOf(says('')))).toEqual([]);
    expect(await confirmSeals(image, [located(0, 0, 0.3)], () => readerOf(says('人民医院')))).toHaveLength(1);
    const never = () => Promise.reject(new Error('opened'));
    expect(await confirmSeals(image, [], never)).toEqual([]);
  });
});
