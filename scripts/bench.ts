// `npm run bench [-- NAME] [-- --json]`: every measurement that the README speaks of, or the one that is named.
import { parseArgs } from 'node:util';
import type { BenchRow } from '../bench/table.ts';
import { printTable } from '../bench/table.ts';

const BENCHES: Readonly<Record<string, () => Promise<{ run: () => Promise<BenchRow[]> }>>> = {
  speed: () => import('../bench/speed.ts'),
  gangs: () => import('../bench/gangs.ts'),
  duckdb: () => import('../bench/duckdb.ts'),
  spark: () => import('../bench/spark.ts'),
  papers: () => import('../bench/papers.ts'),
  templates: () => import('../bench/templates.ts'),
  'templates-recall': () => import('../bench/templates.ts').then(({ runRecall }) => ({ run: runRecall })),
  esign: () => import('../bench/esign.ts'),
  seals: () => import('../bench/seals.ts'),
  'seals-compare': () => import('../bench/seals-compare.ts'),
  'seals-page': () => import('../bench/seals-page.ts'),
  scans: () => import('../bench/scans.ts'),
  script: () => import('../bench/script.ts'),
  'script-phrases': () => import('../bench/script-phrases.ts'),
  'script-million': () => import('../bench/script.ts').then(({ runMillion }) => ({ run: runMillion })),
  url: () => import('../bench/url.ts'),
  qr: () => import('../bench/qr.ts'),
  voice: () => import('../bench/voice/index.ts'),
  'voice-identify': () => import('../bench/voice/index.ts').then(({ runIdentify }) => ({ run: runIdentify })),
  sound: () => import('../bench/sound.ts'),
  'sound-calls': () => import('../bench/sound.ts').then(({ runCalls }) => ({ run: runCalls })),
  leads: () => import('../bench/leads.ts'),
  memory: () => import('../bench/memory.ts'),
  document: () => import('../bench/document.ts'),
  'held-out': () => import('../bench/document.ts').then(({ runHeldOut }) => ({ run: runHeldOut })),
  wide: () => import('../bench/document.ts').then(({ runWide }) => ({ run: runWide })),
  untouched: () => import('../bench/untouched.ts'),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});
const names = positionals.length > 0 ? positionals : Object.keys(BENCHES);
const unknown = names.find((name) => !(name in BENCHES));
if (unknown) {
  console.error(`no bench "${unknown}"; there are: ${Object.keys(BENCHES).join(', ')}`);
  process.exit(2);
}
for (const name of names) {
  console.error(`── ${name}`);
  const { run } = await BENCHES[name]!();
  const rows = await run();
  if (values.json) for (const row of rows) console.log(JSON.stringify({ bench: name, ...row }));
  else printTable(name, rows);
}
