import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { errors } from '../../errors.ts';

export type SpeechSplit = 'train' | 'validation' | 'test';

/** A recording of one speaker. */
export interface Utterance {
  /** Path below the folder. */
  readonly name: string;
  readonly file: string;
  readonly corpus: 'speechocean' | 'librispeech';
  readonly speaker: string;
  readonly split: SpeechSplit;
}

const FOLDERS = { 'speechocean762-train': 'speechocean', 'librispeech-251': 'librispeech' } as const;
const TRAIN_BUCKETS = 6;
const VALIDATION_BUCKET = 7;

/** By a hash of the speaker, so that no voice is in two parts. */
export function splitOfSpeaker(speaker: string): SpeechSplit {
  const bucket = Number.parseInt(createHash('sha1').update(speaker).digest('hex').slice(0, 8), 16) % 10;
  if (bucket <= TRAIN_BUCKETS) return 'train';
  return bucket === VALIDATION_BUCKET ? 'validation' : 'test';
}

/**
 * The recordings below a folder with `speechocean762-train/SPEAKER…/*.opus` and `librispeech-251/<speaker>-*.opus`, in the order of their names.
 *
 * @throws CodedError `cli.file-missing` where neither is there
 */
export async function readSpeech(folder: string): Promise<Utterance[]> {
  const found: Utterance[] = [];
  for (const [name, corpus] of Object.entries(FOLDERS)) {
    const entries = await readdir(join(folder, name), { withFileTypes: true, recursive: true }).catch(
      () => [],
    );
    for (const entry of entries) {
      if (!entry.isFile() || !entry.name.endsWith('.opus')) continue;
      const file = join(entry.parentPath, entry.name);
      const speaker = corpus === 'speechocean' ? basename(entry.parentPath) : entry.name.split('-')[0]!;
      found.push({ name: relative(folder, file), file, corpus, speaker, split: splitOfSpeaker(speaker) });
    }
  }
  if (found.length === 0) throw errors('cli.file-missing', { file: join(folder, Object.keys(FOLDERS)[0]!) });
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}
