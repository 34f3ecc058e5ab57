import { call, createVoice, writeWav } from '@jianzhen/simulate';
import { afterAll, describe, expect, it } from 'vitest';
import { createEngine } from '../src/index.ts';

const PATIENCE = 60_000;

describe('a recording', () => {
  const engine = createEngine({ threads: 1, deadlineMs: PATIENCE });
  afterAll(() => engine.close());
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
