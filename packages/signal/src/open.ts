import { openAmr } from './amr/decoder.ts';
import { type ByteReader, type ByteSource, byteReader } from './bytes.ts';
import type { Decoder } from './decoder.ts';
import { errors } from './errors.ts';
import { openFlac } from './flac/decoder.ts';
import { DEFAULT_LIMITS, MAX_RATE, MIN_RATE, type SoundLimits } from './limits.ts';
import { openMp3 } from './mp3/decoder.ts';
import { openOpus } from './opus/decoder.ts';
import { openRawG711 } from './raw.ts';
import { SNIFFED_BYTES, sniffSound } from './sniff.ts';
import type { Samples, Sound, SoundDamage, SoundFormat } from './types.ts';
import { openWav } from './wav/decoder.ts';

export interface OpenSoundOptions {
  /** Tells raw G.711, which has no header; nothing else goes by the name. */
  readonly name?: string;
  readonly limits?: Partial<SoundLimits>;
}

const OPENERS: Readonly<Record<SoundFormat, (reader: ByteReader) => Promise<Decoder>>> = {
  wav: openWav,
  flac: openFlac,
  mp3: openMp3,
  opus: openOpus,
  'amr-nb': (reader) => openAmr(reader, 'amr-nb'),
  'amr-wb': (reader) => openAmr(reader, 'amr-wb'),
  'g711-a-law': (reader) => openRawG711(reader, 'g711-a-law'),
  'g711-mu-law': (reader) => openRawG711(reader, 'g711-mu-law'),
};

/**
 * Opens a recording whose bytes are in memory or still on their way; memory does not grow with its length. What it is goes by
 * its content, see `sniffSound`.
 *
 * @throws CodedError `sound.empty`, `sound.unsupported-format`, `sound.unsupported-coding`, `sound.corrupt`,
 * `sound.too-many-channels`, `sound.sample-rate`, `sound.too-long`, `sound.decoder-unavailable`
 */
export async function openSound(source: ByteSource, options: OpenSoundOptions = {}): Promise<Sound> {
  const { maxSeconds } = { ...DEFAULT_LIMITS, ...options.limits };
  const reader = byteReader(source);
  let decoder: Decoder | null = null;
  const close = async () => {
    const freed = decoder;
    decoder = null;
    await freed?.free();
    await reader.close();
  };
  try {
    decoder = await openDecoder(reader, options.name);
    check(decoder, maxSeconds);
    return { ...sound(decoder, maxSeconds, close), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openDecoder(reader: ByteReader, name?: string): Promise<Decoder> {
  const head = await reader.peek(SNIFFED_BYTES);
  if (head.length === 0) throw errors('sound.empty');
  const sniffed = sniffSound(head, name);
  if (sniffed.kind === 'sound') return OPENERS[sniffed.format](reader);
  throw errors('sound.unsupported-format', { seenZh: sniffed.seen.zh, seenEn: sniffed.seen.en });
}

function check({ channels, sampleRate, seconds }: Decoder, maxSeconds: number): void {
  if (channels > 2) throw errors('sound.too-many-channels', { channels });
  if (!(sampleRate >= MIN_RATE && sampleRate <= MAX_RATE)) {
    throw errors('sound.sample-rate', { rate: sampleRate, min: MIN_RATE, max: MAX_RATE });
  }
  if (seconds !== null && seconds > maxSeconds) throw tooLong(seconds, maxSeconds);
}

const tooLong = (seconds: number, limit: number) =>
  errors('sound.too-long', { hours: Math.floor(seconds / 360) / 10, limit: Math.round(limit / 36) / 100 });

function sound(decoder: Decoder, maxSeconds: number, close: () => Promise<void>): Omit<Sound, 'close'> {
  const { format, sampleRate, seconds } = decoder;
  const damage: SoundDamage = { brokenFrames: 0, truncated: false };
  const maxFrames = maxSeconds * sampleRate;
  let begun = false;
  return {
    format,
    sampleRate,
    channels: decoder.channels as 1 | 2,
    seconds,
    damage,
    async *chunks() {
      if (begun) throw errors('sound.read-twice');
      begun = true;
      let frames = 0;
      try {
        for await (const samples of decoder.samples(damage)) {
          frames += samples[0]!.length;
          if (frames > maxFrames) throw tooLong(frames / sampleRate, maxSeconds);
          if (samples[0]!.length > 0) yield bounded(samples);
        }
        if (frames === 0) throw errors('sound.empty');
      } finally {
        await close();
      }
    },
  };
}

/** Lossy codings go beyond full scale, and files of floats can hold anything: [-1, 1] in place, 0 for what is no number. */
function bounded(samples: Samples): Samples {
  for (const channel of samples) {
    for (let i = 0; i < channel.length; i++) {
      const value = channel[i]!;
      if (!(value >= -1 && value <= 1)) channel[i] = value > 1 ? 1 : value < -1 ? -1 : 0;
    }
  }
  return samples;
}
