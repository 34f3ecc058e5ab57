import type { CodedError, Voiceprint } from '@jianzhen/evidence';
import {
  callChannels,
  filterBank,
  type Sound,
  type SoundWarning,
  type SpeechPiece,
  type SpeechQuality,
  subtractMean,
  type VoiceActivity,
} from '@jianzhen/signal';
import { errors } from '../errors.ts';
import type { SpeakerModel } from '../model/types.ts';
import { type EmbeddedPiece, voiceprintOf } from '../voiceprint.ts';

/** What listens. */
export interface Ears {
  readonly model: SpeakerModel;
  readonly activity: VoiceActivity;
}

/** One channel of a recording. */
export interface HeardChannel {
  /** From 1. */
  readonly channel: number;
  readonly quality: SpeechQuality;
  /** Why there is no voiceprint; null where there is one. */
  readonly refused: CodedError | null;
  readonly warnings: readonly SoundWarning[];
  readonly voiceprint: Voiceprint | null;
}

export interface HeardVoices {
  readonly seconds: number;
  /** See `CallSpeech`. */
  readonly sameUntil: number;
  readonly channels: readonly HeardChannel[];
}

/**
 * Hears a recording, each channel for itself, as a stream: each piece of speech goes through the network as soon as it is complete. A channel that
 * the gate refuses has no voiceprint and says why.
 *
 * @param onPiece called with each piece and its channel, from 1, before it goes through the network
 * @throws CodedError what `Sound.chunks` throws
 */
export async function hearVoices(
  sound: Sound,
  { model, activity }: Ears,
  onPiece: (channel: number, piece: SpeechPiece) => void = () => {},
): Promise<HeardVoices> {
  const pieces: EmbeddedPiece[][] = [];
  const call = await callChannels(sound, activity, async (channel, piece) => {
    onPiece(channel + 1, piece);
    const { samples, seconds } = piece;
    const features = filterBank(samples);
    // A rest of less than a frame holds nothing.
    if (features.frames === 0) return;
    subtractMean(features);
    pieces[channel] ??= [];
    pieces[channel].push({ vector: await model.embed(features), seconds });
  });
  return {
    seconds: call.seconds,
    sameUntil: call.sameUntil,
    channels: call.channels.map(({ quality, refused, warnings }, i) => ({
      channel: i + 1,
      quality,
      refused,
      warnings,
      voiceprint: refused
        ? null
        : voiceprintOf(model, pieces[i] ?? [], quality.bandwidth === 'narrow' ? 'telephone' : 'wide'),
    })),
  };
}

/**
 * The channel that was asked for, or the only one there is.
 *
 * @param channel from 1
 * @throws CodedError `voice.channel-needed`, `voice.no-such-channel`, and the gate's refusal
 */
export function voiceOf(
  { channels }: HeardVoices,
  channel?: number,
): HeardChannel & { voiceprint: Voiceprint } {
  if (channel === undefined && channels.length > 1)
    throw errors('voice.channel-needed', { channels: channels.length });
  const heard = channels[(channel ?? 1) - 1];
  if (!heard) throw errors('voice.no-such-channel', { channel: channel ?? 1, channels: channels.length });
  const { voiceprint, refused } = heard;
  if (refused) throw refused;
  return { ...heard, voiceprint: voiceprint! };
}
