import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { NetworkInput } from '../../../src/signals/learned/input.ts';
import { openNetwork } from '../../../src/signals/learned/network.ts';

const models = new URL('../../../../../../models/document/', import.meta.url);
const model = new URL('learned.onnx', models).pathname;

interface Golden {
  readonly rows: number;
  readonly columns: number;
  readonly coefficients: boolean;
  readonly logits: readonly number[];
}

const golden: Record<string, Golden> = JSON.parse(
  readFileSync(new URL('learned.golden.json', models), 'utf8'),
);

/** Bytes that training/document/export.py makes in the same way. */
const hashed = (count: number, salt: number) =>
  Uint8Array.from({ length: count }, (_, i) => (Math.imul(i + salt, 2654435761) >>> 15) & 255);

function noise({ rows, columns, coefficients }: Golden): NetworkInput {
  const cells = rows * columns;
  return {
    columns,
    rows,
    luma: hashed(64 * cells, 1),
    chroma: hashed(2 * cells, 2),
    levels: coefficients
      ? Int8Array.from(hashed(64 * cells, 3), (byte) => Math.floor(byte / 4) - 32)
      : new Int8Array(64 * cells),
    quantization: coefficients
      ? Float32Array.from(hashed(64, 4), (byte) => Math.floor(byte / 8) + 1)
      : new Float32Array(64),
  };
}

describe('network', () => {
  it.each(Object.entries(golden))('computes what training computed: %s', async (_, expected) => {
    const network = await openNetwork(model);
    const logits = await network(noise(expected));
    expect(logits).toHaveLength(expected.logits.length);
    for (const [i, value] of expected.logits.entries()) expect(logits[i]).toBeCloseTo(value, 3);
  });

  it('gives the same result on two threads', async () => {
    const input = noise(Object.values(golden)[0]!);
    const [a, b] = await Promise.all([
      openNetwork(model).then((network) => network(input)),
      openNetwork(model, { threads: 2 }).then((network) => network(input)),
    ]);
    for (const [i, value] of a.entries()) expect(b[i]).toBeCloseTo(value, 3);
  });

  it('says in words that a model is broken', async () => {
    await expect(openNetwork(import.meta.filename)).rejects.toMatchObject({
      code: 'document.network-unreadable',
    });
    await expect(openNetwork('/nowhere/learned.onnx')).rejects.toMatchObject({
      code: 'document.network-unreadable',
    });
  });

  it('refuses weights that the fusion was not fitted with', async () => {
    await expect(openNetwork(model, { sha256: '00' })).rejects.toMatchObject({
      code: 'document.network-unreadable',
    });
  });
});
