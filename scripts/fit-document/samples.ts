import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseManifest } from '@jianzhen/evaluate';
import { isHeld } from '@jianzhen/simulate';

/** One picture of the labelled set and where its extracted inputs lie. */
export interface FitSample {
  readonly file: string;
  readonly mask: string | null;
  readonly label: 0 | 1;
  readonly source: string;
  readonly op: string;
  readonly pipeline: string;
  readonly cache: string;
}

/** What extraction leaves of a picture: statistics and, beside it, the cell matrix and the truth per cell. */
export interface Extracted {
  readonly track: 'jpeg' | 'pixel';
  readonly columns: number;
  readonly rows: number;
  readonly width: number;
  readonly height: number;
  readonly names: readonly string[];
  readonly statistics: Readonly<Record<string, number>>;
  /** SHA-256 of the network whose layers stand last among the cells. */
  readonly network?: string;
}

export function samplesOf(manifest: string, cache: string): FitSample[] {
  const folder = dirname(resolve(manifest));
  return parseManifest(readFileSync(manifest, 'utf8'), manifest).map(({ file, label, mask, columns }) => ({
    file: join(folder, file),
    mask: mask ? join(folder, mask) : null,
    label,
    source: columns.source ?? file,
    op: columns.op ?? 'any',
    pipeline: columns.pipeline ?? 'any',
    cache: join(cache, `${folder.replace(/\W+/g, '_')}_${file.replace(/\W+/g, '_')}`),
  }));
}

export const extractedOf = (sample: FitSample): Extracted =>
  JSON.parse(readFileSync(`${sample.cache}.json`, 'utf8'));

function floats(path: string): Float32Array {
  const bytes = readFileSync(path);
  return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
}

export const cellsOf = (sample: FitSample): Float32Array => floats(`${sample.cache}.cells`);

/** Share of each cell that was altered, 0–1. */
export const truthOf = (sample: FitSample): Float32Array => floats(`${sample.cache}.truth`);

/** Whether the network never learned from its source. */
export const heldFromNetwork = ({ source }: FitSample): boolean => isHeld(source);
