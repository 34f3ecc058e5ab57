import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spoofFeatures } from '@jianzhen/detector-voice';
import { openSound } from '@jianzhen/signal';

export type Split = 'train' | 'validation' | 'test';

/** A recording of the set that training/voice/spoof/make.py makes. */
export interface Recording {
  readonly file: string;
  /** `genuine`, or how it was made. */
  readonly attack: string;
  /** Attacks that are left out together; `genuine`. */
  readonly family: string;
  readonly speaker: string;
  readonly split: Split;
  readonly codec: string;
  readonly features: Readonly<Record<string, number>>;
}

type Row = Omit<Recording, 'features'>;
/** Change it with the features, so that what was kept of others is not taken. */
const FEATURES = '1';

/** All recordings with what the model sees of them; kept beside the manifest, for they take a while. */
export async function readSet(folder: string): Promise<Recording[]> {
  const [head, ...lines] = readFileSync(join(folder, 'manifest.csv'), 'utf8').trim().split(/\r?\n/);
  const names = head!.split(',');
  const rows = lines.map(
    (line) => Object.fromEntries(line.split(',').map((value, i) => [names[i]!, value])) as unknown as Row,
  );
  const cache = join(folder, `features-${FEATURES}.json`);
  const kept: Record<string, Recording['features']> = existsSync(cache)
    ? JSON.parse(readFileSync(cache, 'utf8'))
    : {};
  for (const { file } of rows) kept[file] ??= spoofFeatures([await samples(join(folder, file))]);
  writeFileSync(cache, JSON.stringify(kept));
  return rows.map((row) => ({ ...row, features: kept[row.file]! }));
}

async function samples(file: string): Promise<Float32Array> {
  const all: number[] = [];
  for await (const [channel] of (await openSound(readFileSync(file))).chunks())
    for (const sample of channel!) all.push(sample);
  return Float32Array.from(all);
}
