import { createSealDetector, openLocatorNetwork, openOriginNetwork } from '@jianzhen/detector-seal';
import { openSealReader, sealLocator, sealOrigin } from '@jianzhen/engine';
import { decodeImage } from '@jianzhen/raster';
import { makeSealPage, planSealPages } from '@jianzhen/simulate';
import type { BenchRow } from './table.ts';

const PAGES = 28;
const ROUNDS = 3;
const THREADS = 2;
const SEALS = 2;

/** Milliseconds that the detector takes of a page with two seals, found, read, judged and fingerprinted, and of that by stage; networks are open. */
export async function run(): Promise<BenchRow[]> {
  const detector = createSealDetector({
    locator: () => openLocatorNetwork(sealLocator, { threads: THREADS }),
    reader: () => openSealReader({ threads: THREADS }),
    origin: () => openOriginNetwork(sealOrigin, { threads: THREADS }),
  });
  const times = new Map<string, number[]>();
  const note = (stage: string, ms: number) => times.set(stage, [...(times.get(stage) ?? []), ms]);
  let pages = 0;
  for (const asked of planSealPages({ seed: 'page speed', faces: 'tuning', count: PAGES })) {
    const { rgb, width, height } = await decodeImage((await makeSealPage({ ...asked, seals: SEALS })).file);
    const image = { rgb, width, height, track: 'jpeg' } as const;
    const rounds: { whole: number; stages: Readonly<Record<string, number>> }[] = [];
    let found = 0;
    for (let round = 0; round <= ROUNDS; round++) {
      const started = performance.now();
      const { seals, timings } = await detector.examine({ image });
      rounds.push({ whole: performance.now() - started, stages: timings });
      found = seals?.length ?? 0;
    }
    if (found !== SEALS) continue;
    pages++;
    // The first warms the page's code paths; of the others the median, stages of that same round.
    const { whole, stages } = rounds.slice(1).sort((a, b) => a.whole - b.whole)[ROUNDS >> 1]!;
    note('whole', whole);
    for (const [stage, ms] of Object.entries(stages)) note(stage, ms);
  }
  return [...times].map(([stage, all]) => {
    const sorted = all.toSorted((a, b) => a - b);
    const at = (share: number) => Number(sorted[Math.floor(share * (sorted.length - 1))]!.toFixed(1));
    return { stage, pages, 'ms, median': at(0.5), 'ms, nine in ten': at(0.9) };
  });
}
