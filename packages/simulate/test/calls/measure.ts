/** Lag of the highest normalised autocorrelation between `low` and `high` hertz, by parabola, as hertz. */
export function measuredPitch(samples: Float32Array, sampleRate: number, low = 60, high = 400): number {
  const length = 4096;
  const at = (samples.length - 2 * length) >> 1;
  const correlation = (lag: number) => {
    let [sum, a, b] = [0, 0, 0];
    for (let i = at; i < at + length; i++) {
      sum += samples[i]! * samples[i + lag]!;
      a += samples[i]! ** 2;
      b += samples[i + lag]! ** 2;
    }
    return sum / Math.sqrt(a * b);
  };
  let best = Math.floor(sampleRate / high);
  for (let lag = best; lag <= sampleRate / low; lag++)
    if (correlation(lag) > correlation(best) + 0.01) best = lag;
  const [before, here, after] = [correlation(best - 1), correlation(best), correlation(best + 1)];
  return sampleRate / (best + (before - after) / (2 * (before - 2 * here + after)));
}

/** Level in dB of the harmonics of `pitch` up to `most` hertz (Goertzel over a Hann window). */
export function harmonics(samples: Float32Array, sampleRate: number, pitch: number, most: number) {
  const length = 8192;
  const at = (samples.length - length) >> 1;
  return Array.from({ length: Math.floor(most / pitch) }, (_, k) => {
    const frequency = (k + 1) * pitch;
    let [re, im] = [0, 0];
    for (let i = 0; i < length; i++) {
      const x = samples[at + i]! * Math.sin((Math.PI * i) / length) ** 2;
      const angle = (2 * Math.PI * frequency * i) / sampleRate;
      re += x * Math.cos(angle);
      im += x * Math.sin(angle);
    }
    return { frequency, level: 10 * Math.log10(re * re + im * im) };
  });
}
