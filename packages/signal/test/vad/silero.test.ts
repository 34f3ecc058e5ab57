import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openVoiceActivity, type VoiceActivity } from '../../src/vad/silero.ts';
import { buzz } from '../support/buzz.ts';
import { join } from '../support/read.ts';

/** What training/voice/golden.py has ONNX Runtime say in Python, window after window. */
const golden: { sawtooth: number[] } = JSON.parse(
  readFileSync(new URL('../fixtures/voice-activity.json', import.meta.url), 'utf8'),
);
const sound = buzz(1.5);

describe('voice activity', { timeout: 120_000 }, () => {
  let activity: VoiceActivity;
  beforeAll(async () => {
    activity = await openVoiceActivity();
  });
  afterAll(() => activity.release());

  const probabilities = async (samples: Float32Array, piece: number) => {
    const stream = activity.start();
    const pieces: Float32Array[] = [];
    for (let at = 0; at < samples.length; at += piece)
      pieces.push(await stream.push(samples.subarray(at, at + piece)));
    return join([...pieces, await stream.end()]);
  };

  it('is what the network says of windows with their context', async () => {
    const heard = await probabilities(sound, sound.length);
    expect(heard.length).toBe(golden.sawtooth.length);
    expect(Math.max(...golden.sawtooth)).toBeGreaterThan(0.5);
    for (const [i, value] of golden.sawtooth.entries()) expect(heard[i]!).toBeCloseTo(value, 3);
  });

  it('does not depend on the pieces that the sound comes in, nor on other channels', async () => {
    const whole = await probabilities(sound, sound.length);
    const [pieces, other] = await Promise.all([
      probabilities(sound, 700),
      probabilities(sound.map(Math.abs), 300),
    ]);
    expect(pieces).toEqual(whole);
    expect(other).not.toEqual(whole);
  });

  it('hears nothing in silence', async () => {
    const heard = await probabilities(new Float32Array(16_000), 4096);
    expect(Math.max(...heard)).toBeLessThan(0.2);
  });
});
