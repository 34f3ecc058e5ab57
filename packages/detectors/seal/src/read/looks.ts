import type { RgbImage } from '@jianzhen/raster';
import type { SealText } from '../types.ts';
import type { NumberSteps } from './numbers/network.ts';
import type { NumberStrip } from './numbers/strip.ts';
import type { ReadCharacter } from './vote.ts';

type Reading = readonly ReadCharacter[];

/** How one seal is read: in a first look, and in a second at what was doubtful. */
export interface Looks {
  readonly first: readonly RgbImage[];
  readonly again: (readings: readonly Reading[]) => SecondLook;
}

export interface SecondLook {
  readonly strips: readonly RgbImage[];
  /** Strips with codes and tax numbers. */
  readonly numbers: readonly NumberStrip[];
  readonly finish: (more: readonly Reading[], told: readonly NumberSteps[]) => SealText;
}

/** Questions that are put together: each is asked at its place, and answered from the list of all answers. */
export function asking<Question, Answer>() {
  const asked: Question[] = [];
  const ask = (question: Question) => {
    const at = asked.push(question) - 1;
    return (answers: readonly Answer[]): Answer => answers[at];
  };
  return { asked, ask };
}
