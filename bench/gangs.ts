import { execFile, spawn } from 'node:child_process';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { departments } from './gangs/departments.ts';
import { validate } from './gangs/graphalytics.ts';
import type { Measured } from './gangs/measure.ts';
import type { BenchRow } from './table.ts';

/** Graphology holds a link in about a kilobyte: it is measured at a size that fits, and compared by the link. */
const GRAPHOLOGY_SHARE = 0.02;

const script = new URL('./gangs/measure.ts', import.meta.url).pathname;

async function measure(what: string, links: number, ...more: string[]): Promise<Measured> {
  const { stdout } = await promisify(execFile)(process.execPath, [script, what, String(links), ...more]);
  return JSON.parse(stdout);
}

/** Links as strings, in a file that is removed at the end. */
async function measureCsv(links: number): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'jianzhen-bench-'));
  try {
    const file = join(folder, 'links.csv');
    const writer = spawn(process.execPath, [script, 'write', String(links)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await pipeline(writer.stdout, createWriteStream(file));
    return await measure('csv', links, file);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const row = (
  measured: string,
  links: number,
  { seconds, cpuSeconds, peakMb }: Measured,
  beside: number | string = '',
): BenchRow => ({
  measured,
  size: `${links.toLocaleString('en')} links`,
  figure: `${seconds.toFixed(2)} s`,
  more: `${cpuSeconds.toFixed(1)} CPU-s, ${Math.round(peakMb)} MB`,
  'times graphology, by the link': beside,
});

/** `graphs` in the data folder, or beside the folder of documents that other benches are given. */
function graphsFolder(): string | undefined {
  const data = process.env.JIANZHEN_DATA;
  return data && [join(data, 'graphs'), join(data, '..', 'graphs')].find(existsSync);
}

/** What needs the public graphs; without them a line that says so. */
function publicGraphs(): BenchRow[] {
  const told = (measured: string, size: string, figure: string, more: string): BenchRow => ({
    measured,
    size,
    figure,
    more,
    'times graphology, by the link': '',
  });
  const data = graphsFolder();
  if (!data) return [told('public graphs', '', 'left out', 'JIANZHEN_DATA names no folder with graphs')];
  const validations = validate(join(data, 'graphalytics')).map(({ algorithm, tolerance, graphs, right }) =>
    told(`Graphalytics ${algorithm}`, `${graphs} graphs`, `${right} right`, tolerance),
  );
  const found = departments(join(data, 'email-eu-core'));
  return [
    ...validations,
    ...Object.entries(found).map(([name, { nmi, communities, modularity, ms }]) =>
      told(
        `email-Eu-core, ${name === 'leiden' ? 'ours (Leiden)' : 'graphology (Louvain)'}`,
        `${communities} communities`,
        `NMI ${nmi.toFixed(3)}`,
        `modularity ${modularity.toFixed(4)}, ${ms.toFixed(0)} ms`,
      ),
    ),
  ];
}

/**
 * Graph algorithms against public answers and a library, and their cost. Set JIANZHEN_DATA to the data
 * folder (graphs/ is in it or beside it); JIANZHEN_BENCH_LINKS for fewer links than ten million.
 */
export async function run(): Promise<BenchRow[]> {
  const links = Number(process.env.JIANZHEN_BENCH_LINKS ?? 10_000_000);
  const few = Math.round(GRAPHOLOGY_SHARE * links);
  const rows = publicGraphs();
  const arrays = await measure('arrays', links);
  const library = await measure('graphology', few);
  const ours = await measure('arrays', few);
  if (ours.components !== library.components) throw new Error('components differ from graphology’s');
  const perLink = (one: Measured, n: number) => one.cpuSeconds / n;
  rows.push(
    row('components, from arrays', links, arrays, perLink(arrays, links) / perLink(library, few)),
    row('components, graphology', few, library, 1),
    row('components, from CSV', links, await measureCsv(links)),
  );
  const incremental = await measure('incremental', links);
  const times = incremental.times!.toSorted((a, b) => a - b);
  rows.push({
    ...row('a new case joins', links, incremental),
    figure: `${times[times.length >> 1]!.toFixed(3)} ms (median)`,
    more: `${times[Math.ceil(0.99 * times.length) - 1]!.toFixed(3)} ms (99%), ${times.at(-1)!.toFixed(2)} ms (slowest of ${times.length}), ${Math.round(incremental.peakMb)} MB`,
  });
  return rows;
}
