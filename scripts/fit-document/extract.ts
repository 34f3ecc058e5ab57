// A worker thread: every picture handed to it past all signals; what fitting needs goes into the cache.
import { appendFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import {
  CELL,
  cellLayers,
  modelTrack,
  openNetwork,
  runSignals,
  signalStatistics,
  withLearned,
} from '@jianzhen/detector-document';
import { openExhibit } from '@jianzhen/intake';
import { decodeMask } from '@jianzhen/raster';
import { type Extracted, extractedOf, type FitSample } from './samples.ts';

/** What a worker is given. */
export interface Work {
  readonly samples: readonly FitSample[];
  readonly network: { readonly file: string; readonly sha256: string } | null;
}

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

async function opened(sample: FitSample) {
  const exhibit = await openExhibit(readFileSync(sample.file), sample.file);
  const image = await exhibit.page(1);
  await exhibit.close();
  return { image, facts: exhibit.facts, page: 1 };
}

const bytesOf = (planes: Iterable<Float32Array>) =>
  Buffer.concat([...planes].map((plane) => new Uint8Array(plane.buffer, plane.byteOffset, plane.byteLength)));

async function extract(sample: FitSample): Promise<void> {
  if (existsSync(`${sample.cache}.json`)) return;
  const input = await opened(sample);
  const { results, context } = runSignals(input);
  const { columns, rows, layers } = cellLayers(context, results);
  const extracted: Extracted = {
    track: modelTrack(input.image.track),
    columns,
    rows,
    width: input.image.width,
    height: input.image.height,
    names: [...layers.keys()],
    statistics: signalStatistics(results),
  };
  writeFileSync(`${sample.cache}.cells`, bytesOf(layers.values()));
  writeFileSync(`${sample.cache}.truth`, new Uint8Array((await cellTruth(sample, columns, rows)).buffer));
  // Last, so that a picture counts as done only when all of it is there.
  writeFileSync(`${sample.cache}.json`, JSON.stringify(extracted));
}

const { samples, network }: Work = workerData;
const NO_SIGNALS: ReadonlySet<string> = new Set();
const learned =
  network &&
  withLearned(
    (input) => runSignals(input, NO_SIGNALS),
    () => openNetwork(network.file),
  );

/** Puts the network's layers and statistics behind those of the signals, once a network: it changes more often than they do. */
async function appendNetwork(sample: FitSample): Promise<void> {
  if (!network || !learned) return;
  const known = extractedOf(sample);
  if (known.network === network.sha256) return;
  const kept = known.names.filter((name) => !name.startsWith('learned'));
  truncateSync(`${sample.cache}.cells`, 4 * kept.length * known.columns * known.rows);
  const { results, context } = await learned(await opened(sample));
  const added = [...cellLayers(context, results).layers].filter(([name]) => name.startsWith('learned'));
  appendFileSync(`${sample.cache}.cells`, bytesOf(added.map(([, plane]) => plane)));
  const extracted: Extracted = {
    ...known,
    names: [...kept, ...added.map(([name]) => name)],
    statistics: { ...known.statistics, ...signalStatistics(results) },
    network: network.sha256,
  };
  writeFileSync(`${sample.cache}.json`, JSON.stringify(extracted));
}

for (const sample of samples) {
  await extract(sample);
  await appendNetwork(sample);
  parentPort!.postMessage(sample.file);
}
