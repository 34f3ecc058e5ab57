import { FEATURES, linkEvidence, type Readers } from '@jianzhen/detector-qr';
import { type BoostOptions, boost, type Labelled } from '@jianzhen/learn';
import type { WeightedLink } from './weigh.ts';

/** Inputs of the trees, a row a link; `readers` tells what reads link i: a text model that was not fitted on its domain. */
export function featureMatrix(
  samples: readonly WeightedLink[],
  readers: (i: number) => Readers,
): Labelled & { readonly matrix: Float32Array } {
  const matrix = new Float32Array(samples.length * FEATURES.length);
  samples.forEach(({ link }, i) => {
    const { features } = linkEvidence(link, readers(i));
    FEATURES.forEach((name, f) => {
      matrix[i * FEATURES.length + f] = features[name] ?? 0;
    });
  });
  return {
    matrix,
    labels: Uint8Array.from(samples, ({ label }) => label),
    weights: Float32Array.from(samples, ({ weight }) => weight),
  };
}

/** A higher log-odds of the text, or a likeness more, never speaks for a link. */
const RISING = /^(?:text\.all|like\.|disguisedAddress|user)/;

export function fitTrees(
  train: Labelled,
  validation: Labelled,
  options: Partial<BoostOptions> & { seed: number },
) {
  return boost(
    train,
    {
      rounds: 250,
      depth: 5,
      rate: 0.1,
      lambda: 5,
      minWeight: 5,
      columns: 0.5,
      rows: 0.5,
      patience: 25,
      monotone: FEATURES.map((name) => (RISING.test(name) ? 1 : 0)),
      ...options,
    },
    validation,
  );
}
