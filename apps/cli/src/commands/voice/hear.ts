import { availableParallelism } from 'node:os';
import { type Ears, type HeardChannel, hearVoices, voiceOf } from '@jianzhen/detector-voice';
import { inOrder, type Outcome } from '@jianzhen/engine';
import type { Voiceprint } from '@jianzhen/evidence';
import { openSound } from '@jianzhen/signal';
import { readPieces } from '../../inputs.ts';
import { progress } from '../../output/terminal.ts';

export type HeardVoice = HeardChannel & { readonly voiceprint: Voiceprint };

export interface HearOptions {
  /** Where files lie, if not where their names say. */
  readonly pathOf?: (file: string) => string;
  /** From 1; only recordings of one channel unless told. */
  readonly channel?: number | undefined;
}

/** Hears one recording. @throws CodedError `cli.file-…`, `sound.…`, `voice.channel-needed`, `voice.no-such-channel` */
export async function hearFile(ears: Ears, file: string, channel?: number): Promise<HeardVoice> {
  const sound = await openSound(readPieces(file), { name: file });
  return voiceOf(await hearVoices(sound, ears), channel);
}

/** Hears each file once, in order, with a bar on a terminal; what cannot be heard is its outcome and stops nothing. */
export async function* hearFiles(
  ears: Ears,
  files: readonly string[],
  { pathOf = (file) => file, channel }: HearOptions = {},
): AsyncGenerator<{ file: string; outcome: Outcome<HeardVoice> }> {
  const bar = progress(files.length);
  try {
    // While one is in the network, the next one's filter bank is worked out.
    const width = Math.min(2, availableParallelism());
    for await (const { input: file, outcome } of inOrder(files, width, (name) =>
      hearFile(ears, pathOf(name), channel),
    )) {
      bar.advance();
      yield { file, outcome };
    }
  } finally {
    bar.stop();
  }
}
