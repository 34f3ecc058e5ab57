import type { Calibration, OperatingPoints } from '@jianzhen/evidence';
import type { Track } from '@jianzhen/raster';
import type { Ensemble } from './trees.ts';

/** Pages that carry their JPEG coefficients and pages that are pixels only show different signs: one model each. */
export type ModelTrack = 'jpeg' | 'pixel';

export const modelTrack = (track: Track): ModelTrack => (track === 'jpeg' ? 'jpeg' : 'pixel');

/** What models/document/classical.json holds; its card lies beside it. */
export interface DocumentModel {
  readonly version: string;
  /** SHA-256 of the network that it was fitted with; null where it weighs the classical signals alone. */
  readonly network: string | null;
  readonly tracks: Readonly<Record<ModelTrack, TrackModel>>;
  readonly operatingPoints: OperatingPoints;
}

export interface TrackModel {
  /** Log-odds that a cell was altered. */
  readonly cell: Ensemble;
  /** Log-odds that the page was forged. */
  readonly page: Ensemble;
  /** Of the page's log-odds. */
  readonly calibration: Calibration;
  readonly mask: MaskCut;
}

/** Cells of a page are marked from `share` of the log-odds that its highest thousandth reaches, plus `offset`, on. */
export interface MaskCut {
  readonly share: number;
  readonly offset: number;
}

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
