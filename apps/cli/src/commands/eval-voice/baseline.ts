// A baseline without a network: mean and deviation of the filter bank's cepstra over speech (the channel's mean taken off), whitened within
// speakers of training, compared by cosine; what text-independent systems did before i-vectors (Furui 1981, "Cepstral analysis technique").
import type { Ears } from '@jianzhen/detector-voice';
import { fitDiscriminant } from '@jianzhen/learn';
import { callChannels, filterBank, MELS, type Sound, subtractMean } from '@jianzhen/signal';
import type { VoiceSystem } from './systems.ts';

const CEPSTRA = 24;
const ROWS = 60;
const SHRINKAGE = 0.2;

const cosines = Array.from({ length: CEPSTRA }, (_, c) =>
  Float32Array.from({ length: MELS }, (__, m) => Math.cos((Math.PI * (c + 1) * (m + 0.5)) / MELS)),
);

/** Covariance of the cepstra, as one row: what is left of a voice once the mean is off. */
async function statistics(sound: Sound, activity: Ears['activity']): Promise<Float32Array> {
  const sums = new Float64Array(CEPSTRA * CEPSTRA);
  let frames = 0;
  const call = await callChannels(sound, activity, (_, { samples }) => {
    const features = filterBank(samples);
    if (features.frames === 0) return;
    subtractMean(features);
    const cepstra = new Float64Array(CEPSTRA);
    for (let t = 0; t < features.frames; t++) {
      const row = features.values.subarray(t * MELS, (t + 1) * MELS);
      for (let c = 0; c < CEPSTRA; c++) {
        let sum = 0;
        for (let m = 0; m < MELS; m++) sum += cosines[c]![m]! * row[m]!;
        cepstra[c] = sum;
      }
      for (let a = 0; a < CEPSTRA; a++)
        for (let b = 0; b <= a; b++) sums[a * CEPSTRA + b]! += cepstra[a]! * cepstra[b]!;
      frames++;
    }
  });
  const [channel] = call.channels;
  if (channel?.refused) throw channel.refused;
  const out: number[] = [];
  const deviation = (c: number) => Math.sqrt(sums[c * CEPSTRA + c]! / frames) + 1e-6;
  for (let a = 0; a < CEPSTRA; a++) {
    out.push(Math.log(deviation(a)));
    for (let b = 0; b < a; b++) out.push(sums[a * CEPSTRA + b]! / frames / (deviation(a) * deviation(b)));
  }
  return Float32Array.from(out);
}

export interface TrainingSound {
  readonly speaker: string;
  readonly sound: () => Promise<Sound>;
}

/** Fits the whitening on recordings of training; those that are refused are left out. */
export async function baselineSystem(
  activity: Ears['activity'],
  training: readonly TrainingSound[],
): Promise<VoiceSystem<Float32Array, Float32Array>> {
  const vectors: Float32Array[] = [];
  const speakers: string[] = [];
  for (const { speaker, sound } of training) {
    const vector = await statistics(await sound(), activity).catch(() => null);
    if (!vector) continue;
    vectors.push(vector);
    speakers.push(speaker);
  }
  const { mean, rows } = fitDiscriminant(vectors, speakers, { dims: ROWS, shrinkage: SHRINKAGE });
  const project = (vector: Float32Array) =>
    Float32Array.from(rows, (row) => row.reduce((sum, x, k) => sum + x * (vector[k]! - mean[k]!), 0));
  const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, x, k) => sum + x * b[k]!, 0);
  return {
    name: 'baseline: cepstral statistics',
    hear: async (sound) => statistics(sound, activity),
    join: (prints) =>
      prints[0].map((_, k) => prints.reduce((sum, print) => sum + print[k]!, 0) / prints.length),
    ready(print) {
      const projected = project(print);
      const length = Math.sqrt(dot(projected, projected));
      return projected.map((x) => x / length);
    },
    score: dot,
  };
}
