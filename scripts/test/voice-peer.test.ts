import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openPeer } from '../../bench/voice/peer.ts';
import { louder, melSpectrogram, PEER_BANDS, starts } from '../../bench/voice/peer-features.ts';

interface Golden {
  readonly seconds: number;
  readonly starts: number[];
  readonly mel: number[];
  readonly embedding: number[];
}

const golden: Golden[] = JSON.parse(
  readFileSync(new URL('../../bench/voice/peer.golden.json', import.meta.url), 'utf8'),
);

/** The sweep that training/voice/peer.py makes. */
const sweep = (seconds: number) =>
  Float32Array.from({ length: Math.floor(seconds * 16_000) }, (_, i) => {
    const time = i / 16_000;
    const phase = 2 * Math.PI * (120 * time + 20 * time ** 2);
    let sum = 0;
    for (let k = 1; k <= 12; k++) sum += Math.sin(k * phase) / k;
    return 0.02 * sum;
  });

it.each(golden)('is the peer as it runs in Python: $seconds s', async ({ seconds, ...expected }) => {
  const sound = sweep(seconds);
  expect(starts(sound.length)).toEqual(expected.starts);
  const mels = melSpectrogram(louder(sound), 51);
  expected.mel.forEach((value, band) => {
    expect(Math.abs(mels[50 * PEER_BANDS + band]! - value)).toBeLessThan(1e-4 * Math.abs(value) + 1e-7);
  });
  const embedding = await (await openPeer()).embed(sound);
  const cosine = embedding.reduce((sum, x, k) => sum + x * expected.embedding[k]!, 0);
  expect(cosine).toBeGreaterThan(0.9999);
});
