import type { Random } from '../random.ts';
import {
  type Final,
  type Formants,
  INITIAL_WEIGHTS,
  INITIALS,
  type Initial,
  type InitialName,
  type NoisePlace,
  type Tone,
  VOWELS,
} from './phones.ts';

/** A stretch of sound in which the aims of the tract stand still. */
export interface Segment {
  readonly seconds: number;
  readonly formants: Formants;
  /** Amplitudes, 0–1. */
  readonly voicing: number;
  readonly aspiration: number;
  readonly frication: number;
  readonly noise: NoisePlace;
  /** Opening towards the nose, 0–1. */
  readonly nasal: number;
}

export interface Syllable {
  readonly tone: Tone;
  readonly segments: readonly Segment[];
}

const QUIET = { voicing: 0, aspiration: 0, frication: 0, nasal: 0 };
/** Consonants last about so long at five syllables a second; slower speech lengthens them by less than vowels. */
const CLOSURE = 0.045;

function onset({ manner, aspirated, place, locus }: Initial, vowel: Formants): Segment[] {
  const closed: Segment = { ...QUIET, seconds: CLOSURE, formants: locus, noise: place };
  const breath: Segment = { ...closed, seconds: 0.045, formants: vowel, aspiration: 0.28 };
  switch (manner) {
    case 'stop':
      return [
        closed,
        { ...closed, seconds: 0.01, frication: 0.5, aspiration: 0.1 },
        ...(aspirated ? [breath] : []),
      ];
    case 'affricate':
      return [
        closed,
        { ...closed, seconds: aspirated ? 0.07 : 0.045, frication: 0.8 },
        ...(aspirated ? [{ ...breath, seconds: 0.025 }] : []),
      ];
    case 'fricative':
      return [
        { ...closed, seconds: 0.1, frication: 0.9, ...(place === 'velar' ? { aspiration: 0.12 } : {}) },
      ];
    case 'nasal':
      return [{ ...closed, seconds: 0.06, voicing: 0.55, nasal: 1 }];
    case 'liquid':
      return [{ ...closed, seconds: 0.055, voicing: 0.6, frication: place === 'curled' ? 0.12 : 0 }];
    case 'none':
      return [];
  }
}

const CODAS = { n: [280, 1600, 2600], ng: [300, 900, 2400] } as const satisfies Record<string, Formants>;

function rhyme({ vowels, coda }: Final, seconds: number): Segment[] {
  const voiced = { ...QUIET, voicing: 1, noise: 'lip' as const };
  const length = coda ? 0.65 * seconds : seconds;
  // The last vowel of a glide is the longest, as in xia or duo.
  const shares = vowels.map((_, i) => (i === vowels.length - 1 ? 1.4 : 1));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const sounds = vowels.map((vowel, i) => ({
    ...voiced,
    seconds: (length * shares[i]!) / total,
    formants: VOWELS[vowel],
    nasal: coda && i === vowels.length - 1 ? 0.25 : 0,
  }));
  if (!coda) return sounds;
  return [...sounds, { ...voiced, seconds: 0.35 * seconds, formants: CODAS[coda], voicing: 0.6, nasal: 1 }];
}

/** A syllable of Mandarin's shape, `seconds` long. */
export function drawSyllable(random: Random, seconds: number): Syllable {
  const initial: Initial = INITIALS[random.weighted(INITIAL_WEIGHTS) as InitialName];
  const final = random.pick(initial.finals);
  const front = onset(initial, VOWELS[final.vowels[0]!]);
  const pace = Math.sqrt(seconds / 0.2) * Math.exp(0.12 * random.normal());
  const begin = front.map((segment) => ({ ...segment, seconds: segment.seconds * pace }));
  const spent = begin.reduce((sum, segment) => sum + segment.seconds, 0);
  const tone = Number(random.weighted({ 1: 23, 2: 23, 3: 19, 4: 29, 5: 6 })) as Tone;
  return { tone, segments: [...begin, ...rhyme(final, Math.max(0.07, seconds - spent))] };
}

/** Syllables of one breath: the last is lengthened, and of two third tones the first becomes the second (sandhi). */
export function drawPhrase(random: Random, tempo: number): Syllable[] {
  const count = random.integer(3, 11);
  const syllables = Array.from({ length: count }, (_, i) => {
    const stretch = (i === count - 1 ? 1.35 : 1) * Math.exp(0.15 * random.normal());
    return drawSyllable(random, stretch / tempo);
  });
  return syllables.map((syllable, i) =>
    syllable.tone === 3 && syllables[i + 1]?.tone === 3 ? { ...syllable, tone: 2 as Tone } : syllable,
  );
}
