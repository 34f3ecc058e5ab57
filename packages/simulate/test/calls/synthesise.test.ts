import { describe, expect, test } from 'vitest';
import {
  createRandom,
  createVoice,
  SAMPLE_RATE,
  speak,
  speechLevel,
  steadyTrack,
  synthesise,
  VOWELS,
  type Voice,
} from '../../src/index.ts';
import { harmonics, measuredPitch } from './measure.ts';

const voice = createVoice('steady', 1);
const even = {
  ...voice,
  tract: 1,
  formants: Array<number>(8).fill(1),
  vowelSpace: 1,
  nasality: 0,
  damping: 0.7,
  jitter: 0,
  shimmer: 0,
  breath: 0.001,
};

describe('the synthesiser', () => {
  test.each([90, 140, 220, 300])('holds a pitch of %i Hz', (pitch) => {
    const sound = synthesise(steadyTrack(VOWELS.a, pitch, 1), voice, createRandom('pitch', pitch));
    expect(measuredPitch(sound, SAMPLE_RATE) / pitch).toBeCloseTo(1, 1);
    const steady = synthesise(steadyTrack(VOWELS.a, pitch, 1), even, createRandom('pitch', pitch));
    expect(Math.abs(measuredPitch(steady, SAMPLE_RATE) / pitch - 1)).toBeLessThan(0.01);
  });

  test.each(['a', 'i', 'e', 'open'] as const)(
    'puts the formants of %s where they were asked for',
    (vowel) => {
      const pitch = 60;
      const sound = synthesise(steadyTrack(VOWELS[vowel], pitch, 1), even, createRandom('formants'));
      const levels = harmonics(sound, SAMPLE_RATE, pitch, 3200);
      for (const asked of VOWELS[vowel]) {
        const near = levels.filter(({ frequency }) => Math.abs(frequency - asked) < 200);
        const top = near.reduce((best, next) => (next.level > best.level ? next : best));
        expect(Math.abs(top.frequency - asked), `${vowel} ${asked}`).toBeLessThanOrEqual(80);
      }
    },
  );

  test('a breathy voice has more noise between its harmonics', () => {
    const between = (breath: number) => {
      const sound = synthesise(steadyTrack(VOWELS.a, 125, 1), { ...even, breath }, createRandom('breath'));
      const [on, off] = [harmonics(sound, SAMPLE_RATE, 125, 3000), harmonics(sound, SAMPLE_RATE, 62.5, 3000)];
      const mean = (list: readonly { level: number }[]) =>
        list.reduce((sum, { level }) => sum + level, 0) / list.length;
      return mean(on) - mean(off.filter((_, i) => i % 2 === 0));
    };
    expect(between(0.002)).toBeGreaterThan(between(0.05) + 10);
  });
});

describe('a made-up speaker', () => {
  test('is the same for a seed, and another for another', () => {
    expect(createVoice(1, 'a')).toEqual(createVoice(1, 'a'));
    expect(createVoice(1, 'a').pitch).not.toBe(createVoice(1, 'b').pitch);
    expect(speak(voice, 1, 1)).toEqual(speak(voice, 1, 1));
    expect(speak(voice, 1, 1)).not.toEqual(speak(voice, 1, 2));
  });

  test('speaks as long and about as loud as asked, without clipping, with pauses', () => {
    const said = speak({ ...voice, level: -23 }, 8, 'level');
    expect(said).toHaveLength(8 * SAMPLE_RATE);
    expect(20 * Math.log10(speechLevel(said))).toBeGreaterThan(-27);
    expect(20 * Math.log10(speechLevel(said))).toBeLessThan(-19);
    expect(said.every((x) => Math.abs(x) <= 0.95)).toBe(true);
    const silent = said.filter((x) => x === 0).length / said.length;
    expect(silent).toBeGreaterThan(0.02);
    expect(silent).toBeLessThan(0.4);
  });

  test('women and men differ in pitch and tract as people do', () => {
    const voices = Array.from({ length: 200 }, (_, i) => createVoice('population', i));
    const mean = (sex: Voice['sex'], of: (voice: Voice) => number) => {
      const all = voices.filter((one) => one.sex === sex).map(of);
      return all.reduce((sum, value) => sum + value, 0) / all.length;
    };
    expect(mean('female', (one) => one.pitch) / mean('male', (one) => one.pitch)).toBeGreaterThan(1.5);
    expect(mean('female', (one) => one.tract) / mean('male', (one) => one.tract)).toBeGreaterThan(1.08);
  });
});
