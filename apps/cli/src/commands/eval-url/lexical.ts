import { hostFacts, type Link } from '@jianzhen/detector-qr';
import { fitFtrl, type Linear, type SparseRows, scoreRow } from '@jianzhen/learn';
import type { UrlSample } from './data.ts';
import type { UrlScore } from './scores.ts';

const SETTINGS = { alpha: 0.1, beta: 1, l1: 0, l2: 0, epochs: 5, seed: 1 } as const;

/** Counts by their logarithm, shares as they are: a column a fact. */
const valuesOf = (link: Link): number[] => Object.values(hostFacts(link)).map((value) => Math.log1p(value));

function rowsOf(links: readonly Link[], labels: readonly number[], weights: readonly number[]): SparseRows {
  const rows = links.map(valuesOf);
  const width = rows[0]!.length;
  return {
    starts: Uint32Array.from({ length: rows.length + 1 }, (_, r) => r * width),
    slots: Uint32Array.from({ length: rows.length * width }, (_, i) => i % width),
    values: Float32Array.from(rows.flat()),
    labels: Uint8Array.from(labels),
    weights: Float32Array.from(weights),
  };
}

/** Baseline: a logistic regression on lexical facts alone (lengths, digits, hyphens, entropy …), as many papers have it; classes weigh the same. */
export function fitLexical(samples: readonly UrlSample[]): UrlScore {
  const labels = samples.map(({ label }) => label);
  const positives = labels.filter(Boolean).length;
  const weights = labels.map(
    (label) => samples.length / 2 / (label ? positives : samples.length - positives),
  );
  const rows = rowsOf(
    samples.map(({ link }) => link),
    labels,
    weights,
  );
  const width = rows.starts[1]!;
  const bits = Math.ceil(Math.log2(width));
  const model: Linear = fitFtrl(rows, Uint32Array.from(samples.keys()), { ...SETTINGS, bits });
  return (link) => scoreRow(model, rowsOf([link], [0], [1]), 0);
}
