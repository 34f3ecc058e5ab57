import { findPhrases, phraseProbability } from '@jianzhen/detector-script';
import type { Judgement } from '@jianzhen/evaluate';
import {
  createAgencyScript,
  createRandom,
  type Random,
  writeAgencyText,
  writeHonestText,
  writePublicLetter,
} from '@jianzhen/simulate';
import type { CalibrationSets, Told } from './types.ts';

const LETTERS = 600;
/** Share of honest letters that were copied from the Internet, and how much agents' are rewritten: as probabilities were fitted. */
const COPIED = 0.2;
const REWRITINGS = { light: 0.5, medium: 0.375, heavy: 0.125 } as const;

/** Letters of agents against honest ones. */
export async function script({ seed }: CalibrationSets): Promise<Told[]> {
  const random = createRandom('eval calibration', seed);
  const judge = (label: 0 | 1, write: (random: Random, i: number) => { readonly text: string }) =>
    Array.from(
      { length: LETTERS },
      (_, i): Judgement => ({
        probability: phraseProbability(findPhrases(write(random, i).text)),
        label,
      }),
    );
  const judgements = [
    ...judge(1, (own, i) =>
      writeAgencyText(createAgencyScript(`eval calibration ${seed}`, i), own.weighted(REWRITINGS), own),
    ),
    ...judge(0, (own) => (own.chance(COPIED) ? writePublicLetter(own) : writeHonestText(own))),
  ];
  return [{ name: 'script', judgements, unreadable: 0 }];
}
