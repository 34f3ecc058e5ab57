import { existsSync } from 'node:fs';
import {
  type Ears,
  type HeardChannel,
  hearVoices,
  type SpoofModel,
  type SpoofReason,
  spoof,
} from '@jianzhen/detector-voice';
import { type ChannelVoiceprint, once, type Voice, type VoiceChannel } from '@jianzhen/evidence';
import { callChannels, openSound, openVoiceActivity, type Sound, type SpeechPiece } from '@jianzhen/signal';
import { openEars, readSpoofModel, voiceModelFiles } from './models.ts';

type Guard = <T>(work: () => Promise<T>) => Promise<T>;

export interface Heard {
  readonly voice: Voice;
  /** Of the channels with enough speech; none without a speaker model. */
  readonly voiceprints: readonly ChannelVoiceprint[];
  /** Advice on who may be a machine, by channel. */
  readonly advice: readonly { readonly channel: number; readonly reasons: readonly SpoofReason[] }[];
  /** Whether a speaker model is installed. */
  readonly modelled: boolean;
}

/** Listens to whole recordings, one after another. */
export type Listener = (bytes: Uint8Array, name: string, onAlive?: () => void) => Promise<Heard>;

/** A sign of life is given at most so often. */
const ALIVE_MS = 500;
/** Pieces of each channel, of at most 6 s, that are looked at for machines. */
const SPOOF_PIECES = 10;

/**
 * Who speaks on each channel of a recording, in pieces, so that memory does not grow with its length. Networks are opened with the first.
 * @throws CodedError of `openSound` for what cannot be read; of the models
 */
export function createListener(guard: Guard): Listener {
  const ears = once(async () => (existsSync(voiceModelFiles().model) ? openEars({ guard }) : null));
  const activity = once(() => openVoiceActivity(guard));
  const machines = once(readSpoofModel);
  const hear = async (
    sound: Sound,
    open: Ears | null,
    onPiece: (channel: number, piece: SpeechPiece) => void,
  ): Promise<{ readonly seconds: number; readonly channels: readonly Channel[] }> => {
    if (open) return hearVoices(sound, open, onPiece);
    const call = await callChannels(sound, await activity(), (i, piece) => onPiece(i + 1, piece));
    return {
      seconds: call.seconds,
      channels: call.channels.map((one, i) => ({ ...one, channel: i + 1, voiceprint: null })),
    };
  };
  return async (bytes, name, onAlive = () => {}) => {
    const sound = await openSound(bytes, { name });
    const open = await ears();
    const pieces = new Map<number, Float32Array[]>();
    const { seconds, channels } = await hear(alive(sound, onAlive), open, (channel, { samples }) => {
      onAlive();
      const kept = pieces.get(channel) ?? [];
      if (kept.length < SPOOF_PIECES) pieces.set(channel, [...kept, samples]);
    });
    const model = await machines();
    const judged = channels.map((one) => ({
      one,
      machine: machineOn(one, pieces.get(one.channel) ?? [], model),
    }));
    const { format, sampleRate } = sound;
    return {
      modelled: open !== null,
      voice: {
        ...{ format, sampleRate, seconds },
        channels: judged.map(({ one, machine }) => channelOf(one, seconds, machine?.probability ?? null)),
      },
      voiceprints: channels.flatMap(({ channel, voiceprint }) =>
        voiceprint ? [{ channel, ...voiceprint }] : [],
      ),
      advice: judged.flatMap(({ one: { channel }, machine }) =>
        machine ? [{ channel, reasons: machine.reasons }] : [],
      ),
    };
  };
}

type Channel = Pick<HeardChannel, 'channel' | 'quality' | 'refused' | 'voiceprint'>;

const machineOn = ({ refused }: Channel, pieces: readonly Float32Array[], model: SpoofModel | null) =>
  refused || !model ? null : spoof(pieces, model);

/** Whose channel it is, only who knows the lender's wiring can tell: it is taken for the customer's here. */
function channelOf(
  { channel, quality, refused }: Channel,
  seconds: number,
  spoofProbability: number | null,
): VoiceChannel {
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
      band: quality.bandwidth === 'narrow' ? 'telephone' : 'wide',
    },
    refused: refused?.toJSON() ?? null,
    matches: [],
    spoofProbability,
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
