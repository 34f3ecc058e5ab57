import type { Calibration } from '@jianzhen/evidence';
import model from './model.json' with { type: 'json' };

/** What scripts/fit-typography fitted, on pages and in faces that no reported figure comes from. */
export interface TypographyModel {
  readonly version: string;
  /** Of a page's score (`pageScore`), and of a digit's, where one page in two is forged. */
  readonly page: Calibration;
  /** Score above which digits are shown to a person: 2% of genuine pages pass it. */
  readonly alarm: number;
}

export const typographyModel: TypographyModel = model;

/** A page is as suspicious as its most suspicious digit; a page without numbers is as good as genuine. */
export const pageScore = (digits: Iterable<number>): number => Math.max(LEAST, ...digits);

/** Log-odds of a page that there is nothing to say of. */
const LEAST = -12;
