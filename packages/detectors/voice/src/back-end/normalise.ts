// Adaptive symmetric score normalisation: Matějka et al., "Analysis of score normalization in multilingual speaker recognition" (2017),
// section 2.4: each side's mean and deviation over the voices of the cohort that are nearest to it.
import { dot } from '../vectors.ts';

export interface Cohort {
  readonly size: number;
  /** `size` × rows. */
  readonly vectors: Float32Array;
  readonly offsets: Float64Array;
}

/** Mean and deviation of the scores of a voice against its `nearest` of the cohort. */
export function cohortStatistics(
  { size, vectors, offsets }: Cohort,
  voice: { readonly vector: Float32Array; readonly offset: number },
  nearest: number,
): { readonly mean: number; readonly deviation: number } {
  if (nearest === 0) return { mean: 0, deviation: 1 };
  const scores = Float64Array.from(
    { length: size },
    (_, i) => dot(voice.vector, vectors, i * voice.vector.length) + voice.offset + offsets[i]!,
  );
  const top = scores.sort().subarray(Math.max(0, size - nearest));
  const mean = top.reduce((sum, score) => sum + score, 0) / top.length;
  const variance = top.reduce((sum, score) => sum + (score - mean) ** 2, 0) / top.length;
  return { mean, deviation: Math.sqrt(Math.max(variance, 1e-9)) };
}
