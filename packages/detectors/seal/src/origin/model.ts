import { type Calibration, calibrated, type Ensemble, logOdds } from '@jianzhen/evidence';
import model from './model.json' with { type: 'json' };

/** What scripts/fit-seal-judge fitted, on simulated pages in faces that no reported figure comes from. */
export interface OriginModel {
  readonly version: string;
  /** Log-odds that no die pressed the seal: that it was laid in by a program. */
  readonly trees: Ensemble;
  /** At even odds of ink and layers. */
  readonly calibration: Calibration;
  /** Probabilities up to which a seal is called ink, and from which pasted; between them it is unknown. */
  readonly ink: number;
  readonly pasted: number;
}

export const originModel: OriginModel = model;

export const layerProbability = (
  { trees, calibration }: Pick<OriginModel, 'trees' | 'calibration'>,
  statistics: Readonly<Record<string, number>>,
): number => calibrated(calibration, logOdds(trees, statistics));
