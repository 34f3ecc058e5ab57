import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { examineLabelled, type LabelledSample, operatingPoints } from '@jianzhen/engine';
import { wilson } from '@jianzhen/evaluate';
import type { BenchRow } from './table.ts';

const PICTURE = /\.(jpe?g|png|webp|tiff?|bmp)$/i;

/**
 * False alarms on pictures that nobody edited and of kinds that nothing was trained on: every picture below the folders of
 * `JIANZHEN_UNTOUCHED` (separated by colons), a row for each folder that holds some, and one for all.
 */
export async function run(): Promise<BenchRow[]> {
  const roots = (process.env.JIANZHEN_UNTOUCHED ?? '').split(':').filter(Boolean);
  if (roots.length === 0) {
    console.error('untouched: set JIANZHEN_UNTOUCHED to folders of pictures that nobody edited');
    process.exit(1);
  }
  const found: { name: string; folder: string; path: string }[] = [];
  for (const root of roots) {
    for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !PICTURE.test(entry.name)) continue;
      const path = join(entry.parentPath, entry.name);
      found.push({ path, name: relative(root, path), folder: relative(join(root, '..'), entry.parentPath) });
    }
  }
  found.sort((a, b) => a.path.localeCompare(b.path));
  const samples = found.map(
    ({ name, folder, path }): LabelledSample => ({
      row: { file: name, label: 0, mask: '', columns: { source: path, pipeline: folder } },
      read: () => readFile(path),
      readMask: null,
    }),
  );
  const byFolder = new Map<string, number[]>();
  let unreadable = 0;
  for await (const { input, outcome } of examineLabelled(samples)) {
    if ('error' in outcome) {
      unreadable++;
      console.error(`  ${input.row.file}: ${outcome.error.code}`);
      continue;
    }
    const { pipeline, probability } = outcome.value;
    byFolder.set(pipeline, [...(byFolder.get(pipeline) ?? []), probability]);
    if (probability >= operatingPoints.forged) console.error(`  called forged: ${input.row.columns.source}`);
  }
  if (unreadable > 0) console.error(`  ${unreadable} could not be read and are not counted`);
  const row = (folder: string, probabilities: readonly number[]): BenchRow => {
    const at = (point: number) => probabilities.filter((p) => p >= point).length;
    const { low, high } = wilson(at(operatingPoints.forged), probabilities.length);
    const percent = (value: number) => Number((100 * value).toFixed(1));
    return {
      folder,
      images: probabilities.length,
      'called forged %': percent(at(operatingPoints.forged) / probabilities.length),
      '95% interval': `${percent(low)}–${percent(high)}`,
      'called suspicious or forged %': percent(at(operatingPoints.suspicious) / probabilities.length),
    };
  };
  return [
    row('all', [...byFolder.values()].flat()),
    ...[...byFolder].map(([folder, probabilities]) => row(folder, probabilities)),
  ];
}
