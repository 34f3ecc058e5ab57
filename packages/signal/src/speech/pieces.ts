import { ANALYSIS_RATE } from '../types.ts';
import { WINDOW_SAMPLES } from '../vad/silero.ts';

/** Net speech without the pauses, as a speaker model takes it. */
export interface SpeechPiece {
  /** At 16 kHz, at most 6 s. */
  readonly samples: Float32Array;
  /** Net. */
  readonly seconds: number;
  /** Where in the recording it begins and ends, s, pauses included. */
  readonly start: number;
  readonly end: number;
}

/** Windows of a piece: 5.98 s. */
export const PIECE_WINDOWS = Math.floor((6 * ANALYSIS_RATE) / WINDOW_SAMPLES);
/** A rest shorter than this (1.5 s) is no piece of its own: voices of so little speech are told apart badly. */
const REST_WINDOWS = 47;

/** Collects windows of speech and cuts them into pieces. */
export interface PieceCutter {
  /** @param index of the window in the recording; the last window may be short */
  push(window: Float32Array, index: number): SpeechPiece | null;
  /** What is left: one piece, or two of equal length. */
  end(): SpeechPiece[];
}

export function pieceCutter(): PieceCutter {
  let windows: Float32Array[] = [];
  let indices: number[] = [];
  const cut = (count: number): SpeechPiece => {
    const taken = windows.slice(0, count);
    const samples = new Float32Array(taken.reduce((sum, { length }) => sum + length, 0));
    taken.forEach((window, i) => {
      samples.set(window, i * WINDOW_SAMPLES);
    });
    const last = indices[count - 1]! * WINDOW_SAMPLES + taken.at(-1)!.length;
    const start = (indices[0]! * WINDOW_SAMPLES) / ANALYSIS_RATE;
    windows = windows.slice(count);
    indices = indices.slice(count);
    return { samples, seconds: samples.length / ANALYSIS_RATE, start, end: last / ANALYSIS_RATE };
  };
  return {
    push(window, index) {
      windows.push(window);
      indices.push(index);
      return windows.length === PIECE_WINDOWS + REST_WINDOWS ? cut(PIECE_WINDOWS) : null;
    },
    end() {
      const count = windows.length > PIECE_WINDOWS ? Math.ceil(windows.length / 2) : windows.length;
      const pieces: SpeechPiece[] = [];
      while (windows.length > 0) pieces.push(cut(Math.min(count, windows.length)));
      return pieces;
    },
  };
}
