import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LOCATOR_PLANES, openLocatorNetwork } from '../../src/index.ts';
import { TOLD } from '../../src/locate/decode.ts';
import { MODELS, openTestLocator } from '../network.ts';

interface Golden {
  readonly width: number;
  readonly height: number;
  /** Every 97th value. */
  readonly told: readonly number[];
}
const golden: readonly Golden[] = JSON.parse(readFileSync(new URL('locator.golden.json', MODELS), 'utf8'));

const EVERY = 97;
/** Libraries add up in other orders. */
const EXACT = 1e-3;

/** Pages that training/seal/locator/export.py makes in the same way. */
function madeUp(k: number, width: number, height: number): Float32Array {
  const values = new Float32Array(LOCATOR_PLANES * width * height);
  for (let plane = 0, i = 0; plane < LOCATOR_PLANES; plane++)
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++, i++) {
        const away = (2 * x - width) ** 2 + (2 * y - height) ** 2;
        const ring = away > (50 + 8 * k) ** 2 && away < (62 + 8 * k) ** 2;
        const print = y % 14 < 5 && (x * (3 + k) + y) % 9 < 4;
        values[i] = (ring ? 40 + 25 * plane : print ? 30 : 200 + 5 * plane) / 250;
      }
  return values;
}

describe('the network that finds seals', () => {
  it('computes what training computed', async () => {
    const network = await openTestLocator();
    for (const [k, { width, height, told }] of golden.entries()) {
      const page = {
        width,
        height,
        factor: 1,
        paper: { cell: 20, columns: 0, rows: 0, colours: new Float32Array() },
      };
      const { columns, rows, maps } = await network({ ...page, values: madeUp(k, width, height) });
      expect([columns, rows]).toEqual([width / 4, height / 4]);
      const all = TOLD.flatMap((name) => [...maps[name]]);
      expect(told.length).toBe(Math.ceil(all.length / EVERY));
      told.forEach((value, i) => {
        expect(Math.abs(all[EVERY * i]! - value)).toBeLessThan(EXACT * Math.max(1, Math.abs(value)));
      });
    }
  });

  it('tells a file that is none', async () => {
    const file = new URL(import.meta.url).pathname;
    await expect(openLocatorNetwork(file)).rejects.toMatchObject({ code: 'seal.network-unreadable' });
  });
});
