import type { Calibration, Ensemble } from '@jianzhen/evidence';
import model from './model.json' with { type: 'json' };

/** What scripts/fit-typography fitted, on pages and in faces that no reported figure comes from. */
export interface TypographyModel {
  readonly version: string;
  /** Log-odds that a run of digits was typed over others. */
  readonly runs: Ensemble;
  /** Of a page's score (`pageScore`), and of a run's, where one page in two is forged. */
  readonly page: Calibration;
  /** Score above which a run is shown to a person: 2% of genuine pages pass it. */
  readonly alarm: number;
}

export const typographyModel: TypographyModel = model;

/** A page is as suspicious as its most suspicious run; a page without numbers is as good as genuine. */
export const pageScore = (runs: readonly number[]): number =>
  runs.reduce((most, run) => Math.max(most, run), LEAST);

/** Log-odds of a page that there is nothing to say of. */
const LEAST = -12;
