import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Glyph } from '../../../src/typography/glyph.ts';
import { CROP } from '../../../src/typography/network/crops.ts';
import { openTypographyNetwork } from '../../../src/typography/network/network.ts';
import { FACTS, type PageTokens } from '../../../src/typography/network/tokens.ts';
import { MODELS, openTestTypography } from './open.ts';

interface Golden {
  readonly count: number;
  readonly logOdds: readonly number[];
}
const golden: readonly Golden[] = JSON.parse(readFileSync(new URL('typography.golden.json', MODELS), 'utf8'));
const EXACT = 0.005;

/** Characters that training/papers/typography/export.py makes in the same way. */
function madeUp(count: number): PageTokens {
  const rows = Array.from({ length: count }, (_, n) => n);
  const crops = new Uint8Array(count * 2 * CROP * CROP);
  for (let n = 0, at = 0; n < count; n++)
    for (let k = 0; k < 2; k++)
      for (let y = 0; y < CROP; y++)
        for (let x = 0; x < CROP; x++, at++)
          crops[at] = (x * (2 + (n % 3)) + y * (3 + k) + n) % 23 < 9 ? 144 : 64;
  const half = (i: number) => Math.floor(i / 6);
  const third = (i: number) => Math.floor(i / 3);
  return {
    count,
    digits: rows.map(() => ({}) as Glyph),
    crops,
    facts: Float32Array.from(rows.flatMap((n) => FACTS.map((_, k) => (((n * 7 + k * 5) % 17) - 8) / 16))),
    places: Float32Array.from(
      rows.flatMap((i) => [
        third(i),
        half(i),
        i % 11,
        i % 6,
        (i % 6) + 0.5,
        half(i) * 2,
        (third(i) * 3) % 6,
        ((third(i) * 3) % 6) + 2.5,
        1 + (i % 2) * 0.125,
      ]),
    ),
  };
}

describe('the network that compares digits', () => {
  it('computes what training computed, however many characters a page has', async () => {
    const network = await openTestTypography();
    for (const { count, logOdds } of golden) {
      const said = [...(await network(madeUp(count))).values()];
      expect(said).toHaveLength(count);
      for (const [i, value] of said.entries()) expect(Math.abs(value - logOdds[i]!)).toBeLessThan(EXACT);
    }
    expect(new Set(golden.flatMap(({ logOdds }) => logOdds)).size).toBeGreaterThan(40);
  });

  it('tells a file that is none', async () => {
    const file = new URL(import.meta.url).pathname;
    await expect(openTypographyNetwork(file)).rejects.toMatchObject({ code: 'papers.network-unreadable' });
  });
});
