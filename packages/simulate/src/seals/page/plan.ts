import type { FaceSet } from '../../papers/faces.ts';
import { createRandom } from '../../random.ts';
import type { RealPage } from './background.ts';
import { SEAL_CAPTURES, type SealCapture } from './camera.ts';
import type { SealPageRequest } from './make.ts';

export interface SealSetOptions {
  readonly seed: number | string;
  readonly faces: FaceSet;
  readonly count: number;
  /** Captures in turn; all of them unless told. */
  readonly captures?: readonly SealCapture[];
  /** Real pages that every fourth page is made of. */
  readonly pages?: readonly RealPage[];
}

/** A set of pages: captures in turn, one to three seals, every third page with an edge, an overlap or a faint seal. */
export function planSealPages({
  seed,
  faces,
  count,
  captures = SEAL_CAPTURES,
  pages = [],
}: SealSetOptions): SealPageRequest[] {
  return Array.from({ length: count }, (_, n) => {
    const random = createRandom(seed, faces, 'seal plan', n);
    const hardship = random.chance(0.36) ? random.pick(['edge', 'overlap', 'faint'] as const) : null;
    const seals = hardship === 'overlap' ? random.integer(2, 3) : random.pick([1, 1, 2, 2, 3]);
    const page = pages.length > 0 && n % 4 === 3 ? random.pick(pages) : null;
    return {
      seed: `${seed}-${faces}-${n}`,
      faces,
      capture: captures[n % captures.length]!,
      seals,
      ...(hardship ? { hardship } : {}),
      ...(page ? { page } : {}),
    };
  });
}
