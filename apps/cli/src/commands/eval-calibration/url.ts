import { readUrlModel } from '@jianzhen/engine';
import { readUrlSets } from '../eval-url/data.ts';
import { simulatedSamples } from '../eval-url/generated.ts';
import { judged } from '../eval-url/scores.ts';
import type { CalibrationSets, Told } from './types.ts';

const LINKS = 4000;

/** Links past the judge, without lists. */
export async function url({ seed, urls, splits }: CalibrationSets): Promise<Told[]> {
  const sets = urls === undefined ? null : readUrlSets(urls);
  const samples = sets ? splits.flatMap((split) => sets[split]) : simulatedSamples(seed, LINKS);
  const probability = judged({ model: readUrlModel() });
  const judgements = samples.map(({ link, label }) => ({ probability: probability(link), label }));
  return [{ name: 'url', judgements, unreadable: 0 }];
}
