// One made-up call in a process of its own, `node bench/measure-sound.ts wav|mp3 MINUTES`: prints times and peak memory as JSON.
import { readFileSync } from 'node:fs';
import {
  callChannels,
  filterBank,
  openSound,
  openVoiceActivity,
  type Sound,
  subtractMean,
} from '@jianzhen/signal';

export interface SoundMeasure {
  readonly seconds: number;
  readonly channels: number;
  readonly pieces: number;
  /** Seconds of all cores: of the whole way, */
  readonly elapsed: number;
  /** of decoding, and of the filter bank over the pieces. */
  readonly decoding: number;
  readonly filterBank: number;
  /** Most resident memory that the process ever had, MB. */
  readonly peakMb: number;
}

const RATE = 8000;

/** Two that talk by turns, three seconds each: buzzes, for nobody is to be recorded for a benchmark. */
function* wav(minutes: number): Generator<Uint8Array> {
  const head = Buffer.alloc(44);
  head.write('RIFF\xff\xff\xff\xffWAVEfmt ', 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(2, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(4 * RATE, 28);
  head.writeUInt16LE(4, 32);
  head.writeUInt16LE(16, 34);
  head.write('data\xff\xff\xff\xff', 36, 'latin1');
  yield head;
  const second = Buffer.alloc(4 * RATE);
  for (let at = 0; at < 60 * minutes; at++) {
    const channel = Math.floor(at / 3) % 2;
    second.fill(0);
    for (let i = 0; i < RATE; i++) {
      const level = Math.min(i % 2000, 2000 - (i % 2000)) / 1000;
      second.writeInt16LE(Math.round(level * ((i % (60 + channel * 20)) * 200 - 6000)), 4 * i + 2 * channel);
    }
    yield Buffer.from(second);
  }
}

/** The frames of one second of MP3, again and again. */
function* mp3(minutes: number): Generator<Uint8Array> {
  const file = readFileSync(new URL('../packages/signal/test/fixtures/stereo.mp3', import.meta.url));
  for (let at = 0; at < 60 * minutes; at++) yield file;
}

async function* later(pieces: Generator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

/** Seconds of all cores so far. */
const spentSoFar = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** The sound, and how long its decoding took. */
function timed(sound: Sound): { sound: Sound; spent: () => number } {
  let spent = 0;
  async function* chunks() {
    const samples = sound.chunks();
    for (;;) {
      const started = spentSoFar();
      const { done, value } = await samples.next();
      spent += spentSoFar() - started;
      if (done) return;
      yield value;
    }
  }
  return { sound: { ...sound, chunks }, spent: () => spent };
}

const [kind, minutes] = process.argv.slice(2);
const activity = await openVoiceActivity();
const started = spentSoFar();
let spentOnFeatures = 0;
let pieces = 0;
const { sound, spent } = timed(await openSound(later((kind === 'mp3' ? mp3 : wav)(Number(minutes)))));
const { seconds, channels } = await callChannels(sound, activity, (_, { samples }) => {
  const begun = spentSoFar();
  subtractMean(filterBank(samples));
  spentOnFeatures += spentSoFar() - begun;
  pieces++;
});
const measure: SoundMeasure = {
  seconds,
  channels: channels.length,
  pieces,
  elapsed: spentSoFar() - started,
  decoding: spent(),
  filterBank: spentOnFeatures,
  peakMb: process.resourceUsage().maxRSS / 1024,
};
console.log(JSON.stringify(measure));
