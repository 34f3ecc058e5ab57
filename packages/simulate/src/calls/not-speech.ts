// What a microphone or a line may bring that nobody said: what must be refused.
/** A sound of so many samples at so many Hz, of full scale. */
export type Maker = (samples: number, rate: number, seed: number) => Float32Array;

/** Uniform noise in [-1, 1) of a linear congruential generator (Numerical Recipes), its upper 16 bits. */
export function noise(samples: number, seed: number): Float32Array {
  let state = seed >>> 0;
  return Float32Array.from({ length: samples }, () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return ((state >>> 16) - 32768) / 32768;
  });
}

const TAU = 2 * Math.PI;
const wave = (samples: number, level: (i: number) => number) =>
  Float32Array.from({ length: samples }, (_, i) => level(i));
/** A number in [0, 1) that depends on the seed and on which it is. */
const chance = (seed: number, which: number) => {
  const mixed = Math.imul((seed * 1009 + which + 1) ^ 0x9e3779b9, 0x85ebca6b);
  return ((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 32;
};
const between = (seed: number, which: number, low: number, high: number) =>
  low + (high - low) * chance(seed, which);

const scaled = (samples: Float32Array): Float32Array => {
  const peak = samples.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
  return samples.map((value) => value / peak);
};

/** Noise whose power falls by 3 dB an octave: P. Kellet's three poles. */
const pink: Maker = (samples, _, seed) => {
  let [a, b, c] = [0, 0, 0];
  return scaled(
    noise(samples, seed).map((white) => {
      a = 0.99765 * a + white * 0.099046;
      b = 0.963 * b + white * 0.2965164;
      c = 0.57 * c + white * 1.0526913;
      return a + b + c + white * 0.1848;
    }),
  );
};

const brown: Maker = (samples, _, seed) => {
  let sum = 0;
  return scaled(
    noise(samples, seed).map((white) => {
      sum = 0.995 * sum + white;
      return sum;
    }),
  );
};

/** On and off by turns, s. */
const keyed = (i: number, rate: number, on: number, off: number) => ((i / rate) % (on + off) < on ? 1 : 0);

const KEYS = [697, 770, 852, 941] as const;
const COLUMNS = [1209, 1336, 1477] as const;

/** ITU-T Q.23: a pair of tones a key, a tenth of a second each. */
const dialling: Maker = (samples, rate, seed) =>
  wave(samples, (i) => {
    const key = Math.floor(i / rate / 0.2);
    const [row, column] = [
      KEYS[Math.floor(4 * chance(seed, key))]!,
      COLUMNS[Math.floor(3 * chance(seed, key + 99))]!,
    ];
    const sound = Math.sin((TAU * row * i) / rate) + Math.sin((TAU * column * i) / rate);
    return 0.5 * sound * keyed(i, rate, 0.1, 0.1);
  });

/** Triads of notes with harmonics, each struck and dying away. */
const chords: Maker = (samples, rate, seed) => {
  const length = between(seed, 1, 0.3, 1.2);
  const harmonics = 1 + Math.floor(between(seed, 2, 1, 8));
  return scaled(
    wave(samples, (i) => {
      const [struck, time] = [Math.floor(i / rate / length), (i / rate) % length];
      const root = 110 * 2 ** (Math.floor(24 * chance(seed, 10 + struck)) / 12);
      let sum = 0;
      for (const step of [0, 4, 7]) {
        for (let h = 1; h <= harmonics; h++) {
          const hz = h * root * 2 ** (step / 12);
          if (hz < rate / 2) sum += Math.sin((TAU * hz * i) / rate) / h;
        }
      }
      return sum * Math.min(1, time / 0.01) * Math.exp(-3 * time);
    }),
  );
};

const buzzing =
  (modulated: boolean): Maker =>
  (samples, rate, seed) => {
    const [hz, beat] = [between(seed, 1, 80, 300), between(seed, 2, 1, 8)];
    return wave(samples, (i) => {
      const phase = ((i * hz) / rate) % 1;
      return (2 * phase - 1) * (modulated ? 0.5 - 0.5 * Math.cos((TAU * beat * i) / rate) : 1);
    });
  };

export const NOT_SPEECH: Readonly<Record<string, Maker>> = {
  'white noise': (samples, _, seed) => noise(samples, seed),
  'pink noise': pink,
  'brown noise': brown,
  'noise that comes and goes': (samples, rate, seed) => {
    const beat = between(seed, 1, 1, 8);
    return noise(samples, seed).map((value, i) => value * (0.5 - 0.5 * Math.cos((TAU * beat * i) / rate)));
  },
  sine: (samples, rate, seed) => {
    const hz = between(seed, 1, 50, 3800);
    return wave(samples, (i) => Math.sin((TAU * hz * i) / rate));
  },
  'sweeping sine': (samples, rate, seed) => {
    const [low, high] = [between(seed, 1, 100, 500), between(seed, 2, 1000, 3800)];
    const seconds = samples / rate;
    return wave(samples, (i) =>
      Math.sin(TAU * (low * (i / rate) + ((high - low) * (i / rate) ** 2) / (2 * seconds))),
    );
  },
  'dialling tones': dialling,
  'ringing tone of China': (samples, rate) =>
    wave(samples, (i) => Math.sin((TAU * 450 * i) / rate) * keyed(i, rate, 1, 4)),
  'ringing tone of America': (samples, rate) =>
    wave(
      samples,
      (i) =>
        0.5 * (Math.sin((TAU * 440 * i) / rate) + Math.sin((TAU * 480 * i) / rate)) * keyed(i, rate, 2, 4),
    ),
  'busy tone': (samples, rate) =>
    wave(samples, (i) => Math.sin((TAU * 450 * i) / rate) * keyed(i, rate, 0.35, 0.35)),
  chords,
  buzz: buzzing(false),
  'buzz that comes and goes': buzzing(true),
  clicks: (samples, rate, seed) => {
    const every = Math.floor(between(seed, 1, 0.02, 0.4) * rate);
    return wave(samples, (i) => (i % every < 3 ? 1 : 0));
  },
  hum: (samples, rate, seed) => {
    const hz = chance(seed, 1) < 0.5 ? 50 : 60;
    return wave(
      samples,
      (i) => (Math.sin((TAU * hz * i) / rate) + 0.5 * Math.sin((TAU * 3 * hz * i) / rate)) / 1.5,
    );
  },
  silence: (samples) => new Float32Array(samples),
};
