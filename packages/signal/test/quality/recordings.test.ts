import { readdirSync, readFileSync } from 'node:fs';
import { join as path } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSound } from '../../src/open.ts';
import { callChannels } from '../../src/speech/call.ts';
import { openVoiceActivity } from '../../src/vad/silero.ts';
import { noise } from '../support/noise.ts';
import { readAll } from '../support/read.ts';
import { pcm16 } from '../support/wav.ts';

const folder = process.env.JIANZHEN_SPEECH;
const EVERY = 90;

describe.skipIf(!folder)('recordings of real people (JIANZHEN_SPEECH names the folder of Opus files)', () => {
  const files = folder
    ? (readdirSync(folder, { recursive: true }) as string[])
        .filter((name) => name.endsWith('.opus'))
        .sort()
        .filter((_, i) => i % EVERY === 0)
    : [];
  /** The loudest 0.3 s, in next to silence. */
  const scrap = (samples: Float32Array): Float32Array => {
    const energyAt = (at: number) =>
      samples.subarray(at, at + 4800).reduce((sum, value) => sum + value * value, 0);
    let best = 0;
    for (let at = 0; at + 4800 < samples.length; at += 1600) if (energyAt(at) > energyAt(best)) best = at;
    const around = noise(20_800, 1).map((value) => value * 1e-4);
    around.set(samples.subarray(best, best + 4800), 8000);
    return around;
  };

  it('pass the gate, and 0.3 s of each do not', { timeout: 300_000 }, async () => {
    const activity = await openVoiceActivity();
    const codes = async (bytes: Uint8Array) =>
      (await callChannels(await openSound(bytes), activity)).channels.map(
        ({ refused }) => refused?.code ?? null,
      );
    for (const name of files) {
      const bytes = readFileSync(path(folder!, name));
      expect(await codes(bytes)).toEqual([null]);
      const { channels } = await readAll(bytes);
      expect(await codes(pcm16([scrap(channels[0]!)], 16_000))).toEqual(['sound.too-little-speech']);
    }
    await activity.release();
  });
});
