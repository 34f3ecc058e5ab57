import type { RgbImage } from '@jianzhen/raster';
import type { SealText } from '../types.ts';
import type { ReadCharacter } from './vote.ts';

type Reading = readonly ReadCharacter[];

/** How one seal is read: in a first look, and in a second at what was doubtful. */
export interface Looks {
  readonly first: readonly RgbImage[];
  readonly again: (readings: readonly Reading[]) => SecondLook;
}

export interface SecondLook {
  readonly strips: readonly RgbImage[];
  readonly finish: (more: readonly Reading[]) => SealText;
}
