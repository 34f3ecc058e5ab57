import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildLists, createJudge, openLists, openUrlModel } from '@jianzhen/detector-qr';
import { simulatedLinks } from '@jianzhen/simulate';
import type { BenchRow } from './table.ts';

const ENTRIES = 1_000_000;
const LOOKUPS = 100_000;
const LINKS = 2_000;
const MODEL = new URL('../models/url/model.json', import.meta.url);

/** Lists of a million made-up entries: size, memory, time of a look-up; and the time that a link takes past the judge. */
export async function run(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'jianzhen-lists-'));
  const file = join(folder, 'made-up.lists');
  try {
    writeFileSync(file, buildLists([{ name: 'made up', kind: 'block', expressions: names(ENTRIES) }]));
    // A process of its own that only opens the file: what building took is no part of what judging keeps.
    const { stdout } = spawnSync(process.execPath, ['--expose-gc', import.meta.filename, file], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return JSON.parse(stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function* names(count: number, kind = 'listed'): Generator<string> {
  for (let i = 0; i < count; i++) yield `${kind}-${i.toString(36)}.example/`;
}

const residentMb = () => {
  globalThis.gc?.();
  return process.memoryUsage().rss / 2 ** 20;
};

function measure(file: string): BenchRow[] {
  // Once with nothing listed, so that code and its compiled form are there before memory is taken.
  openLists(buildLists([{ name: 'none', kind: 'block', expressions: [] }])).find('example/');
  const before = residentMb();
  const bytes = readFileSync(file);
  const lists = openLists(bytes);
  const time = (kind: string) => {
    const start = performance.now();
    let found = 0;
    for (const name of names(LOOKUPS, kind)) if (lists.find(name)) found++;
    return { found, us: (1000 * (performance.now() - start)) / LOOKUPS };
  };
  const [listed, strangers] = [time('listed'), time('stranger')];
  const resident = residentMb() - before;
  const model = openUrlModel(readFileSync(MODEL, 'utf8'));
  const judge = createJudge({ model, lists: bytes });
  const links = simulatedLinks({ seed: 'bench', size: LINKS });
  for (const { url } of links.slice(0, 200)) judge.judgeUrl(url);
  const times = links
    .map(({ url }) => {
      const start = performance.now();
      judge.judgeUrl(url);
      return performance.now() - start;
    })
    .sort((a, b) => a - b);
  return [
    {
      entries: lists.entries.toLocaleString('en'),
      'file MB': bytes.length / 1e6,
      'resident MB more': resident,
      'look-up of a listed one, µs': listed.us,
      'of a stranger, µs': strangers.us,
      'found %': (100 * listed.found) / LOOKUPS,
      'strangers found %': (100 * strangers.found) / LOOKUPS,
      'link judged ms, median': times[LINKS >> 1]!,
      'link judged ms, 99%': times[Math.floor(0.99 * LINKS)]!,
    },
  ];
}

if (import.meta.main) console.log(JSON.stringify(measure(process.argv[2]!)));
