import { openVoiceActivity, type VoiceActivity, WINDOW_SAMPLES } from '@jianzhen/signal';
import { createVoice, speak } from '@jianzhen/simulate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { refusalRows } from '../src/commands/eval-voice/refusals.ts';

let activity: VoiceActivity;
beforeAll(async () => {
  activity = await openVoiceActivity();
});
afterAll(() => activity.release());

const talk = { name: 'talk.wav', corpus: 'generated', speaker: 'somebody' };

it('counts what has to be refused, in wide band and over a telephone, and all of it is', async () => {
  const voice = createVoice('refusals', 1, 1);
  const rows = await refusalRows(
    activity,
    [{ ...talk, samples: () => speak(voice, 4, 'refusals') }],
    1,
    [0.1],
  );
  expect(rows.find(({ what }) => what === '0.3 s of speech')).toMatchObject({ sounds: 2, refused: 2 });
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows.slice(0, -1)) expect(row).toMatchObject({ sounds: 2, refused: 2 });
}, 120_000);

/** Takes everything for speech. */
const credulous: VoiceActivity = {
  release: async () => {},
  start: () => {
    let left = 0;
    return {
      push: async ({ length }) => {
        const windows = Math.floor((left + length) / WINDOW_SAMPLES);
        left = (left + length) % WINDOW_SAMPLES;
        return new Float32Array(windows).fill(1);
      },
      end: async () => new Float32Array(left > 0 ? 1 : 0).fill(1),
    };
  },
};

it('says so where it is not', async () => {
  const voice = createVoice('refusals', 1, 2);
  const rows = await refusalRows(
    credulous,
    [{ ...talk, samples: () => speak(voice, 4, 'refusals') }],
    1,
    [0.1],
  );
  expect(rows.some(({ sounds, refused }) => refused < sounds)).toBe(true);
}, 120_000);
