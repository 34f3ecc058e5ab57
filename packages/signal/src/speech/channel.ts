import { type GateVerdict, judgeSpeech } from '../quality/gate.ts';
import { qualityMeter, type SpeechQuality } from '../quality/meter.ts';
import type { VoiceActivity } from '../vad/silero.ts';
import { type HeardWindow, listener } from './listener.ts';
import { pieceCutter, type SpeechPiece } from './pieces.ts';

/** What was heard in one channel, from first to last. */
export interface ChannelSpeech extends GateVerdict {
  readonly quality: SpeechQuality;
  readonly pieces: number;
}

/** Listens to one channel of a recording. */
export interface ChannelListener {
  /** @param samples at the recording's own rate */
  push(samples: Float32Array): Promise<SpeechPiece[]>;
  end(): Promise<{ readonly pieces: SpeechPiece[]; readonly heard: ChannelSpeech }>;
}

/** @param offset s of the recording that lie before the first sample */
export function channelListener(
  activity: VoiceActivity,
  sampleRate: number,
  offset: number,
): ChannelListener {
  const listening = listener(activity, sampleRate);
  const cutter = pieceCutter();
  const meter = qualityMeter();
  let pieces = 0;

  const placed = (piece: SpeechPiece): SpeechPiece => {
    pieces++;
    return { ...piece, start: piece.start + offset, end: piece.end + offset };
  };
  const take = (windows: readonly HeardWindow[]): SpeechPiece[] => {
    const cut: SpeechPiece[] = [];
    for (const { samples, index, speech } of windows) {
      // The last window of a recording can be empty but for the silence that filled it up.
      if (samples.length === 0) continue;
      meter.add(samples, speech);
      const piece = speech ? cutter.push(samples, index) : null;
      if (piece) cut.push(placed(piece));
    }
    return cut;
  };
  return {
    push: async (samples) => take(await listening.push(samples)),
    async end() {
      const last = [...take(await listening.end()), ...cutter.end().map(placed)];
      const quality = meter.quality();
      return { pieces: last, heard: { quality, pieces, ...judgeSpeech(quality, meter.peakDbfs()) } };
    },
  };
}
