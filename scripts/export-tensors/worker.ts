// A worker thread: every page handed to it as network input and truth in one raw file.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { CELL, networkInput } from '@jianzhen/detector-document';
import { openExhibit } from '@jianzhen/intake';
import { decodeMask } from '@jianzhen/raster';
import type { TensorEntry } from './entry.ts';
import type { ExportPage } from './pages.ts';

/** Altered pixels of each cell, 0–64. */
async function alteredPixels(mask: string | null, columns: number, rows: number): Promise<Uint8Array> {
  const counts = new Uint8Array(columns * rows);
  if (!mask) return counts;
  const { width, height, data } = await decodeMask(readFileSync(mask));
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / CELL) * columns;
    for (let x = 0; x < width; x++) {
      if (data[y * width + x]! >= 128) counts[row + Math.floor(x / CELL)]!++;
    }
  }
  return counts;
}

async function write(page: ExportPage, out: string): Promise<TensorEntry> {
  const exhibit = await openExhibit(readFileSync(page.file), page.file);
  const image = await exhibit.page(1);
  const { columns, rows, luma, chroma, levels, quantization } = networkInput(image);
  await exhibit.close();
  const coefficients = quantization[0]! > 0;
  const path = join('pages', `${page.id.replace(/\W+/g, '_')}.raw`);
  const parts = [luma, chroma, await alteredPixels(page.mask, columns, rows)];
  writeFileSync(
    join(out, path),
    Buffer.concat(coefficients ? [...parts, new Uint8Array(levels.buffer)] : parts),
  );
  const { id, set, split, source, op, pipeline, label } = page;
  const size = { width: image.width, height: image.height, columns, rows };
  const table = coefficients ? [...quantization] : [];
  return { id, path, set, split, source, op, pipeline, label, ...size, coefficients, quantization: table };
}

const { out, pages } = workerData as { out: string; pages: readonly ExportPage[] };
for (const page of pages) parentPort!.postMessage(await write(page, out));
