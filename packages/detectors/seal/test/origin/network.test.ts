import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type OriginPlanes, openOriginNetwork, PLANES } from '../../src/index.ts';
import { MODELS, openTestOrigin } from '../network.ts';

interface Golden {
  readonly width: number;
  readonly height: number;
  readonly logOdds: number;
}
const golden: readonly Golden[] = JSON.parse(readFileSync(new URL('origin.golden.json', MODELS), 'utf8'));

/** Log-odds: spreads of made-up planes are differences of large squares, which libraries round differently. */
const EXACT = 0.02;

/** Planes that training/seal/origin/export.py makes in the same way. */
function planesOf(k: number, { width, height }: Golden): OriginPlanes {
  const values = new Float32Array(PLANES.length * width * height);
  const [ink, print] = [PLANES.indexOf('ink'), PLANES.indexOf('print')];
  for (let plane = 0, i = 0; plane < PLANES.length; plane++)
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++, i++) {
        const mixed = x * (3 + plane) + y * (5 + k) + Math.floor(x / 9) * Math.floor(y / 7) * plane;
        values[i] = ((mixed % 29) - 14) / 32;
        if (plane === ink) values[i] = (x * (k + 2) + 3 * y) % 31 < 12 ? 0.75 : 0;
        if (plane === print) values[i] = (x + y) % 41 < 3 ? 1 : 0;
      }
  return { width, height, values };
}

describe('the network of ink and layers', () => {
  it('computes what training computed, whatever the size of a seal', async () => {
    const network = await openTestOrigin();
    for (const [k, seal] of golden.entries())
      expect(Math.abs((await network(planesOf(k, seal))) - seal.logOdds)).toBeLessThan(EXACT);
    expect(new Set(golden.map(({ logOdds }) => logOdds)).size).toBe(golden.length);
  });

  it('tells a file that is none', async () => {
    const file = new URL(import.meta.url).pathname;
    await expect(openOriginNetwork(file)).rejects.toMatchObject({ code: 'seal.network-unreadable' });
  });
});
