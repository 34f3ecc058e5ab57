import { type Kernel, kernel } from './kernel.ts';

/** One channel's way from one sampling rate to another, in pieces of any length. */
export interface Resampler {
  /** What can be told by now; owned by the caller. */
  push(samples: Float32Array): Float32Array;
  /** The rest: together `ceil(n * to / from)` samples have come of n. The resampler is spent. */
  end(): Float32Array;
}

/** Weights of the rates that occur; a hostile file's odd rate needs megabytes and is not kept. */
const known = new Map<string, Kernel>();
const KEPT_PHASES = 640;

/**
 * Delay is made up for: output sample n stands where input sample `n * from / to` does. Beyond the ends there is silence.
 *
 * @param from Hz, a whole number
 * @param to Hz, a whole number
 */
export function resampler(from: number, to: number): Resampler {
  if (from === to) return { push: (samples) => samples, end: () => new Float32Array(0) };
  const name = `${from}:${to}`;
  const made = known.get(name) ?? kernel(from, to);
  if (made.phases <= KEPT_PHASES) known.set(name, made);
  return polyphase(made);
}

function polyphase({ phases, step, half, weights }: Kernel): Resampler {
  const taps = 2 * half;
  // The first output sample looks at half - 1 samples of silence before the first of the input.
  let held: Float32Array = new Float32Array(half - 1);
  let phase = 0;
  let taken = 0;
  let given = 0;

  /** As many outputs as have all their input, at most `most`. */
  const run = (samples: Float32Array, most: number): Float32Array => {
    const input = new Float32Array(held.length + samples.length);
    input.set(held);
    input.set(samples, held.length);
    const last = input.length - taps;
    const room = last < 0 ? 0 : Math.floor((last * phases + (phases - 1 - phase)) / step) + 1;
    const output = new Float32Array(Math.min(room, most));
    let at = 0;
    for (let i = 0; i < output.length; i++) {
      output[i] = dot(input, at, weights, phase * taps, taps);
      phase += step;
      const whole = Math.floor(phase / phases);
      at += whole;
      phase -= whole * phases;
    }
    held = input.slice(Math.min(at, input.length));
    given += output.length;
    return output;
  };
  return {
    push(samples) {
      taken += samples.length;
      return run(samples, Number.POSITIVE_INFINITY);
    },
    end() {
      const total = Math.ceil((taken * phases) / step);
      return run(new Float32Array(taps + step), total - given);
    },
  };
}

function dot(input: Float32Array, at: number, weights: Float32Array, from: number, taps: number): number {
  let [even, odd] = [0, 0];
  for (let tap = 0; tap < taps; tap += 2) {
    even += input[at + tap]! * weights[from + tap]!;
    odd += input[at + tap + 1]! * weights[from + tap + 1]!;
  }
  return even + odd;
}
