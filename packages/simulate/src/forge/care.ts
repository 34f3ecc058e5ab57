import type { Random } from '../random.ts';
import type { Eraser } from './inpaint.ts';

/** How much trouble a forger takes: careless leaves flat background and clean letters, careful matches noise, blur and ink. */
export type Care = 'careless' | 'plain' | 'careful';

const WEIGHTS: Record<Care, number> = { careless: 0.25, plain: 0.35, careful: 0.4 };

const ERASERS: Record<Care, Record<Eraser, number>> = {
  careless: { flat: 0.8, noise: 0.1, diffusion: 0.1, clone: 0 },
  plain: { flat: 0.15, noise: 0.35, diffusion: 0.2, clone: 0.3 },
  careful: { flat: 0, noise: 0.4, diffusion: 0.2, clone: 0.4 },
};

export function drawCare(random: Random): { care: Care; eraser: Eraser; matched: boolean } {
  const care = random.weighted(WEIGHTS);
  return {
    care,
    eraser: random.weighted(ERASERS[care]),
    matched: care === 'careful' || (care === 'plain' && random.chance(0.5)),
  };
}
