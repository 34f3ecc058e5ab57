import { examineLabelled, manifestSamples } from '@jianzhen/engine';
import type { Judgement } from '@jianzhen/evaluate';
import { generatedSet } from '../generated-set.ts';
import { takeAll } from '../measure-all.ts';
import type { CalibrationSets, Told } from './types.ts';

/** Pages past the detector of altered documents; where the set says how they were saved, by the model that judged them, too. */
export async function document({ json, seed, manifest }: CalibrationSets): Promise<Told[]> {
  const samples = manifest ? await manifestSamples(manifest) : await generatedSet(seed);
  const all: (Judgement & { readonly pipeline: string })[] = [];
  const unreadable = await takeAll(
    examineLabelled(samples),
    { count: samples.length, json, fileOf: ({ row }) => row.file },
    (outcome) => {
      all.push(outcome);
      return null;
    },
  );
  const [pixels, jpeg] = [true, false].map((png) => all.filter(({ pipeline }) => isPng(pipeline) === png));
  const known = all.every(({ pipeline }) => pipeline !== 'any');
  return [
    { name: 'document', judgements: all, unreadable },
    ...(known
      ? [
          { name: 'document, JPEG', judgements: jpeg!, unreadable: 0 },
          { name: 'document, PNG', judgements: pixels!, unreadable: 0 },
        ]
      : []),
  ];
}

const isPng = (pipeline: string): boolean => pipeline.includes('png');
