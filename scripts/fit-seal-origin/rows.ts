import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { type OriginPlanes, PLANES } from '@jianzhen/detector-seal';
import type { SealMaker } from '@jianzhen/simulate';
import { planesOf } from './bytes.ts';

/** A seal of a set: how it was made, what it measures, and where its planes lie. */
export interface OriginRow {
  /** What folds go by: seals of one page stay together. */
  readonly page: string;
  readonly capture: string;
  /** `tile`: a real imprint on a photograph. */
  readonly maker: SealMaker | 'tile';
  readonly width: number;
  readonly height: number;
  readonly offset: number;
  readonly statistics: Readonly<Record<string, number>>;
}

export const readRows = (folder: string): OriginRow[] =>
  readFileSync(join(folder, 'seals.ndjson'), 'utf8')
    .trim()
    .split('\n')
    .map((line): OriginRow => JSON.parse(line));

/** Every seal of a set with its planes, one at a time: together they take gigabytes. */
export function* withPlanes(folder: string): Generator<readonly [OriginRow, OriginPlanes]> {
  const file = openSync(join(folder, 'seals.bin'), 'r');
  for (const row of readRows(folder)) {
    const bytes = new Uint8Array(PLANES.length * row.width * row.height);
    readSync(file, bytes, 0, bytes.length, row.offset);
    yield [row, planesOf(bytes, row.width, row.height)];
  }
  closeSync(file);
}

export const isLayer = ({ maker }: OriginRow): boolean => maker !== 'stamp' && maker !== 'tile';
