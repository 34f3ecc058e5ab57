// A worker thread: every picture handed to it past all signals; what fitting needs goes into the cache.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { CELL, cellLayers, modelTrack, runSignals, signalStatistics } from '@jianzhen/detector-document';
import { openExhibit } from '@jianzhen/intake';
import { decodeMask } from '@jianzhen/raster';
import type { Extracted, FitSample } from './samples.ts';

async function cellTruth(sample: FitSample, columns: number, rows: number): Promise<Float32Array> {
  const share = new Float32Array(columns * rows);
  if (!sample.mask) return share;
  const { width, height, data } = await decodeMask(readFileSync(sample.mask));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (data[y * width + x]! >= 128)
        share[Math.floor(y / CELL) * columns + Math.floor(x / CELL)]! += 1 / (CELL * CELL);
    }
  }
  return share;
}

async function extract(sample: FitSample): Promise<void> {
  if (existsSync(`${sample.cache}.json`)) return;
  const exhibit = await openExhibit(readFileSync(sample.file), sample.file);
  const image = await exhibit.page(1);
  const input = { image, facts: exhibit.facts, page: 1 };
  const { results, context } = runSignals(input);
  await exhibit.close();
  const { columns, rows, layers } = cellLayers(context, results);
  const extracted: Extracted = {
    track: modelTrack(image.track),
    columns,
    rows,
    width: image.width,
    height: image.height,
    names: [...layers.keys()],
    statistics: signalStatistics(results),
  };
  writeFileSync(
    `${sample.cache}.cells`,
    Buffer.concat(
      [...layers.values()].map((layer) => new Uint8Array(layer.buffer, layer.byteOffset, layer.byteLength)),
    ),
  );
  writeFileSync(`${sample.cache}.truth`, new Uint8Array((await cellTruth(sample, columns, rows)).buffer));
  // Last, so that a picture counts as done only when all of it is there.
  writeFileSync(`${sample.cache}.json`, JSON.stringify(extracted));
}

for (const sample of workerData as FitSample[]) {
  await extract(sample);
  parentPort!.postMessage(sample.file);
}
