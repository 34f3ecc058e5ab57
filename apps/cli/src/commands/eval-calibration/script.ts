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
      writeAgencyText(
        createAgencyScript(`eval calibration ${seed}`, i),
        own.pick(['light', 'medium', 'heavy']),
        own,
      ),
    ),
    ...judge(0, (own) => (own.chance(0.5) ? writeHonestText(own) : writePublicLetter(own))),
  ];
  return [{ name: 'script', judgements, unreadable: 0 }];
}
