import { resampler } from '../resample/resampler.ts';
import { ANALYSIS_RATE } from '../types.ts';
import { speechMarker } from '../vad/runs.ts';
import { type VoiceActivity, WINDOW_SAMPLES } from '../vad/silero.ts';

/** A window of 32 ms at 16 kHz (the last may be shorter), told apart. */
export interface HeardWindow {
  readonly samples: Float32Array;
  readonly index: number;
  readonly speech: boolean;
}

/** Tells speech from the rest in one channel, window after window, a quarter of a second late. */
export interface Listener {
  /** @param samples at the recording's own rate, of any length */
  push(samples: Float32Array): Promise<HeardWindow[]>;
  end(): Promise<HeardWindow[]>;
}

export function listener(activity: VoiceActivity, sampleRate: number): Listener {
  const way = resampler(sampleRate, ANALYSIS_RATE);
  const stream = activity.start();
  const marker = speechMarker();
  /** Samples that belong to no told window yet. */
  let waiting = new Float32Array(0);
  let index = 0;

  const heard = (marks: readonly boolean[]): HeardWindow[] => {
    const windows = marks.map((speech, i) => {
      const samples = waiting.slice(i * WINDOW_SAMPLES, (i + 1) * WINDOW_SAMPLES);
      return { samples, index: index++, speech };
    });
    waiting = waiting.slice(marks.length * WINDOW_SAMPLES);
    return windows;
  };
  const take = async (samples: Float32Array): Promise<boolean[]> => {
    const longer = new Float32Array(waiting.length + samples.length);
    longer.set(waiting);
    longer.set(samples, waiting.length);
    waiting = longer;
    return marked(await stream.push(samples));
  };
  const marked = (probabilities: Float32Array) =>
    Array.from(probabilities, (probability) => marker.push(probability)).filter((mark) => mark !== null);
  return {
    push: async (samples) => heard(await take(way.push(samples))),
    async end() {
      const marks = await take(way.end());
      return heard([...marks, ...marked(await stream.end()), ...marker.end()]);
    },
  };
}
