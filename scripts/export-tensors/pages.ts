import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseManifest } from '@jianzhen/evaluate';

/** A page of a labelled set that is to be written. */
export interface ExportPage {
  readonly id: string;
  readonly file: string;
  readonly mask: string | null;
  readonly label: 0 | 1;
  readonly set: string;
  readonly split: string;
  readonly source: string;
  readonly op: string;
  readonly pipeline: string;
}

/** Splits by the rule on sources (first eight hex digits of SHA-1, modulo 10): 0–3 train, 4 validation, 5 test. */
const SPLITS = ['train', 'train', 'train', 'train', 'validation', 'test'];

const sha1 = (text: string) => createHash('sha1').update(text).digest('hex');

/** A rendered document carries its split in the folder's name, a photographed one in the manifest or by the rule. */
function splitOf(folder: string, columns: Readonly<Record<string, string>>, source: string): string {
  if (columns.split) return columns.split;
  if (/val/.test(basename(folder))) return 'validation';
  if (/train/.test(basename(folder))) return 'train';
  return SPLITS[Number.parseInt(sha1(source).slice(0, 8), 16) % 10] ?? 'unassigned';
}

/** Pages of a manifest, sources in an order that says nothing of them, so that any beginning is a fair sample. */
export function pagesOf(manifest: string): ExportPage[] {
  const folder = dirname(resolve(manifest));
  return parseManifest(readFileSync(manifest, 'utf8'), manifest)
    .map(({ file, label, mask, columns }) => {
      const source = columns.source ?? file;
      return {
        id: `${basename(folder)}/${file}`,
        file: join(folder, file),
        mask: mask ? join(folder, mask) : null,
        label,
        set: columns.set ?? basename(folder),
        split: splitOf(folder, columns, source),
        source,
        op: columns.op ?? 'any',
        pipeline: columns.pipeline ?? 'any',
      };
    })
    .sort((a, b) => sha1(a.source).localeCompare(sha1(b.source)));
}
