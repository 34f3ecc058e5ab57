// One page read in a process of its own, `node bench/measure-reading.ts FILE ROUNDS THREADS`: prints times by stage and peak memory as JSON.
import { readFileSync } from 'node:fs';
import { type Network, openNetworks, readerWith } from '@jianzhen/detector-papers';
import { decodeImage } from '@jianzhen/raster';

export interface ReadingMeasure {
  /** Milliseconds of the first page, loading of the networks included, and the best of those after it. */
  readonly cold: number;
  readonly warm: number;
  /** Processor time of that best page, all threads, milliseconds. */
  readonly cpu: number;
  /** Milliseconds within each network on that page, and how often it ran. */
  readonly networks: Readonly<Record<string, { readonly ms: number; readonly runs: number }>>;
  readonly lines: number;
  /** Most resident memory that the process ever had, MB. */
  readonly peakMb: number;
}

const [file, rounds, threads] = process.argv.slice(2);
const image = await decodeImage(readFileSync(file!));
const opened = await openNetworks(threads === '2' ? 2 : 1);
let spent: Record<string, { ms: number; runs: number }> = {};
const timed =
  (name: string, network: Network): Network =>
  async (data, shape, use) => {
    const started = performance.now();
    // What is made of the output is not the network's time.
    let ended = started;
    const result = await network(data, shape, (out, size) => {
      ended = performance.now();
      return use(out, size);
    });
    const known = spent[name] ?? { ms: 0, runs: 0 };
    spent[name] = { ms: known.ms + ended - started, runs: known.runs + 1 };
    return result;
  };
const reader = readerWith({
  ...opened,
  detection: timed('detection', opened.detection),
  orientation: timed('orientation', opened.orientation),
  recognition: timed('recognition', opened.recognition),
});
let best: Pick<ReadingMeasure, 'warm' | 'cpu' | 'networks' | 'lines'> | null = null;
let cold = 0;
for (let round = 0; round <= Number(rounds); round++) {
  spent = {};
  const before = process.cpuUsage();
  const started = performance.now();
  const { lines } = await reader.read(image);
  const warm = performance.now() - started;
  const { user, system } = process.cpuUsage(before);
  if (round === 0) cold = warm;
  else if (!best || warm < best.warm)
    best = { warm, cpu: (user + system) / 1000, networks: spent, lines: lines.length };
}
const peakMb = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ cold, ...best!, peakMb } satisfies ReadingMeasure));
