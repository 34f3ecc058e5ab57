import { type PolarMap, RINGS, SECTORS } from './polar.ts';
import { coarseInk } from './rotation.ts';

/** Bands of rings, the innermost left out: it is a star or blank in most seals. */
const BAND = 2;
const FIRST_BAND = 2;
const COARSE_RINGS = RINGS / 2;
const COARSE = SECTORS / 2;
export const BANDS = COARSE_RINGS / BAND - FIRST_BAND;
/** Frequencies around: finer ones do not survive small pictures, a star's and its double say nothing. */
const HIGHEST = 24;
const FREQUENCIES = Array.from({ length: HIGHEST }, (_, k) => k + 1);

/** Values of a spectrum: strengths of bands, then products of neighbouring bands. */
export const SPECTRUM = HIGHEST * (BANDS + 2 * (BANDS - 1));

const WAVES = FREQUENCIES.map((k) => ({
  cos: Float32Array.from({ length: COARSE }, (_, s) => Math.cos((2 * Math.PI * k * s) / COARSE)),
  sin: Float32Array.from({ length: COARSE }, (_, s) => Math.sin((2 * Math.PI * k * s) / COARSE)),
}));

/**
 * What of a map does not change when it is turned: the strength of each frequency around each band of rings, and the turn between
 * neighbouring bands (their cross spectrum), all as roots, so that strong strokes do not drown fine ones.
 */
export function spectrum(map: PolarMap): Float32Array {
  const ink = coarseInk(map);
  const out = new Float32Array(SPECTRUM);
  const real = new Float32Array(BANDS * HIGHEST);
  const imaginary = new Float32Array(BANDS * HIGHEST);
  for (let band = 0; band < BANDS; band++) {
    const row = new Float32Array(COARSE);
    for (let ring = (band + FIRST_BAND) * BAND; ring < (band + FIRST_BAND + 1) * BAND; ring++)
      for (let s = 0; s < COARSE; s++) row[s]! += ink[ring * COARSE + s]!;
    for (const [k, { cos, sin }] of WAVES.entries()) {
      let re = 0;
      let im = 0;
      for (let s = 0; s < COARSE; s++) {
        re += row[s]! * cos[s]!;
        im += row[s]! * sin[s]!;
      }
      real[band * HIGHEST + k] = re;
      imaginary[band * HIGHEST + k] = im;
      out[band * HIGHEST + k] = Math.sqrt(Math.hypot(re, im));
    }
  }
  let at = BANDS * HIGHEST;
  for (let i = 0; i < (BANDS - 1) * HIGHEST; i++) {
    const j = i + HIGHEST;
    const re = real[i]! * real[j]! + imaginary[i]! * imaginary[j]!;
    const im = imaginary[i]! * real[j]! - real[i]! * imaginary[j]!;
    const root = Math.max(1e-6, Math.hypot(re, im)) ** 0.75;
    out[at++] = re / root;
    out[at++] = im / root;
  }
  return out;
}
