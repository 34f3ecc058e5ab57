import { createRandom, type Seed } from '../random.ts';
import { levelled } from './level.ts';
import { drawPhrase } from './phrase.ts';
import { SAMPLE_RATE, synthesise } from './synthesise.ts';
import { phraseTrack } from './track.ts';
import type { Voice } from './voice.ts';

/**
 * A voice saying something of Mandarin's sound, phrases with pauses between, at 16 kHz in [-1, 1].
 * On another day (`seed`) the speaker is a little higher or lower, louder or softer, and says something else.
 */
export function speak(voice: Voice, seconds: number, seed: Seed): Float32Array {
  const random = createRandom('speak', voice.id, seed);
  const today: Voice = {
    ...voice,
    pitch: voice.pitch * Math.exp(0.03 * random.normal()),
    tempo: voice.tempo * Math.exp(0.05 * random.normal()),
    tilt: Math.max(1, voice.tilt + random.normal()),
    level: voice.level + random.normal(),
  };
  const out = new Float32Array(Math.round(seconds * SAMPLE_RATE));
  let at = Math.round(random.between(0.1, 0.4) * SAMPLE_RATE);
  while (at < out.length) {
    const phrase = phraseTrack(drawPhrase(random, today.tempo), today, random);
    const sound = levelled(synthesise(phrase, today, random), today.level);
    out.set(sound.subarray(0, out.length - at), at);
    at += sound.length + Math.round(today.pause * Math.exp(0.4 * random.normal()) * SAMPLE_RATE);
  }
  return out;
}
