import {
  createRandom,
  type Random,
  type RealPage,
  type SealCapture,
  type SealPageRequest,
  sealBackground,
} from '@jianzhen/simulate';
import { type FaceChoice, wordsInFaces } from '../fit-seal-reader/faces.ts';

export interface PagePlan {
  readonly seed: string;
  readonly count: number;
  /** Faces of seals and print beyond the simulator's own. */
  readonly faces: FaceChoice | null;
  /** All pages are in those faces. */
  readonly isHeld: boolean;
  /** Genuine pages that some are made of. */
  readonly pages: readonly RealPage[];
}

/** What is missed most comes more often than on a lender's pages: grey copies, photographs at an angle and close, small squares, edges. */
const CAPTURES: Readonly<Record<SealCapture, number>> = {
  png: 0.1,
  scan: 0.12,
  phone: 0.13,
  tilted: 0.16,
  chat: 0.14,
  copy: 0.2,
  closeup: 0.15,
};
const HARDSHIPS = { none: 0.5, edge: 0.2, overlap: 0.15, faint: 0.15 } as const;
const SEALS = { '0': 0.06, '1': 0.24, '2': 0.25, '3': 0.2, '5': 0.25 } as const;
const KINDS = { any: 0.65, name: 0.22, square: 0.13 } as const;
const OWN_FACES = 0.3;
const REAL = 0.25;

export async function* simulatedPages({
  seed: own,
  count,
  faces,
  isHeld,
  pages,
}: PagePlan): AsyncGenerator<SealPageRequest> {
  for (let n = 0; n < count; n++) {
    const seed = `${own}-${n}`;
    const random = createRandom('seal locator', seed);
    const other = (chance: Random) => (faces && (isHeld || !chance.chance(OWN_FACES)) ? faces : null);
    const hardship = random.weighted(HARDSHIPS);
    const kind = random.weighted(KINDS);
    const [print, dress] = [other(random), other(random)];
    const page = random.chance(REAL) && pages.length > 0 ? random.pick(pages) : undefined;
    const under = page || !print ? undefined : await sealBackground(seed, print.print(random));
    yield {
      seed,
      faces: 'tuning',
      capture: random.weighted(CAPTURES),
      seals: Math.max(hardship === 'overlap' ? 2 : 0, Number(random.weighted(SEALS))),
      ...(hardship !== 'none' && { hardship }),
      ...(kind !== 'any' && { kind }),
      ...(dress && wordsInFaces(dress, 'broad')),
      ...(page && { page }),
      ...(under && { under }),
    };
  }
}
