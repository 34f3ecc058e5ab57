import type { Samples, Sound } from '../types.ts';
import type { VoiceActivity } from '../vad/silero.ts';
import { type ChannelListener, type ChannelSpeech, channelListener } from './channel.ts';
import type { SpeechPiece } from './pieces.ts';

/** Takes a piece of speech; the recording is read on once it is done with it. */
export type PieceTaker = (channel: number, piece: SpeechPiece) => void | Promise<void>;

export interface CallSpeech {
  /** One a channel; one alone where the second says the same as the first. */
  readonly channels: readonly ChannelSpeech[];
  /** Decoded, s. */
  readonly seconds: number;
  /**
   * Seconds from the start for which both channels were the same, so that its speech may be anybody's; 0 where they differ from
   * the first on, or where there is one channel.
   */
  readonly sameUntil: number;
}

/** Channels that differ by less than this share of their energy (-50 dB), or than -80 dBFS, are the same, coded twice. */
const SAME = 1e-5;
const NEXT_TO_NOTHING = 1e-8;

/**
 * Hears a whole recording, each channel for itself, and hands on speech in pieces of at most 6 s. Memory does not grow with its
 * length. A recording in two channels that are the same is one voice line: its second channel is heard from the first
 * difference on only.
 *
 * @throws CodedError of `Sound.chunks`; whether speech will do stands in the answer
 */
export async function callChannels(
  sound: Sound,
  activity: VoiceActivity,
  taker: PieceTaker = () => {},
): Promise<CallSpeech> {
  const listeners: ChannelListener[] = [];
  let frames = 0;
  let sameFrames = 0;
  const hand = async (channel: number, pieces: readonly SpeechPiece[]) => {
    for (const piece of pieces) await taker(channel, piece);
  };
  for await (const samples of sound.chunks()) {
    const active = listeners.length === 2 || !same(samples) ? samples : samples.slice(0, 1);
    for (const [channel, piece] of active.entries()) {
      listeners[channel] ??= channelListener(activity, sound.sampleRate, frames / sound.sampleRate);
      await hand(channel, await listeners[channel].push(piece));
    }
    frames += samples[0]!.length;
    if (samples.length === 2 && listeners.length === 1) sameFrames = frames;
  }
  const channels: ChannelSpeech[] = [];
  for (const [channel, listener] of listeners.entries()) {
    const { pieces, heard } = await listener.end();
    await hand(channel, pieces);
    channels.push(heard);
  }
  return { channels, seconds: frames / sound.sampleRate, sameUntil: sameFrames / sound.sampleRate };
}

function same([left, right]: Samples): boolean {
  if (!left || !right) return true;
  let [energy, difference] = [0, 0];
  for (let i = 0; i < left.length; i++) {
    const [a, b] = [left[i]!, right[i]!];
    energy += a * a + b * b;
    difference += (a - b) ** 2;
  }
  return difference <= Math.max(SAME * energy, NEXT_TO_NOTHING * left.length);
}
