import {
  compareSeals,
  fingerprintSeal,
  pageSeal,
  rectifySeal,
  type SealFingerprints,
} from '@jianzhen/detector-seal';
import { openSealNetwork } from '@jianzhen/engine';
import { decodeImage } from '@jianzhen/raster';
import { makeImprintSet } from '@jianzhen/simulate';
import type { BenchRow } from './table.ts';

/** As many as a search compares in full. */
const CANDIDATES = 60;
const IMPRINTS = 20;
const SIDE = 320;
const ROUNDS = 5;

/** Milliseconds that a seal and its candidates take: where trees tell them apart, and where all are copies, so that the network is asked of each. */
export async function run(): Promise<BenchRow[]> {
  const known: { imprint: string; seal: SealFingerprints }[] = [];
  for await (const { file, seal } of makeImprintSet({
    seed: 'compare',
    imprints: IMPRINTS,
    perImprint: 2,
    faces: 'reported',
  })) {
    const patch = rectifySeal(pageSeal(await decodeImage(file), seal), SIDE);
    known.push({ imprint: seal.imprint, seal: fingerprintSeal(patch) });
  }
  const [own] = known;
  const strangers = known.filter(({ imprint }) => imprint !== own!.imprint);
  const copies = known.filter(({ imprint }) => imprint === own!.imprint);
  const many = (of: typeof known) => Array.from({ length: CANDIDATES }, (_, i) => of[i % of.length]!.seal);
  return [
    { candidates: `${CANDIDATES} others`, ...(await timed(own!.seal, many(strangers))) },
    { candidates: `${CANDIDATES} copies`, ...(await timed(own!.seal, many(copies))) },
  ];
}

async function timed(seal: SealFingerprints, candidates: readonly SealFingerprints[]) {
  const network = await openSealNetwork();
  const times: number[] = [];
  await compareSeals(seal, candidates, network);
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    await compareSeals(seal, candidates, network);
    times.push(performance.now() - started);
  }
  const median = times.sort((a, b) => a - b)[ROUNDS >> 1]!;
  return {
    'ms, median': Number(median.toFixed(1)),
    'ms a candidate': Number((median / candidates.length).toFixed(2)),
  };
}
