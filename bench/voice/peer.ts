// The peer: Resemblyzer 0.1.4 (Apache-2.0), a voice encoder after Wan et al., "Generalized end-to-end loss for speaker verification" (2018), with
// its features as training/voice/peer.py states them. Its weights are models/voice/peer.onnx.
import { readFileSync } from 'node:fs';
import type { Sound } from '@jianzhen/signal';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { monoAt16k } from '../../apps/cli/src/commands/eval-voice/conditions.ts';
import type { VoiceSystem } from '../../apps/cli/src/commands/eval-voice/systems.ts';
import { louder, melSpectrogram, PARTIAL_FRAMES, PEER_BANDS, starts } from './peer-features.ts';

const BUILT_IN = new URL('../../models/voice/peer.onnx', import.meta.url);

/** `JIANZHEN_VOICE_PEER` names another file. */
export async function openPeer(): Promise<
  VoiceSystem<Float32Array, Float32Array> & { embed(samples: Float32Array): Promise<Float32Array> }
> {
  const session = await InferenceSession.create(readFileSync(process.env.JIANZHEN_VOICE_PEER ?? BUILT_IN), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
  });
  const embed = async (samples: Float32Array) => {
    const sound = louder(samples);
    const first = starts(sound.length);
    const mels = melSpectrogram(sound, first.at(-1)! + PARTIAL_FRAMES);
    const partials: Float32Array[] = [];
    for (const at of first) {
      const slice = mels.slice(at * PEER_BANDS, (at + PARTIAL_FRAMES) * PEER_BANDS);
      const { embeds } = await session.run({
        mels: new Tensor('float32', slice, [1, PARTIAL_FRAMES, PEER_BANDS]),
      });
      partials.push(embeds!.data as Float32Array);
    }
    return meanOf(partials);
  };
  return {
    name: 'peer: Resemblyzer 0.1.4',
    embed,
    hear: async (sound: Sound) => embed(await monoAt16k(sound)),
    join: (prints) => meanOf(prints),
    ready: (print) => print,
    score: (a, b) => a.reduce((sum, x, k) => sum + x * b[k]!, 0),
  };
}

/** At length 1. */
function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const sum = vectors[0]!.map((_, k) => vectors.reduce((total, vector) => total + vector[k]!, 0));
  const length = Math.sqrt(sum.reduce((total, x) => total + x * x, 0));
  return sum.map((x) => x / length);
}
