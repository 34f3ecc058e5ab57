/** Uniform noise in [-1, 1) of a linear congruential generator (Numerical Recipes), its upper 16 bits. */
export function noise(samples: number, seed: number): Float32Array {
  let state = seed >>> 0;
  return Float32Array.from({ length: samples }, () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return ((state >>> 16) - 32768) / 32768;
  });
}

/** A sine of so many Hz. */
export function tone(hz: number, seconds: number, rate: number, amplitude = 0.5): Float32Array {
  return Float32Array.from(
    { length: Math.round(seconds * rate) },
    (_, i) => amplitude * Math.sin((2 * Math.PI * hz * i) / rate),
  );
}
