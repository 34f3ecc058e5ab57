import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openRingNetwork } from '../../src/index.ts';
import { RING_COLUMNS, RING_PLANES } from '../../src/unroll/planes.ts';
import { MODELS, openTestRing } from '../network.ts';

interface Golden {
  /** Of each kind, every twentieth place. */
  readonly columns: readonly (readonly number[])[];
  readonly depths: readonly number[];
}
const golden: readonly Golden[] = JSON.parse(readFileSync(new URL('ring.golden.json', MODELS), 'utf8'));

const ROWS = 64;
const EVERY = 20;
/** Log-odds and depths: libraries add up in other orders. */
const EXACT = 1e-3;

/** Rings that training/seal/ring/export.py makes in the same way. */
function madeUp(k: number): Float32Array {
  const size = ROWS * RING_COLUMNS;
  const planes = new Float32Array(RING_PLANES * size);
  for (let depth = 0, i = 0; depth < ROWS; depth++)
    for (let turn = 0; turn < RING_COLUMNS; turn++, i++) {
      const band = depth > 12 + k && depth < 36 - k;
      const stroke = (turn * (5 + k) + depth * 3) % 17 < 7 && (turn + 40 * k) % RING_COLUMNS > 90;
      planes[i] = (band && stroke) || depth < 5 + k ? 0.75 : 0;
      planes[size + i] = (turn * 2 + depth * 7) % 61 < 4 + k ? 0.75 : 0;
    }
  return planes;
}

describe('the network of rings', () => {
  it('computes what training computed, of several rings at once', async () => {
    const network = await openTestRing();
    const said = await network(golden.map((_, k) => madeUp(k)));
    for (const [k, { title, code, up, edge, band, digits }] of said.entries()) {
      const known = [band.top, band.bottom, digits.outer, digits.inner];
      golden[k]!.depths.forEach((value, i) => {
        expect(Math.abs(known[i]! - value)).toBeLessThan(EXACT);
      });
      for (const [kind, values] of [title, code, up, edge].entries())
        golden[k]!.columns[kind]!.forEach((value, i) => {
          expect(Math.abs(values[EVERY * i]! - value)).toBeLessThan(EXACT * Math.max(1, Math.abs(value)));
        });
    }
    expect(await network([])).toEqual([]);
  });

  it('tells a file that is none', async () => {
    const file = new URL(import.meta.url).pathname;
    await expect(openRingNetwork(file)).rejects.toMatchObject({ code: 'seal.network-unreadable' });
  });
});
