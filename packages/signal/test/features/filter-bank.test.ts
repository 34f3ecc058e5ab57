import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { powerSpectrum } from '../../src/features/fft.ts';
import { type Features, filterBank, frameCount, subtractMean } from '../../src/features/filter-bank.ts';
import { noise } from '../support/noise.ts';

const SAMPLES = 2400;
/** What training/voice/golden.py has Kaldi's filter bank say of the same samples. */
const golden: Record<string, number[][]> = JSON.parse(
  readFileSync(new URL('../fixtures/filter-bank.json', import.meta.url), 'utf8'),
);
const of16 = (level: (i: number) => number) =>
  Float32Array.from({ length: SAMPLES }, (_, i) => level(i) / 32768);
const loud = noise(SAMPLES, 2);
const SOUNDS: Record<string, Float32Array> = {
  noise: noise(SAMPLES, 1),
  'soft noise on an offset': of16((i) => Math.floor((loud[i]! * 32768) / 1000) + 3000),
  'sawtooth of 160 Hz': of16((i) => (i % 100) * 200 - 10_000),
  click: of16((i) => (i === 1000 ? 32767 : 0)),
  silence: of16(() => 0),
};

describe('filter bank', () => {
  it.each(Object.keys(golden))("is Kaldi's on %s", (name) => {
    const { frames, mels, values } = filterBank(SOUNDS[name]!);
    expect([frames, mels]).toEqual([golden[name]!.length, 80]);
    const worst = Math.max(...golden[name]!.flat().map((value, i) => Math.abs(value - values[i]!)));
    expect(worst).toBeLessThan(1e-3);
  });

  it('has as many frames as fit', () => {
    expect([0, 399, 400, 559, 560, 16_000].map(frameCount)).toEqual([0, 0, 1, 1, 2, 98]);
    expect(filterBank(new Float32Array(399))).toEqual({ frames: 0, mels: 80, values: new Float32Array(0) });
  });

  it('loses its mean over time', () => {
    const features = filterBank(noise(16_000, 5));
    subtractMean(features);
    for (let band = 0; band < 80; band++) expect(meanOf(features, band)).toBeCloseTo(0, 5);
    const none = filterBank(new Float32Array(10));
    subtractMean(none);
    expect(none.values.length).toBe(0);
  });
});

const meanOf = ({ frames, mels, values }: Features, band: number) =>
  values.filter((_, i) => i % mels === band).reduce((sum, value) => sum + value, 0) / frames;

describe('power spectrum', () => {
  it.each([4, 8, 64, 512])('of %i samples is that of the definition', (size) => {
    const signal = Float64Array.from(noise(size, size));
    const power = new Float64Array(size / 2);
    powerSpectrum(size)(signal, power);
    for (let k = 0; k < size / 2; k++) {
      let [re, im] = [0, 0];
      signal.forEach((value, n) => {
        re += value * Math.cos((2 * Math.PI * k * n) / size);
        im -= value * Math.sin((2 * Math.PI * k * n) / size);
      });
      expect(power[k]!).toBeCloseTo(re * re + im * im, 8);
    }
  });
});
