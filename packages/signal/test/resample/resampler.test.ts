import { describe, expect, it } from 'vitest';
import { resampler } from '../../src/resample/resampler.ts';
import { noise, tone } from '../support/noise.ts';
import { join } from '../support/read.ts';

const convert = (samples: Float32Array, from: number, to: number, piece = 4096): Float32Array => {
  const way = resampler(from, to);
  const pieces: Float32Array[] = [];
  for (let at = 0; at < samples.length; at += piece) pieces.push(way.push(samples.subarray(at, at + piece)));
  return join([...pieces, way.end()]);
};

/** Level against the input's, dB, away from the ends. */
const gain = (hz: number, from: number, to: number): number => {
  const output = convert(tone(hz, 0.5, from), from, to).subarray(to / 10, -to / 10);
  const mean = output.reduce((sum, value) => sum + value * value, 0) / output.length;
  return 10 * Math.log10(mean / 0.125);
};

const RATES = [8000, 11_025, 22_050, 24_000, 32_000, 44_100, 48_000];

describe('resampling to 16 kHz', () => {
  it.each(RATES)('from %i Hz passes what both can carry', (from) => {
    const half = Math.min(from, 16_000) / 2;
    for (const share of [0.01, 0.25, 0.5, 0.75, 0.87]) {
      expect(Math.abs(gain(share * half, from, 16_000))).toBeLessThan(0.05);
    }
  });

  it.each(RATES.filter((rate) => rate > 16_000))('from %i Hz lets nothing fold back', (from) => {
    for (const hz of [8100, 9000, 10_500]) expect(gain(hz, from, 16_000)).toBeLessThan(-75);
  });

  it('from 8 kHz leaves no mirror image above 4 kHz', () => {
    const output = convert(tone(3300, 0.5, 8000), 8000, 16_000).subarray(1600, -1600);
    // What is left after the sine itself is taken out.
    const wanted = tone(3300, 0.5, 16_000).subarray(1600, -1600);
    const rest = output.reduce((sum, value, i) => sum + (value - wanted[i]!) ** 2, 0) / output.length;
    expect(10 * Math.log10(rest / 0.125)).toBeLessThan(-70);
  });

  it.each(RATES)('from %i Hz keeps every moment where it was', (from) => {
    const output = convert(tone(440, 0.3, from), from, 16_000);
    const wanted = tone(440, 0.3, 16_000);
    expect(output.length).toBe(Math.ceil((Math.round(0.3 * from) * 16_000) / from));
    for (let i = 500; i < 4000; i++) expect(output[i]!).toBeCloseTo(wanted[i]!, 3);
  });

  it('gives the same whatever pieces the samples come in, and loses none', () => {
    const samples = noise(5000, 3);
    for (const from of [8000, 44_100, 47_999]) {
      const whole = convert(samples, from, 16_000, 5000);
      expect(whole.length).toBe(Math.ceil((5000 * 16_000) / from));
      for (const piece of [1, 7, 333]) expect(convert(samples, from, 16_000, piece)).toEqual(whole);
    }
  });

  it('has nothing to say of nothing', () => {
    expect(convert(new Float32Array(0), 48_000, 16_000).length).toBe(0);
    expect(convert(Float32Array.of(1), 48_000, 16_000).length).toBe(1);
  });
});
