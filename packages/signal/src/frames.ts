import type { Samples } from './types.ts';

/** Pieces of sound one after the other, as one. */
export function joined(pieces: readonly Samples[], channels: number): Float32Array[] {
  return Array.from({ length: channels }, (_, channel) => {
    const whole = new Float32Array(pieces.reduce((sum, piece) => sum + piece[channel]!.length, 0));
    let at = 0;
    for (const piece of pieces) {
      whole.set(piece[channel]!, at);
      at += piece[channel]!.length;
    }
    return whole;
  });
}
