// Formants of Mandarin vowels after Lee & Zee, "Standard Chinese (Beijing)", J. IPA (2003), and Howie, "Acoustical studies of Mandarin vowels and tones"
// (1976), for a male tract; loci of consonants after Klatt (1980), table III. Rounded: made-up voices move them anyway.

/** F1, F2, F3 in hertz. */
export type Formants = readonly [number, number, number];

export const VOWELS = {
  a: [830, 1280, 2550],
  o: [540, 850, 2500],
  e: [480, 1180, 2500],
  schwa: [520, 1450, 2550],
  open: [530, 1880, 2600],
  i: [290, 2280, 3000],
  u: [340, 680, 2400],
  y: [300, 2020, 2400],
  /** The vowels of si and shi. */
  dental: [380, 1320, 2650],
  curled: [380, 1650, 2150],
  er: [560, 1300, 1780],
} as const satisfies Record<string, Formants>;
export type Vowel = keyof typeof VOWELS;

/** What the final of a syllable passes through, in equal shares; then its nasal. */
export interface Final {
  readonly vowels: readonly Vowel[];
  readonly coda?: 'n' | 'ng';
}
const final = (vowels: readonly Vowel[], coda?: 'n' | 'ng'): Final => (coda ? { vowels, coda } : { vowels });

const OPEN = [
  final(['a']),
  final(['e']),
  final(['a', 'i']),
  final(['open', 'i']),
  final(['a', 'u']),
  final(['o', 'u']),
  final(['a'], 'n'),
  final(['schwa'], 'n'),
  final(['a'], 'ng'),
  final(['schwa'], 'ng'),
];
const FRONT = [
  final(['i']),
  final(['i', 'a']),
  final(['i', 'open']),
  final(['i', 'a', 'u']),
  final(['i', 'o', 'u']),
  final(['i', 'open'], 'n'),
  final(['i'], 'n'),
  final(['i', 'a'], 'ng'),
  final(['i'], 'ng'),
];
const ROUND = [
  final(['u']),
  final(['u', 'o']),
  final(['u', 'open', 'i']),
  final(['u', 'a'], 'n'),
  final(['u', 'schwa'], 'n'),
  final(['o'], 'ng'),
];
const FRONT_ROUND = [
  final(['y']),
  final(['y', 'open']),
  final(['y', 'open'], 'n'),
  final(['y', 'schwa'], 'n'),
];
const LIP = [final(['a']), final(['o']), final(['u']), final(['a'], 'n'), final(['schwa'], 'n')];

/** Noise of a narrow place in the tract: two resonances (hertz, bandwidth, gain) and what passes beside them. */
export interface Noise {
  readonly peaks: readonly (readonly [frequency: number, bandwidth: number, gain: number])[];
  readonly flat: number;
}
export const NOISES = {
  lip: { peaks: [[1100, 1500, 0.25]], flat: 0.3 },
  dental: {
    peaks: [
      [4900, 1200, 0.5],
      [6400, 1200, 1],
    ],
    flat: 0.05,
  },
  curled: {
    peaks: [
      [2900, 700, 0.8],
      [4600, 1200, 0.6],
    ],
    flat: 0.03,
  },
  palatal: {
    peaks: [
      [4000, 900, 0.9],
      [6200, 1300, 0.7],
    ],
    flat: 0.04,
  },
  velar: {
    peaks: [
      [1700, 400, 0.8],
      [3600, 1000, 0.25],
    ],
    flat: 0.04,
  },
} as const satisfies Record<string, Noise>;
export type NoisePlace = keyof typeof NOISES;

export interface Initial {
  readonly manner: 'stop' | 'affricate' | 'fricative' | 'nasal' | 'liquid' | 'none';
  readonly aspirated: boolean;
  readonly place: NoisePlace;
  readonly locus: Formants;
  readonly finals: readonly Final[];
}
const initial = (
  manner: Initial['manner'],
  place: NoisePlace,
  locus: Formants,
  finals: readonly Final[],
  aspirated = false,
): Initial => ({ manner, aspirated, place, locus, finals });

const WIDE = [...OPEN, ...FRONT, ...ROUND];
const hissed = (vowel: Vowel) => [...OPEN, ...ROUND, final([vowel])];

/** By their letters in pinyin. */
export const INITIALS = {
  b: initial('stop', 'lip', [300, 1000, 2200], [...LIP, ...FRONT]),
  p: initial('stop', 'lip', [300, 1000, 2200], [...LIP, ...FRONT], true),
  m: initial('nasal', 'lip', [280, 1050, 2200], [...LIP, ...FRONT]),
  f: initial('fricative', 'lip', [340, 1100, 2150], LIP),
  d: initial('stop', 'dental', [300, 1700, 2650], WIDE),
  t: initial('stop', 'dental', [300, 1700, 2650], WIDE, true),
  n: initial('nasal', 'dental', [280, 1600, 2600], [...WIDE, ...FRONT_ROUND]),
  l: initial('liquid', 'dental', [360, 1250, 2700], [...WIDE, ...FRONT_ROUND]),
  g: initial('stop', 'velar', [280, 1900, 2300], [...OPEN, ...ROUND]),
  k: initial('stop', 'velar', [280, 1900, 2300], [...OPEN, ...ROUND], true),
  h: initial('fricative', 'velar', [400, 1500, 2400], [...OPEN, ...ROUND]),
  j: initial('affricate', 'palatal', [280, 2150, 2950], [...FRONT, ...FRONT_ROUND]),
  q: initial('affricate', 'palatal', [280, 2150, 2950], [...FRONT, ...FRONT_ROUND], true),
  x: initial('fricative', 'palatal', [280, 2150, 2950], [...FRONT, ...FRONT_ROUND]),
  zh: initial('affricate', 'curled', [320, 1700, 2200], hissed('curled')),
  ch: initial('affricate', 'curled', [320, 1700, 2200], hissed('curled'), true),
  sh: initial('fricative', 'curled', [320, 1700, 2200], hissed('curled')),
  r: initial('liquid', 'curled', [390, 1400, 1850], [...OPEN, ...ROUND, final(['curled'])]),
  z: initial('affricate', 'dental', [310, 1500, 2700], hissed('dental')),
  c: initial('affricate', 'dental', [310, 1500, 2700], hissed('dental'), true),
  s: initial('fricative', 'dental', [310, 1500, 2700], hissed('dental')),
  '': initial('none', 'lip', [500, 1500, 2500], [...WIDE, ...FRONT_ROUND, final(['er'])]),
} as const satisfies Record<string, Initial>;
export type InitialName = keyof typeof INITIALS;

/** How often each begins a syllable of running Mandarin, about, in percent. */
export const INITIAL_WEIGHTS: Readonly<Record<InitialName, number>> = {
  b: 5,
  p: 1,
  m: 4,
  f: 3,
  d: 11,
  t: 4,
  n: 3,
  l: 6,
  g: 6,
  k: 2,
  h: 5,
  j: 7,
  q: 4,
  x: 6,
  zh: 7,
  ch: 3,
  sh: 8,
  r: 2,
  z: 4,
  c: 1,
  s: 1,
  '': 16,
};

/** Semitones about the speaker's mean at equal times of the voiced part, after Chao's five levels; 5 is the neutral tone. */
export const TONES = {
  1: [4, 4, 4],
  2: [-1, 0, 4],
  3: [-2, -5, -4],
  4: [5, 1, -5],
  5: [0, -1, -2],
} as const satisfies Record<number, readonly number[]>;
export type Tone = keyof typeof TONES;
