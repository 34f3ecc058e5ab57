import { describe, expect, it } from 'vitest';
import { qualityMeter } from '../../src/quality/meter.ts';
import { noise, tone } from '../support/noise.ts';

/** The meter's word on one second of speech, with as much between it. */
function measured(speech: Float32Array, between: Float32Array) {
  const meter = qualityMeter();
  for (const [samples, isSpeech] of [
    [speech, true],
    [between, false],
  ] as const) {
    for (let at = 0; at < samples.length; at += 512) meter.add(samples.subarray(at, at + 512), isSpeech);
  }
  return meter.quality();
}

const scaled = (samples: Float32Array, factor: number) => samples.map((value) => value * factor);
const sum = (a: Float32Array, b: Float32Array) => a.map((value, i) => value + b[i]!);
const hiss = noise(16_000, 1);
const voice = tone(500, 1, 16_000, 0.2);

describe('what speech is judged by', () => {
  it('knows level and length', () => {
    const { netSeconds, levelDbfs } = measured(voice, scaled(hiss, 1e-4));
    expect(netSeconds).toBe(1);
    // A sine of 0.2: 0.02 of power.
    expect(levelDbfs).toBeCloseTo(-17, 1);
  });

  it.each([5, 10, 20, 40])('knows a ratio of %i dB to the noise', (decibels) => {
    // Uniform noise has a third of power.
    const quiet = scaled(hiss, Math.sqrt((3 * 0.02) / 10 ** (decibels / 10)));
    const { snrDb } = measured(sum(voice, quiet), quiet);
    expect(Math.abs(snrDb - decibels)).toBeLessThan(0.6);
  });

  it('is not misled by a few loud bangs between speech, nor by an offset', () => {
    const between = scaled(hiss, 1e-3);
    between.fill(0.9, 1000, 1300);
    expect(
      measured(
        voice.map((v) => v + 0.1),
        between.map((v) => v + 0.1),
      ).snrDb,
    ).toBeGreaterThan(40);
  });

  it('goes by the quietest of speech where nothing is between', () => {
    const halting = sum(voice, scaled(hiss, 0.01));
    halting.set(scaled(hiss, 0.01).subarray(0, 3000), 6000);
    const { snrDb } = measured(halting, new Float32Array(0));
    expect(snrDb).toBeGreaterThan(22);
    expect(snrDb).toBeLessThan(32);
  });

  it('counts what stands at full scale', () => {
    const clipped = tone(487, 1, 16_000, 5).map((value) => Math.max(-1, Math.min(1, value)));
    const { clipping } = measured(clipped, scaled(hiss, 1e-3));
    // |5 sin x| is above 0.97 for 1 - 2 asin(0.97 / 5) / π of the time.
    expect(clipping).toBeCloseTo(1 - (2 * Math.asin(0.97 / 5)) / Math.PI, 2);
    expect(measured(voice, hiss).clipping).toBe(0);
  });

  it('tells a telephone from a studio', () => {
    const rustle = sum(voice, scaled(tone(6000, 1, 16_000), 0.01));
    expect(measured(rustle, scaled(hiss, 1e-4)).bandwidth).toBe('wide');
    expect(measured(voice, scaled(hiss, 1e-4)).bandwidth).toBe('narrow');
  });

  it('has numbers for nothing, too', () => {
    const quality = measured(new Float32Array(0), new Float32Array(0));
    expect(quality).toMatchObject({
      netSeconds: 0,
      clipping: 0,
      snrDb: 0,
      variation: 0,
      bandwidth: 'narrow',
    });
    expect(quality.levelDbfs).toBe(Number.NEGATIVE_INFINITY);
  });
});
