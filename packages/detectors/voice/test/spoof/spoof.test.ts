import { createRandom, createVoice, speak } from '@jianzhen/simulate';
import { describe, expect, test } from 'vitest';
import { openSpoofModel, type SpoofModel, spoof, spoofFeatures } from '../../src/index.ts';

const said = speak(createVoice('spoof', 1), 3, 'spoof');
const features = spoofFeatures([said]);
const names = Object.keys(features);
const flat = { low: 1, high: 1, offset: 0 };
const head = (bias: number) => ({ bias, weights: names.map(() => 0), calibration: flat, ridge: 0.1 });
const model: SpoofModel = {
  version: '1',
  features: names,
  mean: names.map((name) => features[name]!),
  deviation: names.map(() => 1),
  synthetic: head(2),
  replay: head(-1),
  threshold: 0.8,
};
const noise = (seconds: number) => {
  const random = createRandom('noise');
  return Float32Array.from({ length: seconds * 16_000 }, () => 0.1 * random.normal());
};

describe('what the model of spoofing sees', () => {
  test('is finite whatever comes, silence and noise too', () => {
    for (const samples of [said, noise(2), new Float32Array(32_000), noise(0.1)])
      for (const [name, value] of Object.entries(spoofFeatures([samples])))
        expect(Number.isFinite(value), name).toBe(true);
  });

  test('is the same for one piece and for its parts', () => {
    expect(spoofFeatures([said.subarray(0, 20_000), said.subarray(20_000)])).toEqual(features);
  });

  test.each([
    ['half as loud', 0.5],
    ['wired the other way round', -1],
  ])('hardly changes when the speech is %s', (_, gain) => {
    const other = spoofFeatures([said.map((x) => x * gain)]);
    for (const name of names) expect(Math.abs(other[name]! - features[name]!), name).toBeLessThan(0.35);
  });

  test('tells noise from a voice by how much of it is voiced', () => {
    expect(features['voiced-share']).toBeGreaterThan(0.4);
    expect(spoofFeatures([noise(2)])['voiced-share']).toBeLessThan(0.05);
  });

  test('finds pulses peakier than noise', () => {
    const pulses = noise(2).map((x, i) => (i % 128 === 0 ? 1 : 0.001 * x));
    expect(spoofFeatures([pulses])['residual-kurtosis']).toBeGreaterThan(2);
    expect(spoofFeatures([noise(2)])['residual-kurtosis-other']).toBeLessThan(1.5);
  });
});

describe('spoofing', () => {
  test('gives the likelier reason first, as advice', () => {
    const { probability, reasons } = spoof([said], model);
    expect(probability).toBeCloseTo(1 / (1 + Math.exp(-2)), 6);
    expect(reasons.map(({ code, severity }) => [code, severity])).toEqual([
      ['voice.synthetic', 'low'],
      ['voice.replay', 'info'],
    ]);
    for (const { message } of reasons) expect(message.zh && message.en).toBeTruthy();
  });

  test('says nothing of too little speech', () => {
    expect(spoof([said.subarray(0, 16_000)], model)).toEqual({ probability: null, reasons: [] });
    expect(spoof([], model)).toEqual({ probability: null, reasons: [] });
  });

  test('a feature far beyond training moves the score no farther than one that was just seen', () => {
    const weighed = (value: number) => ({
      ...model,
      mean: model.mean.map((mean) => mean - value),
      synthetic: { ...model.synthetic, bias: 0, weights: names.map((_, i) => (i === 0 ? 1 : 0)) },
    });
    expect(spoof([said], weighed(4))).toEqual(spoof([said], weighed(400)));
    expect(spoof([said], weighed(1)).probability).toBeLessThan(spoof([said], weighed(4)).probability!);
  });

  test.each([
    ['no JSON', '{'],
    ['another version', JSON.stringify({ ...model, version: '0' })],
    ['weights that are too few', JSON.stringify({ ...model, mean: [0] })],
  ])('a model with %s is refused by its code', (_, text) => {
    expect(() => openSpoofModel(text)).toThrow(
      expect.objectContaining({ code: 'voice.spoof-model-unreadable' }),
    );
  });

  test('a model comes back as it was written', () => {
    expect(openSpoofModel(JSON.stringify(model))).toEqual(model);
  });
});
