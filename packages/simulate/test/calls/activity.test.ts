import { openVoiceActivity } from '@jianzhen/signal';
import { expect, test } from 'vitest';
import { createVoice, speak } from '../../src/index.ts';

test('voice activity takes made-up voices for speech, and their pauses for none', async () => {
  const activity = await openVoiceActivity();
  let [speech, voiced, paused, pauses] = [0, 0, 0, 0];
  for (let i = 0; i < 2; i++) {
    const said = speak(createVoice('activity', i), 5, i);
    const stream = activity.start();
    const heard = await stream.push(said);
    await stream.end();
    heard.forEach((probability, window) => {
      const silent = said.subarray(window * 512, (window + 1) * 512).every((x) => x === 0);
      // The network lingers for a moment: only the second half of a pause counts.
      const long = said.subarray(Math.max(0, window - 6) * 512, window * 512).every((x) => x === 0);
      if (!silent) {
        voiced++;
        if (probability > 0.5) speech++;
      } else if (long) {
        pauses++;
        if (probability > 0.5) paused++;
      }
    });
  }
  await activity.release();
  expect(speech / voiced).toBeGreaterThan(0.8);
  expect(paused / pauses).toBeLessThan(0.1);
}, 120_000);
