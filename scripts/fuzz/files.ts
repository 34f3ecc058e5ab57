import { createEngine } from '@jianzhen/engine';
import { toCodedError } from '@jianzhen/evidence';
import { seeded } from '@jianzhen/learn';
import { hostileFixtures } from '../../packages/intake/test/hostile/index.ts';
import { drawnVouchers } from './vouchers.ts';

const MAX_MS = 10_000;
const MAX_RESIDENT = 2 ** 30;

/** Cuts, flips, repeats or swaps parts of a file. */
export function mutate(bytes: Uint8Array, random: () => number): Uint8Array {
  const at = () => Math.floor(random() * bytes.length);
  const kind = Math.floor(random() * 4);
  if (kind === 0) return bytes.slice(0, at());
  const out = bytes.slice();
  if (kind === 1) {
    for (let n = 1 + Math.floor(random() * 20); n > 0; n--) out[at()] = Math.floor(random() * 256);
  } else if (kind === 2) {
    const from = at();
    out.copyWithin(at(), from, from + Math.floor(random() * 4096));
  } else {
    // Headers decide most: most flips there.
    for (let n = 1 + Math.floor(random() * 8); n > 0; n--)
      out[Math.floor(random() * Math.min(1024, bytes.length))] = Math.floor(random() * 256);
  }
  return out;
}

export async function fuzzFiles(seed: number, rounds: number): Promise<string[]> {
  const random = seeded(seed);
  const problems: string[] = [];
  const engine = createEngine({ threads: 1 });
  const tally = new Map<string, number>();
  let peak = 0;
  const pass = async (name: string, bytes: Uint8Array) => {
    const started = performance.now();
    const outcome = await engine.examine({ name, bytes, masks: true, previews: true }).then(
      () => 'verdict',
      (thrown) => toCodedError(thrown).code,
    );
    const ms = performance.now() - started;
    peak = Math.max(peak, process.memoryUsage().rss);
    tally.set(outcome, (tally.get(outcome) ?? 0) + 1);
    if (outcome === 'internal.unexpected' || outcome === 'engine.crashed')
      problems.push(`${name}: ${outcome}`);
    if (ms > MAX_MS) problems.push(`${name}: ${Math.round(ms)} ms`);
    return outcome;
  };
  for (const { name, file, bytes, expect } of hostileFixtures()) {
    const outcome = await pass(file, bytes);
    if (outcome !== expect) problems.push(`${name}: ${outcome} instead of ${expect}`);
  }
  const vouchers = await drawnVouchers(seed);
  for (let round = 0; round < rounds; round++) {
    const voucher = vouchers[round % vouchers.length]!;
    await pass(`round ${round} of ${voucher.name}`, mutate(voucher.bytes, random));
  }
  await engine.close();
  if (peak > MAX_RESIDENT) problems.push(`resident memory rose to ${Math.round(peak / 2 ** 20)} MB`);
  console.log(
    `files: ${[...tally].map(([outcome, count]) => `${outcome} ${count}`).join(', ')}; peak ${Math.round(peak / 2 ** 20)} MB`,
  );
  return problems;
}
