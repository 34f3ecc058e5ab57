import { type Ensemble, logOdds } from '@jianzhen/evidence';
import model from './model.json' with { type: 'json' };

/** What scripts/fit-seal-origin fitted, on simulated seals in faces that no reported figure comes from, and on real imprints. */
export interface OriginModel {
  readonly version: string;
  /** Log-odds that no die pressed the seal: that it was laid in by a program. */
  readonly trees: Ensemble;
  /** How the word of trees and network become log-odds at even odds of ink and layers. */
  readonly weights: { readonly trees: number; readonly network: number; readonly offset: number };
  /** Probabilities up to which a seal is called ink, and from which pasted; between them it is unknown. */
  readonly ink: number;
  readonly pasted: number;
}

export const originModel: OriginModel = model;

export const layerLogOdds = (
  { trees }: Pick<OriginModel, 'trees'>,
  statistics: Readonly<Record<string, number>>,
): number => logOdds(trees, statistics);

/** Probability that a program laid the seal in, by the log-odds of trees and network. */
export const layerProbability = (
  { weights }: Pick<OriginModel, 'weights'>,
  trees: number,
  network: number,
): number => 1 / (1 + Math.exp(-(weights.trees * trees + weights.network * network + weights.offset)));
