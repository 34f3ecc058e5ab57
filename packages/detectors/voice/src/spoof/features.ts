import { excitation } from './excitation.ts';
import { lfcc } from './lfcc.ts';
import { cepstralMovement, modulation } from './movement.ts';
import type { Named } from './statistics.ts';

/** What the model of spoofing sees of a recording. Speech alone, for pauses tell synthesisers from recordings on sets, not in life. */
export function spoofFeatures(pieces: readonly Float32Array[]): Named {
  const samples = joined(pieces);
  const frames = lfcc(samples);
  return { ...cepstralMovement(frames), ...modulation(frames), ...excitation(samples) };
}

function joined(pieces: readonly Float32Array[]): Float32Array {
  const [only] = pieces;
  if (only && pieces.length === 1) return only;
  const all = new Float32Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
