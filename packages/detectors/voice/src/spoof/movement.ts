// How cepstra move: a vocoder that works frame by frame moves more evenly than a mouth does. Modulation: Wu et al., "Synthetic speech detection using
// temporal modulation feature" (ICASSP 2013).
import { BANDS, COEFFICIENTS, type Frames } from './lfcc.ts';
import { deviation, mean, type Named } from './statistics.ts';

/** Groups of four bands, and modulations of each in hertz. */
const GROUP = 4;
const MODULATIONS = [
  [2, 5],
  [5, 10],
  [10, 20],
  [20, 35],
  [35, 50],
] as const;
/** Frames of one look at modulation: 0.64 s. */
const LOOK = 64;
const FRAMES_PER_SECOND = 100;

/** Of each coefficient the spread, and those of its first and second differences against it: free of a linear channel and of level. */
export function cepstralMovement({ count, cepstra }: Frames): Named {
  const named: Record<string, number> = {};
  for (let k = 0; k < COEFFICIENTS; k++) {
    const track = Float64Array.from({ length: count }, (_, f) => cepstra[f * COEFFICIENTS + k]!);
    const first = differences(track);
    const second = differences(first);
    const [spread, slow, fast] = [track, first, second].map((values) => Math.log(deviation(values) + 1e-6));
    named[`cepstrum-${k}`] = spread!;
    named[`cepstrum-${k}-first`] = slow! - spread!;
    named[`cepstrum-${k}-second`] = fast! - slow!;
  }
  return named;
}

/** Regression over five frames. */
function differences(values: Float64Array): Float64Array {
  return Float64Array.from(
    { length: Math.max(0, values.length - 4) },
    (_, i) => (2 * (values[i + 4]! - values[i]!) + values[i + 3]! - values[i + 1]!) / 10,
  );
}

/** Share of each range of modulation in the movement of groups of bands, as logarithms. */
export function modulation({ count, bands }: Frames): Named {
  const named: Record<string, number> = {};
  for (let group = 0; group < BANDS / GROUP; group++) {
    const track = Float64Array.from({ length: count }, (_, f) => {
      const from = f * BANDS + group * GROUP;
      return mean(bands.subarray(from, from + GROUP));
    });
    const powers = MODULATIONS.map(([low, high]) => modulationPower(track, low, high));
    const total = powers.reduce((sum, power) => sum + power, 1e-9);
    powers.forEach((power, i) => {
      named[`modulation-${group}-${MODULATIONS[i]![0]}`] = Math.log(power / total + 1e-6);
    });
  }
  return named;
}

/** Mean power between two modulation frequencies over half-overlapping looks (Hann window). */
function modulationPower(track: Float64Array, low: number, high: number): number {
  let [sum, looks] = [0, 0];
  for (let at = 0; at + LOOK <= track.length; at += LOOK / 2, looks++) {
    const middle = mean(track.subarray(at, at + LOOK));
    for (let k = Math.ceil((low * LOOK) / FRAMES_PER_SECOND); (k * FRAMES_PER_SECOND) / LOOK < high; k++) {
      let [re, im] = [0, 0];
      for (let i = 0; i < LOOK; i++) {
        const x = (track[at + i]! - middle) * HANN[i]!;
        re += x * COSINES[(k * i) % LOOK]!;
        im += x * SINES[(k * i) % LOOK]!;
      }
      sum += re * re + im * im;
    }
  }
  return looks === 0 ? 0 : sum / looks;
}

const turn = (i: number) => (2 * Math.PI * i) / LOOK;
const HANN = Float64Array.from({ length: LOOK }, (_, i) => 0.5 - 0.5 * Math.cos(turn(i + 0.5)));
const COSINES = Float64Array.from({ length: LOOK }, (_, i) => Math.cos(turn(i)));
const SINES = Float64Array.from({ length: LOOK }, (_, i) => Math.sin(turn(i)));
