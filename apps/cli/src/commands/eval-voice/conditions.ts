import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ANALYSIS_RATE, openSound, resampler, type Sound } from '@jianzhen/signal';
import { overTelephone, TELEPHONE_RATE, writeWav } from '@jianzhen/simulate';
import { readInput } from '../../inputs.ts';

/** How a recording reached us. `a-law`: 8 kHz, G.711; `amr`: coded before, see docs/voice.md. */
export type Condition = 'wide' | 'a-law' | 'amr';

/** What is measured on: a file, or samples at 16 kHz that were made up. */
export interface Spoken {
  readonly name: string;
  readonly corpus: string;
  readonly speaker: string;
  readonly file?: string;
  readonly samples?: () => Float32Array | Promise<Float32Array>;
}

/** @param coded folder with the AMR twin of each recording: its name with `.amr` for its ending */
export async function soundOf(spoken: Spoken, condition: Condition, coded?: string): Promise<Sound> {
  if (condition === 'amr') {
    const twin = join(coded!, spoken.name.replace(/\.\w+$/, '.amr'));
    return openSound(await readInput(twin), { name: twin });
  }
  if (condition === 'wide' && spoken.file)
    return openSound(await readFile(spoken.file), { name: spoken.name });
  const samples = await samplesOf(spoken);
  return openSound(
    condition === 'wide'
      ? writeWav([samples], ANALYSIS_RATE)
      : writeWav([overTelephone(samples)], TELEPHONE_RATE, 'a-law'),
  );
}

/** Samples at 16 kHz. */
export async function samplesOf({ samples, file, name }: Spoken): Promise<Float32Array> {
  return samples ? samples() : monoAt16k(await openSound(await readFile(file!), { name }));
}

/** A whole recording of one channel at 16 kHz. */
export async function monoAt16k(sound: Sound): Promise<Float32Array> {
  const way = resampler(sound.sampleRate, ANALYSIS_RATE);
  const pieces: Float32Array[] = [];
  for await (const [channel] of sound.chunks()) pieces.push(way.push(channel!));
  pieces.push(way.end());
  const samples = new Float32Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    samples.set(piece, at);
    at += piece.length;
  }
  return samples;
}
