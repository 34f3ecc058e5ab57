import { CODE_WORDS, createSealIndex, SEARCH_CODES } from '@jianzhen/detector-seal';
import { seeded } from '@jianzhen/learn';
import type { BenchRow } from './table.ts';

/** Seals of the index whose search is timed, ways up that each is kept for, and searches. */
const MILLION = 1_000_000;
const KEPT = 2;
const SEARCHES = 150;
/** Bits of a code in which another copy of the same seal differs, as shares: a clean copy and a hard one. */
const COPIES = { clean: 0.12, hard: 0.22 } as const;

/** Codes in memory: time of a search, and share of seals found by another copy's code, at a hundred thousand and at a million. */
export async function run(): Promise<BenchRow[]> {
  return [measure(100_000), measure(MILLION)];
}

function measure(seals: number): BenchRow {
  const random = seeded(17);
  const capacity = seals * KEPT;
  const index = createSealIndex();
  const known: Uint32Array[] = [];
  const every = Math.floor(capacity / SEARCHES);
  const adding = performance.now();
  for (let k = 0; k < capacity; k++) {
    const code = stranger(random);
    if (k % every === 0 && known.length < SEARCHES) known.push(code);
    index.add(code);
  }
  const added = (performance.now() - adding) / seals;
  const times: number[] = [];
  const found = { clean: 0, hard: 0 };
  for (const [n, code] of known.entries())
    for (const [copy, share] of Object.entries(COPIES) as [keyof typeof COPIES, number][]) {
      const asked = [
        changed(code, share, random),
        ...Array.from({ length: SEARCH_CODES - 1 }, () => stranger(random)),
      ];
      const started = performance.now();
      const candidates = asked.flatMap((one) => index.search(one));
      times.push(performance.now() - started);
      if (candidates.some(({ number }) => number === n * every)) found[copy]++;
    }
  times.sort((a, b) => a - b);
  const percent = (count: number) => Number(((100 * count) / known.length).toFixed(1));
  return {
    seals: seals.toLocaleString('en'),
    'add ms': Number(added.toFixed(4)),
    'search ms, median': Number(times[times.length >> 1]!.toFixed(2)),
    'search ms, 95%': Number(times[Math.floor(0.95 * times.length)]!.toFixed(2)),
    'clean copy found %': percent(found.clean),
    'hard copy found %': percent(found.hard),
    'resident MB': Math.round(process.memoryUsage().rss / 2 ** 20),
  };
}

/** A code of nobody's; a fifth of its bits lean to one side, as those of seals do that are drawn alike. */
function stranger(random: () => number): Uint32Array {
  return Uint32Array.from({ length: CODE_WORDS }, (_, word) => {
    let bits = Math.floor(random() * 2 ** 32);
    if (word % 5 === 0) bits &= Math.floor(random() * 2 ** 32);
    return bits >>> 0;
  });
}

function changed(code: Uint32Array, share: number, random: () => number): Uint32Array {
  const out = code.slice();
  for (let bit = 0; bit < 32 * CODE_WORDS; bit++) if (random() < share) out[bit >>> 5]! ^= 1 << (bit & 31);
  return out;
}
