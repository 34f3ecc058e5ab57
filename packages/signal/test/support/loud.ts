import type { VoiceActivity } from '../../src/vad/silero.ts';
import { WINDOW_SAMPLES } from '../../src/vad/silero.ts';
import { join } from './read.ts';

/** Takes whatever is loud for speech, so that a test knows where speech is. */
export const loudIsSpeech: VoiceActivity = {
  start() {
    let held: Float32Array = new Float32Array(0);
    const judge = (window: Float32Array) => (Math.max(...window.map(Math.abs)) > 0.1 ? 0.9 : 0.1);
    return {
      async push(samples) {
        held = join([held, samples]);
        const windows = Math.floor(held.length / WINDOW_SAMPLES);
        const heard = Float32Array.from({ length: windows }, (_, i) =>
          judge(held.subarray(i * WINDOW_SAMPLES, (i + 1) * WINDOW_SAMPLES)),
        );
        held = held.slice(windows * WINDOW_SAMPLES);
        return heard;
      },
      end: async () => (held.length > 0 ? Float32Array.of(judge(held)) : held),
    };
  },
  async release() {},
};
