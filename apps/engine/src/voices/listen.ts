import { type EmbeddedPiece, type SpeakerModel, voiceprintOf } from '@jianzhen/detector-voice';
import type { ChannelVoiceprint, Voice, VoiceChannel } from '@jianzhen/evidence';
import {
  type ChannelSpeech,
  callChannels,
  filterBank,
  openSound,
  openVoiceActivity,
  type Sound,
  type SpeechQuality,
  subtractMean,
} from '@jianzhen/signal';
import { openSpeaker } from './model.ts';

type Guard = <T>(work: () => Promise<T>) => Promise<T>;

export interface Heard {
  readonly voice: Voice;
  /** Of the channels with enough speech; none without a speaker model. */
  readonly voiceprints: readonly ChannelVoiceprint[];
  /** Whether a speaker model is installed. */
  readonly modelled: boolean;
}

/** Listens to whole recordings, one after another. */
export type Listener = (bytes: Uint8Array, name: string, onAlive?: () => void) => Promise<Heard>;

/** A sign of life is given at most so often. */
const ALIVE_MS = 500;

/**
 * Who speaks on each channel of a recording, in pieces, so that memory does not grow with its length. Networks are opened with the first.
 * @throws CodedError of `openSound` for what cannot be read; of the model
 */
export function createListener(guard: Guard): Listener {
  const activity = once(() => openVoiceActivity(guard));
  const speaker = once(() => openSpeaker(guard));
  return async (bytes, name, onAlive = () => {}) => {
    const sound = await openSound(bytes, { name });
    const model = await speaker();
    const pieces = new Map<number, EmbeddedPiece[]>();
    const { channels, seconds } = await callChannels(
      alive(sound, onAlive),
      await activity(),
      async (channel, { samples, seconds: net }) => {
        if (!model) return;
        const features = filterBank(samples);
        subtractMean(features);
        const embedded = { vector: await model.embed(features), seconds: net };
        pieces.set(channel, [...(pieces.get(channel) ?? []), embedded]);
        onAlive();
      },
    );
    const { format, sampleRate } = sound;
    return {
      modelled: model !== null,
      voice: {
        format,
        sampleRate,
        seconds,
        channels: channels.map((heard, i) => channelOf(heard, i + 1, seconds)),
      },
      voiceprints: channels.flatMap(({ refused, quality }, i) => {
        const said = pieces.get(i) ?? [];
        return refused || !model || said.length === 0 ? [] : [printOf(model, said, quality, i + 1)];
      }),
    };
  };
}

const bandOf = ({ bandwidth }: SpeechQuality) => (bandwidth === 'narrow' ? 'telephone' : 'wide');

const printOf = (
  model: SpeakerModel,
  pieces: readonly EmbeddedPiece[],
  quality: SpeechQuality,
  channel: number,
): ChannelVoiceprint => ({ channel, ...voiceprintOf(model, pieces, bandOf(quality)) });

/** Whose channel it is, only who knows the lender's wiring can tell: that of the only one, or of all, is the customer's here. */
function channelOf({ quality, refused }: ChannelSpeech, channel: number, seconds: number): VoiceChannel {
  const known = (value: number) => (Number.isFinite(value) ? value : null);
  return {
    channel,
    speaker: 'customer',
    seconds,
    quality: {
      speechSeconds: quality.netSeconds,
      levelDb: known(quality.levelDbfs),
      clipped: quality.clipping,
      snrDb: quality.netSeconds > 0 ? known(quality.snrDb) : null,
      band: bandOf(quality),
    },
    refused: refused?.toJSON() ?? null,
    matches: [],
    spoofProbability: null,
  };
}

/** The sound, with signs of life while it is read: long silence must not look like a thread that hangs. */
function alive(sound: Sound, onAlive: () => void): Sound {
  let last = 0;
  return {
    ...sound,
    async *chunks() {
      for await (const samples of sound.chunks()) {
        const now = performance.now();
        if (now - last >= ALIVE_MS) {
          last = now;
          onAlive();
        }
        yield samples;
      }
    },
  };
}

/** Opened for all who ask; what failed is tried again. */
function once<T>(open: () => Promise<T>): () => Promise<T> {
  let opened: Promise<T> | null = null;
  return () => {
    opened ??= open().catch((error: unknown) => {
      opened = null;
      throw error;
    });
    return opened;
  };
}
