import type { Random } from '../random.ts';
import { NOISES, type NoisePlace, TONES } from './phones.ts';
import type { Segment, Syllable } from './phrase.ts';
import type { Voice } from './voice.ts';

/** Parameters of the synthesiser every 5 ms: arrays of one length. */
export interface Track {
  /** Fundamental frequency, hertz. */
  readonly pitch: Float32Array;
  /** Amplitudes, linear, 1 a vowel. */
  readonly voicing: Float32Array;
  readonly aspiration: Float32Array;
  readonly frication: Float32Array;
  /** 0 mouth alone, 1 nose alone. */
  readonly nasal: Float32Array;
  /** Hertz, of a usual male tract: the voice scales them. */
  readonly formants: readonly [Float32Array, Float32Array, Float32Array];
  readonly noise: readonly NoisePlace[];
}

export const FRAME_SECONDS = 0.005;
const frames = (seconds: number) => Math.max(1, Math.round(seconds / FRAME_SECONDS));

/** What a phrase asks of tract and glottis: steps, then smoothed as muscles are slow. */
export function phraseTrack(syllables: readonly Syllable[], voice: Voice, random: Random): Track {
  const segments = syllables.flatMap((syllable) => syllable.segments);
  const held = (value: (segment: Segment) => number) =>
    Float32Array.from(
      segments.flatMap((segment) => Array<number>(frames(segment.seconds)).fill(value(segment))),
    );
  const voicing = held((segment) => segment.voicing);
  const level = loudness(voicing.length, random);
  const shaped = (track: Float32Array, width: number) =>
    smoothed(track, width).map((value, i) => value * level[i]!);
  return {
    pitch: pitches(syllables, voice, random),
    voicing: shaped(voicing, 5),
    aspiration: shaped(
      held((segment) => segment.aspiration),
      5,
    ),
    frication: shaped(
      held((segment) => segment.frication),
      3,
    ),
    nasal: smoothed(
      held((segment) => segment.nasal),
      7,
    ),
    formants: [0, 1, 2].map((k) =>
      smoothed(
        held((segment) => segment.formants[k]!),
        k === 0 ? 11 : 15,
      ),
    ) as [Float32Array, Float32Array, Float32Array],
    noise: segments.flatMap((segment) => Array<NoisePlace>(frames(segment.seconds)).fill(segment.noise)),
  };
}

/** Tones on a line that sinks over the phrase, in the speaker's range. */
function pitches(syllables: readonly Syllable[], voice: Voice, random: Random): Float32Array {
  const aims: number[] = [];
  const start = 1.5 + 0.7 * random.normal();
  const sink = 3 + random.normal();
  syllables.forEach(({ tone, segments }, s) => {
    const points = tone === 3 && s === syllables.length - 1 ? [-2, -5, -1] : TONES[tone];
    const reach = voice.range * Math.exp(0.15 * random.normal());
    const counts = segments.map(({ seconds }) => frames(seconds));
    const silent = counts.filter((_, i) => segments[i]!.voicing === 0).reduce((sum, count) => sum + count, 0);
    const total = counts.reduce((sum, count) => sum + count, 0);
    for (let i = 0; i < total; i++) {
      const at = (2 * Math.max(0, i - silent)) / Math.max(1, total - silent - 1);
      const k = Math.min(1, Math.floor(at));
      const tonal = points[k]! + (points[k + 1]! - points[k]!) * Math.min(1, at - k);
      aims.push(0.8 * reach * tonal + start - (sink * (s + i / total)) / syllables.length);
    }
  });
  return smoothed(Float32Array.from(aims), 15).map((semitones) => voice.pitch * 2 ** (semitones / 12));
}

/** Stress wanders from syllable to syllable, and a phrase fades in and out. */
function loudness(length: number, random: Random): Float32Array {
  const points = Float32Array.from({ length }, () => 0);
  let value = 0;
  for (let i = 0; i < length; i++) {
    if (i % 36 === 0) value = 2 * random.normal();
    points[i] = value - (3 * i) / length;
  }
  return smoothed(points, 31).map(
    (decibels, i) => 10 ** (decibels / 20) * Math.min(1, (i + 1) / 6, (length - i) / 14),
  );
}

/** Hann window of odd width, the ends held. */
export function smoothed(values: Float32Array, width: number): Float32Array {
  const half = width >> 1;
  const weights = Array.from({ length: width }, (_, i) => Math.sin((Math.PI * (i + 1)) / (width + 1)) ** 2);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return values.map((_, i) => {
    let sum = 0;
    for (let k = 0; k < width; k++)
      sum += weights[k]! * values[Math.min(values.length - 1, Math.max(0, i + k - half))]!;
    return sum / total;
  });
}

/** A vowel held at one pitch: what measurements of the synthesiser are made on. */
export function steadyTrack(
  formants: readonly [number, number, number],
  pitch: number,
  seconds: number,
): Track {
  const held = (value: number) => new Float32Array(frames(seconds)).fill(value);
  return {
    pitch: held(pitch),
    voicing: held(1),
    aspiration: held(0),
    frication: held(0),
    nasal: held(0),
    formants: [held(formants[0]), held(formants[1]), held(formants[2])],
    noise: Array<NoisePlace>(frames(seconds)).fill(Object.keys(NOISES)[0] as NoisePlace),
  };
}
