import { openLocatorNetwork, openOriginNetwork } from '@jianzhen/detector-seal';
import { openSealReader, sealLocator, sealOrigin } from '@jianzhen/engine';
import type { Judgement } from '@jianzhen/evaluate';
import { findSeals } from '../eval-seal/find.ts';
import { originJudgements, originOutcomes } from '../eval-seal/origin.ts';
import { simulatedSeals } from '../eval-seal/sets.ts';
import { measureAll } from '../measure-all.ts';
import type { CalibrationSets, Told } from './types.ts';

const SEAL_PAGES = 60;

/** Whether simulated seals that were found are ink or were laid in. */
export async function seal({ json, seed }: CalibrationSets): Promise<Told[]> {
  const locator = await openLocatorNetwork(sealLocator, { threads: 2 });
  const reader = await openSealReader({ threads: 2 });
  const network = await openOriginNetwork(sealOrigin, { threads: 2 });
  const judgements: Judgement[] = [];
  const unreadable = await measureAll(
    simulatedSeals({ seed, faces: 'reported', size: SEAL_PAGES }),
    json,
    async (sample) => {
      const page = await sample.load();
      const { found } = await findSeals(page.image, locator, reader);
      return originOutcomes(
        sample,
        page,
        found.map(({ seal }) => seal),
        network,
      );
    },
    (outcomes) => {
      judgements.push(...originJudgements(outcomes));
      return null;
    },
  );
  return [{ name: 'seal', judgements, unreadable }];
}
