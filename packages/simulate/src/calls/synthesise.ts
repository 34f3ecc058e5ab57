// Klatt, "Software for a cascade/parallel formant synthesizer", JASA 67 (1980): voice and breath through formants in cascade, frication through
// resonances in parallel, a pole and a zero for the nose.
import { normalSource, type Random } from '../random.ts';
import { createGlottis } from './glottis.ts';
import { NOISES, type NoisePlace } from './phones.ts';
import { Resonator } from './resonator.ts';
import { FRAME_SECONDS, type Track } from './track.ts';
import type { Voice } from './voice.ts';

export const SAMPLE_RATE = 16_000;
/** Frication against a vowel: its resonances are as high as the noise, whose power the narrow ones take from. */
const FRICATION = 0.35;
const FRAME = Math.round(FRAME_SECONDS * SAMPLE_RATE);
/** The neutral vowel of a male tract: F4 and above hardly move. */
const NEUTRAL = [500, 1500, 2500, 3500, 4500, 5500, 6500, 7500];
const BANDWIDTHS = [70, 90, 130, 200, 260, 350, 450, 550];
const NASAL_POLE = 270;
const NASAL_ZERO = 480;

/** Sound of a track in a voice, 16 kHz, not yet levelled. */
export function synthesise(track: Track, voice: Voice, random: Random): Float32Array {
  const normal = normalSource(random);
  const glottis = createGlottis(voice, SAMPLE_RATE, random, normal);
  const tract = NEUTRAL.map(() => new Resonator(SAMPLE_RATE));
  const [nasalPole, nasalZero, cavity] = [0, 1, 2].map(() => new Resonator(SAMPLE_RATE)) as [
    Resonator,
    Resonator,
    Resonator,
  ];
  cavity.set(voice.cavity, 500 * voice.damping);
  nasalPole.set(NASAL_POLE, 100);
  const hiss = frication(voice);
  const length = track.pitch.length;
  const out = new Float32Array(length * FRAME);
  for (let f = 0; f < length; f++) {
    const nose = Math.min(1, track.nasal[f]! + voice.nasality);
    tract.forEach((resonator, k) => {
      resonator.set(formant(track, voice, k, f), BANDWIDTHS[k]! * voice.damping * (1 + 0.8 * nose));
    });
    nasalZero.set(NASAL_POLE + (NASAL_ZERO - NASAL_POLE) * nose, 100);
    hiss.set(track.noise[f]!);
    const next = Math.min(f + 1, length - 1);
    for (let i = 0; i < FRAME; i++) {
      const along = i / FRAME;
      const between = (values: Float32Array) => values[f]! + (values[next]! - values[f]!) * along;
      let sound = glottis(between(track.pitch), between(track.voicing), between(track.aspiration));
      sound = nasalZero.zero(nasalPole.pole(sound));
      for (const resonator of tract) sound = resonator.pole(sound);
      out[f * FRAME + i] = cavity.zero(sound) + FRICATION * between(track.frication) * hiss.sound(normal());
    }
  }
  return out;
}

/** Where a formant of a speaker lies: vowels nearer to or farther from the neutral one, then the tract's length and shape. */
function formant(track: Track, voice: Voice, k: number, f: number): number {
  const neutral = NEUTRAL[k]!;
  const aim = k < 3 ? neutral + voice.vowelSpace * (track.formants[k]![f]! - neutral) : neutral;
  return aim * voice.tract * voice.formants[k]!;
}

function frication(voice: Voice) {
  const peaks = [new Resonator(SAMPLE_RATE), new Resonator(SAMPLE_RATE)] as const;
  let gains: readonly number[] = [];
  let flat = 0;
  let place: NoisePlace | null = null;
  return {
    set(wanted: NoisePlace): void {
      if (wanted === place) return;
      place = wanted;
      const { peaks: shapes, flat: beside } = NOISES[wanted];
      flat = beside;
      gains = shapes.map(([frequency, bandwidth, gain], i) => {
        const at = Math.min(7400, frequency * voice.teeth);
        peaks[i]!.set(at, bandwidth);
        return gain * peakGain(at, bandwidth);
      });
    },
    sound(noise: number): number {
      let sum = flat * noise;
      for (let i = 0; i < gains.length; i++) sum += gains[i]! * peaks[i]!.pole(noise);
      return sum;
    },
  };
}

/** What brings a resonator's height at its peak to 1: its gain is 1 at 0 Hz. */
function peakGain(frequency: number, bandwidth: number): number {
  const radius = Math.exp((-Math.PI * bandwidth) / SAMPLE_RATE);
  const angle = (2 * Math.PI * frequency) / SAMPLE_RATE;
  const dc = 1 - 2 * radius * Math.cos(angle) + radius * radius;
  return ((1 - radius) * Math.sqrt(1 - 2 * radius * Math.cos(2 * angle) + radius * radius)) / dc;
}
