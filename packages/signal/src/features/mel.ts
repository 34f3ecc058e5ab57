/**
 * S. Young et al., "The HTK Book" (3.4, 2006), section 5.4: triangles of equal width on the mel scale, overlapping by half;
 * unlike there, and like Kaldi, a triangle is straight in mel, not in Hz.
 */

/** One triangle: weights of the bins from `first` on. */
export interface MelBand {
  readonly first: number;
  readonly weights: Float64Array;
}

const mel = (hz: number) => 1127 * Math.log(1 + hz / 700);

/**
 * @param bins of the power spectrum from 0 Hz, `binHz` apart
 * @param low Hz where the first triangle begins; `high` where the last ends
 */
export function melBands(count: number, bins: number, binHz: number, low: number, high: number): MelBand[] {
  const step = (mel(high) - mel(low)) / (count + 1);
  return Array.from({ length: count }, (_, band) => {
    const left = mel(low) + band * step;
    const rise = (bin: number) => (mel(bin * binHz) - left) / step;
    const inside = (bin: number) => rise(bin) > 0 && rise(bin) < 2;
    let first = 0;
    while (first < bins && !inside(first)) first++;
    let end = first;
    while (end < bins && inside(end)) end++;
    const weights = Float64Array.from({ length: end - first }, (_, i) => 1 - Math.abs(rise(first + i) - 1));
    return { first, weights };
  });
}
