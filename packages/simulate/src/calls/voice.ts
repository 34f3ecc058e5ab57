// Peterson & Barney, "Control methods used in a study of the vowels" (1952), and Klatt & Klatt, "Analysis, synthesis, and perception of voice quality
// variations among female and male talkers" (1990): by how much real voices differ. Every voice here is drawn by its seed and is nobody's.
import { createRandom, type Random, type Seed } from '../random.ts';

/** All by which one made-up speaker differs from another. It stays the same over all that the speaker says. */
export interface Voice {
  readonly id: string;
  readonly sex: 'female' | 'male';
  /** Mean fundamental frequency, hertz. */
  readonly pitch: number;
  /** How far tones reach, 1 a usual speaker. */
  readonly range: number;
  /** Factor on all formants against a vocal tract of 17.5 cm: above 1 a shorter tract. */
  readonly tract: number;
  /** Further factors on F1–F8, for tracts differ in shape too. */
  readonly formants: readonly number[];
  /** Factor on the bandwidths of all formants. */
  readonly damping: number;
  /** How far vowels lie from the neutral one, 1 a usual speaker. */
  readonly vowelSpace: number;
  /** Zero of the side cavities above the larynx (piriform fossae), hertz. */
  readonly cavity: number;
  /** Share of a period in which the glottis is open, 0.4–0.8. */
  readonly openQuotient: number;
  /** Loss of the voice source at 3 kHz, dB. */
  readonly tilt: number;
  /** Breath beside the voiced source, linear. */
  readonly breath: number;
  /** Deviation of periods, relative. */
  readonly jitter: number;
  /** Deviation of the periods' amplitudes, relative. */
  readonly shimmer: number;
  /** Opening towards the nose in all vowels, 0–0.4. */
  readonly nasality: number;
  /** Spectral place of frication against a usual speaker, a factor. */
  readonly teeth: number;
  /** Syllables a second within a phrase. */
  readonly tempo: number;
  /** Mean pause between phrases, seconds. */
  readonly pause: number;
  /** Level of speech, dBFS (RMS while voiced). */
  readonly level: number;
}

const within = (low: number, value: number, high: number) => Math.min(high, Math.max(low, value));
const spread = (random: Random, deviation: number) => Math.exp(deviation * random.normal());

/** A made-up speaker that depends on the parts of the seed alone. */
export function createVoice(...seed: readonly Seed[]): Voice {
  const random = createRandom('voice', ...seed);
  const female = random.chance(0.5);
  return {
    id: seed.join('-'),
    sex: female ? 'female' : 'male',
    pitch: within(75, (female ? 205 : 118) * spread(random, 0.14), 310),
    range: within(0.5, spread(random, 0.2), 1.5),
    tract: within(0.86, (female ? 1.15 : 1) * spread(random, 0.045), 1.3),
    formants: Array.from({ length: 8 }, (_, i) => spread(random, i < 3 ? 0.035 : 0.055)),
    damping: spread(random, 0.2),
    vowelSpace: within(0.8, 1 + 0.08 * random.normal(), 1.15),
    cavity: (female ? 5000 : 4500) * spread(random, 0.07),
    openQuotient: within(0.4, (female ? 0.64 : 0.54) + 0.07 * random.normal(), 0.8),
    tilt: within(2, (female ? 8 : 6) + 3.5 * random.normal(), 22),
    breath: within(0.004, (female ? 0.025 : 0.015) * spread(random, 0.5), 0.08),
    jitter: within(0.002, 0.006 * spread(random, 0.4), 0.015),
    shimmer: within(0.01, 0.035 * spread(random, 0.4), 0.09),
    nasality: within(0, 0.1 + 0.1 * random.normal(), 0.4),
    teeth: within(0.8, (female ? 1.06 : 0.98) * spread(random, 0.06), 1.25),
    tempo: within(3.4, 4.7 * spread(random, 0.12), 6.5),
    pause: within(0.15, 0.35 * spread(random, 0.3), 0.8),
    level: -23 + 2 * random.normal(),
  };
}
