import { fitFtrl, scoreRow, seeded } from '@jianzhen/learn';
import type { UrlSample } from './data.ts';
import { rowsOf } from './sparse.ts';

const BITS = 18;
const SETTINGS = { bits: BITS, alpha: 0.1, beta: 1, l1: 0.1, l2: 0, epochs: 3, seed: 1 } as const;
/** Links of each class: of phishing there are far more than are needed to show it. */
const MOST = 20_000;

export interface TrapOutcome {
  readonly score: number;
  readonly label: 0 | 1;
  readonly group: string;
}

function sparse(samples: readonly UrlSample[]) {
  const positives = samples.filter(({ label }) => label).length;
  const weight = (label: 0 | 1) => samples.length / 2 / (label ? positives : samples.length - positives);
  return rowsOf(
    samples.map((sample) => ({ ...sample, weight: weight(sample.label) })),
    BITS,
  );
}

/**
 * The trap: the same kind of n-gram model, the links of all years and hosts thrown together and split at random, so that each campaign and host
 * lies on both sides. What it scores is no measure of anything; it is printed so that nobody reports it.
 */
export function randomSplit(samples: readonly UrlSample[], seed: number): TrapOutcome[] {
  const random = seeded(seed);
  const deceits = samples.filter(({ label }) => label).length;
  const drawn = samples.filter(({ label, source }) =>
    source === 'served' ? false : label === 0 || random() < MOST / deceits,
  );
  const [train, test]: [UrlSample[], UrlSample[]] = [[], []];
  for (const sample of drawn) (random() < 0.6 ? train : test).push(sample);
  const model = fitFtrl(sparse(train), Uint32Array.from(train.keys()), SETTINGS);
  const rows = sparse(test);
  return test.map(({ label, link }, r) => ({ score: scoreRow(model, rows, r), label, group: link.domain }));
}
