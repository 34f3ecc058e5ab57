// Pairs of seals laid over each other, for training/seal/imprint: `STEM.bin`, two maps a pair, a byte a cell, and `STEM.json`, a line a pair.
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { alignImprints, imprintLogOdds, type LaidPair, sameImprintByTrees } from '@jianzhen/detector-seal';
import type { Pairing } from './pairs.ts';

/** A cell that was not seen; ink is kept in hundredths. */
const UNKNOWN = -128;
const FULL = 100;

export function writePairs(pairings: readonly Pairing[], stem: string): void {
  const file = openSync(`${stem}.bin`, 'w');
  const lines = pairings.map(([a, b]) => {
    const { features, laid } = alignImprints(a.map, b.map);
    for (const field of [laid.first, laid.second]) writeSync(file, bytesOf(field));
    return JSON.stringify({
      alike: a.imprint === b.imprint,
      twins: a.imprint !== b.imprint && a.group === b.group,
      trees: Number(sameImprintByTrees(imprintLogOdds(features)).toPrecision(5)),
    });
  });
  closeSync(file);
  writeFileSync(`${stem}.json`, `[${lines.join(',\n')}]\n`);
  console.error(`${lines.length} pairs: ${stem}`);
}

const bytesOf = ({ ink, known }: LaidPair['first']): Int8Array =>
  Int8Array.from(ink, (value, cell) => (known[cell] === 1 ? Math.round(FULL * value) : UNKNOWN));
