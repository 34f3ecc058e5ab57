import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOT_SPEECH } from '../../../simulate/src/index.ts';
import type { errors } from '../../src/errors.ts';
import { openSound } from '../../src/open.ts';
import { judgeSpeech } from '../../src/quality/gate.ts';
import type { SpeechQuality } from '../../src/quality/meter.ts';
import { callChannels } from '../../src/speech/call.ts';
import { openVoiceActivity, type VoiceActivity } from '../../src/vad/silero.ts';
import { buzz } from '../support/buzz.ts';
import { join } from '../support/read.ts';
import { pcm16 } from '../support/wav.ts';

const GOOD: SpeechQuality = {
  netSeconds: 12,
  levelDbfs: -23,
  clipping: 0,
  snrDb: 35,
  highBandDb: -20,
  variation: 1.5,
  bandwidth: 'wide',
};

describe('the gate', () => {
  const refusal = (quality: Partial<SpeechQuality>, peak = -10) =>
    judgeSpeech({ ...GOOD, ...quality }, peak).refused?.code ?? null;

  it('lets good speech pass without a word', () => {
    expect(judgeSpeech(GOOD, -10)).toEqual({ refused: null, warnings: [] });
  });

  it.each<[Partial<SpeechQuality>, keyof typeof errors.definitions]>([
    [{ netSeconds: 0.59 }, 'sound.too-little-speech'],
    [{ netSeconds: 0, levelDbfs: Number.NEGATIVE_INFINITY }, 'sound.too-little-speech'],
    [{ levelDbfs: -70 }, 'sound.silent'],
    [{ clipping: 0.2 }, 'sound.clipped'],
    [{ snrDb: 1 }, 'sound.too-noisy'],
    [{ variation: 0.4 }, 'sound.no-speech'],
    [{ variation: 3 }, 'sound.no-speech'],
  ])('refuses %j', (quality, code) => {
    expect(refusal(quality)).toBe(code);
  });

  it('calls silent what nothing rises out of', () => {
    expect(refusal({ netSeconds: 0 }, Number.NEGATIVE_INFINITY)).toBe('sound.silent');
  });

  it.each<[Partial<SpeechQuality>, string]>([
    [{ netSeconds: 2 }, 'sound.short'],
    [{ levelDbfs: -50 }, 'sound.quiet'],
    [{ clipping: 0.03 }, 'sound.some-clipping'],
    [{ snrDb: 8 }, 'sound.noisy'],
    [{ bandwidth: 'narrow' }, 'sound.narrow-band'],
  ])('warns of %j', (quality, code) => {
    const { refused, warnings } = judgeSpeech({ ...GOOD, ...quality }, -10);
    expect(refused).toBeNull();
    expect(warnings.map((warning) => warning.code)).toEqual([code]);
    for (const { message } of warnings) expect(message.zh + message.en).not.toMatch(/NaN|undefined/);
  });
});

describe('what is no speech is refused', () => {
  let activity: VoiceActivity;
  beforeAll(async () => {
    activity = await openVoiceActivity();
  });
  afterAll(() => activity.release());

  const refusal = async (samples: Float32Array, rate: number) => {
    const { channels } = await callChannels(await openSound(pcm16([samples], rate)), activity);
    return channels.map(({ refused }) => refused?.code ?? 'accepted');
  };
  const CASES = [
    { seed: 1, rate: 8000, level: 0.5 },
    { seed: 2, rate: 16_000, level: 0.02 },
    { seed: 3, rate: 44_100, level: 0.9 },
    { seed: 4, rate: 8000, level: 0.1 },
  ];
  it.each(Object.keys(NOT_SPEECH))('%s', { timeout: 120_000 }, async (name) => {
    for (const { seed, rate, level } of CASES) {
      const samples = NOT_SPEECH[name]!(2 * rate, rate, seed).map((value) => level * value);
      expect(await refusal(samples, rate)).not.toContain('accepted');
    }
  });

  it('so is 0.3 s of what the network takes for speech', async () => {
    const silence = new Float32Array(8000);
    const codes = await refusal(join([silence, buzz(0.3), silence]), 16_000);
    expect(codes).toEqual(['sound.too-little-speech']);
  });
});
