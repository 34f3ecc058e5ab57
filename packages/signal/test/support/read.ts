import { CodedError } from '@jianzhen/evidence';
import type { ByteSource } from '../../src/bytes.ts';
import { type OpenSoundOptions, openSound } from '../../src/open.ts';
import type { Sound } from '../../src/types.ts';

/** The whole recording, a channel each. */
export async function readAll(source: ByteSource, options: OpenSoundOptions = {}) {
  const sound = await openSound(source, options);
  return { sound, channels: await drain(sound) };
}

export async function drain(sound: Sound): Promise<Float32Array[]> {
  const pieces: Float32Array[][] = [];
  for await (const samples of sound.chunks()) {
    for (const [channel, piece] of samples.entries()) {
      pieces[channel] ??= [];
      pieces[channel].push(piece);
    }
  }
  return pieces.map(join);
}

export function join(pieces: readonly Float32Array[]): Float32Array {
  const joined = new Float32Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

/** The code that a recording is refused with; null where it is read to its end. */
export async function refusal(source: ByteSource, options: OpenSoundOptions = {}): Promise<string | null> {
  try {
    await readAll(source, options);
    return null;
  } catch (error) {
    if (error instanceof CodedError) return error.code;
    throw error;
  }
}

/** The bytes as they come from a network: pieces of these lengths, over and over. */
export async function* trickle(bytes: Uint8Array, lengths: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const length = lengths[i % lengths.length]!;
    yield bytes.subarray(at, at + length);
    at += length;
  }
}
