// One file in a process of its own, `node bench/measure-file.ts FILE ROUNDS [reading]`: prints times and peak memory as JSON.
import { readFileSync } from 'node:fs';
import { createEngine } from '@jianzhen/engine';

export interface FileMeasure {
  /** Milliseconds of the first examination, thread start included, and of those after it. */
  readonly cold: number;
  readonly warm: readonly number[];
  /** Milliseconds by stage, a value a warm round. */
  readonly stages: Readonly<Record<string, readonly number[]>>;
  /** Most resident memory that the process ever had, MB. */
  readonly peakMb: number;
}

const [file, rounds, reading] = process.argv.slice(2);
const bytes = readFileSync(file!);
const engine = createEngine({ threads: 1, split: true, reading: reading === 'reading' });
const stages: Record<string, number[]> = {};
const warm: number[] = [];
let cold = 0;
for (let round = 0; round <= Number(rounds); round++) {
  const started = performance.now();
  const { pages } = await engine.examine({ name: 'page.jpg', bytes, masks: true });
  const elapsed = performance.now() - started;
  if (round === 0) {
    cold = elapsed;
    continue;
  }
  warm.push(elapsed);
  for (const [stage, ms] of Object.entries(pages[0]!.timings)) {
    stages[stage] ??= [];
    stages[stage].push(ms);
  }
}
await engine.close();
const peakMb = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ cold, warm, stages, peakMb } satisfies FileMeasure));
