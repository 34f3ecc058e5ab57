import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LaidPair } from '../../src/fingerprint/imprint.ts';
import { RINGS, SECTORS } from '../../src/fingerprint/polar.ts';
import { openImprintNetwork } from '../../src/index.ts';
import { MODELS, openTestNetwork } from '../network.ts';

const golden: readonly number[] = JSON.parse(readFileSync(new URL('imprint.golden.json', MODELS), 'utf8'));

/** Strokes that training/seal/imprint/export.py makes in the same way. */
function side(k: number, second: boolean): LaidPair['first'] {
  const ink = new Float32Array(RINGS * SECTORS);
  const known = new Float32Array(RINGS * SECTORS);
  const s = second ? 1 : 0;
  for (let ring = 0; ring < RINGS; ring++)
    for (let sector = 0; sector < SECTORS; sector++) {
      if ((sector + 40 * s) % SECTORS <= 30 * k) continue;
      const stroke = (ring * 7 + sector * (3 + k) + s * k * Math.floor(ring / 10)) % 23 < 9;
      known[ring * SECTORS + sector] = 1;
      ink[ring * SECTORS + sector] = (stroke ? 1 : 0) - Math.fround(0.4);
    }
  return { ink, known, rings: RINGS, sectors: SECTORS };
}

const pairs = golden.map((_, k): LaidPair => ({ first: side(k, false), second: side(k, true) }));

describe('the network of imprints', () => {
  it('computes what training computed', async () => {
    const said = await (await openTestNetwork())(pairs);
    expect(said).toHaveLength(golden.length);
    for (const [i, value] of golden.entries()) expect(said[i]).toBeCloseTo(value, 3);
    expect(new Set(golden).size).toBe(golden.length);
  });

  it('says the same of a pair whatever else is in the run', async () => {
    const network = await openTestNetwork();
    const many = Array.from({ length: 19 }, (_, i) => pairs[i % pairs.length]!);
    const said = await network(many);
    const [alone] = await network([many[18]!]);
    expect(said[18]).toBeCloseTo(alone!, 4);
    expect(await network([])).toHaveLength(0);
  });

  it('tells a file that is none', async () => {
    const file = new URL(import.meta.url).pathname;
    await expect(openImprintNetwork(file)).rejects.toMatchObject({ code: 'seal.network-unreadable' });
  });
});
