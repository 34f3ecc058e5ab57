// Klatt & Klatt (1990), KLGLOTT88: the flow's derivative in an open phase is a parabola, with tilt and breath as further parameters. Its sharp end is
// band-limited by a polynomial step (Välimäki & Huovilainen, "Antialiasing oscillators in subtractive synthesis", 2007), or high voices would alias.
import type { Random } from '../random.ts';
import type { Voice } from './voice.ts';

/** The voice's source, sample by sample: pulses with jitter, shimmer and breath. */
export function createGlottis(
  voice: Pick<Voice, 'openQuotient' | 'tilt' | 'jitter' | 'shimmer' | 'breath'>,
  sampleRate: number,
  random: Random,
  normal: () => number,
) {
  const open = voice.openQuotient;
  const smoothing = tiltPole(voice.tilt, sampleRate);
  let phase = random.next();
  let stretch = 1;
  let strength = 1;
  let smooth = 0;
  /** Pitch in hertz, amplitudes linear. */
  return (pitch: number, voicing: number, aspiration: number): number => {
    const step = (pitch * stretch) / sampleRate;
    phase += step;
    if (phase >= 1) {
      phase -= 1;
      stretch = Math.exp(voice.jitter * normal());
      strength = Math.exp(voice.shimmer * normal());
    }
    const at = phase / open;
    let pulse = at < 1 ? 2 * at - 3 * at * at : 0;
    const past = (phase - open) / step;
    if (past >= 0 && past < 1) pulse -= (1 - past) ** 2 / 2;
    else if (past < 0 && past > -1) pulse += (1 + past) ** 2 / 2;
    smooth += (1 - smoothing) * (pulse * strength - smooth);
    // Breath is loudest while the glottis is open.
    const breath = (voicing * voice.breath * (at < 1 ? 1.4 : 0.5) + aspiration) * normal();
    return voicing * smooth + breath;
  };
}

/** Pole of y[n] = (1 - d) x[n] + d y[n-1] that loses `decibels` at 3 kHz. */
function tiltPole(decibels: number, sampleRate: number): number {
  const cosine = Math.cos((2 * Math.PI * 3000) / sampleRate);
  let [low, high] = [0, 0.999];
  for (let i = 0; i < 40; i++) {
    const d = (low + high) / 2;
    const loss = -10 * Math.log10((1 - d) ** 2 / (1 - 2 * d * cosine + d * d));
    if (loss < decibels) low = d;
    else high = d;
  }
  return low;
}
