import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { call, createVoice, writeWav } from '@jianzhen/simulate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tinyVoiceModel } from '../../../scripts/plain-back-end.ts';
import { createEngine, type Engine } from '../src/index.ts';

const PATIENCE = 60_000;

describe('a recording', () => {
  let engine: Engine;
  let model: string;
  beforeAll(async () => {
    model = await tinyVoiceModel();
    process.env.JIANZHEN_VOICE_MODEL = model;
    engine = createEngine({ threads: 1, deadlineMs: PATIENCE });
  });
  afterAll(async () => {
    await engine.close();
    delete process.env.JIANZHEN_VOICE_MODEL;
    await rm(dirname(model), { recursive: true });
  });
  const telephone = (seconds: number) => {
    const { channels, sampleRate } = call(
      { agent: createVoice('engine', 'a'), customer: createVoice('engine', 'b'), seconds, line: 'telephone' },
      'engine',
    );
    return writeWav(channels, sampleRate);
  };

  it(
    'has one page of no size, with the quality of each channel',
    async () => {
      const { facts, pages } = await engine.examine({ name: 'call.wav', bytes: telephone(14) });
      expect(facts).toMatchObject({ mediaType: 'audio/wav', image: null, pdf: null });
      expect(pages).toMatchObject([
        { page: 1, pages: 1, width: 0, height: 0, verdict: 'genuine', forgeryProbability: 0 },
      ]);
      const { voice } = pages[0]!;
      expect(voice).toMatchObject({ format: 'wav', sampleRate: 8000 });
      expect(voice!.seconds).toBeCloseTo(14, 1);
      expect(voice!.channels).toHaveLength(2);
      for (const { quality, refused } of voice!.channels) {
        expect(refused).toBeNull();
        expect(quality.band).toBe('telephone');
        expect(quality.speechSeconds).toBeGreaterThan(2);
      }
      expect(pages[0]).not.toHaveProperty('voiceprints');
    },
    PATIENCE,
  );

  it(
    'hands out a voiceprint a channel to who asks for them',
    async () => {
      const bytes = telephone(14);
      const { pages } = await engine.examine({ name: 'call.wav', bytes, only: 'voice', voiceprints: true });
      const prints = pages[0]!.voiceprints!;
      expect(prints.map(({ channel }) => channel)).toEqual([1, 2]);
      for (const { model, vector, seconds, band } of prints) {
        expect(model).toBe('tiny');
        expect(Math.hypot(...vector)).toBeCloseTo(1, 4);
        expect(seconds).toBeGreaterThan(2);
        expect(band).toBe('telephone');
      }
    },
    PATIENCE,
  );

  it(
    'with nothing said in it is unreadable, and no voice is told',
    async () => {
      const silence = writeWav([new Float32Array(24_000)], 8000);
      const { pages } = await engine.examine({ name: 'silent.wav', bytes: silence });
      expect(pages).toMatchObject([{ verdict: 'unreadable' }]);
      expect(pages[0]).not.toHaveProperty('voiceprints');
      expect(pages[0]!.findings).toMatchObject([{ code: 'voice.silent', severity: 'info' }]);
    },
    PATIENCE,
  );

  it(
    'that is broken is refused with a code',
    async () => {
      const broken = telephone(1).subarray(0, 30);
      await expect(engine.examine({ name: 'broken.wav', bytes: broken })).rejects.toMatchObject({
        code: expect.stringMatching(/^sound\./),
      });
    },
    PATIENCE,
  );
});
