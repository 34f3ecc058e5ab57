import { examineLabelled, manifestSamples } from '@jianzhen/engine';
import type { Judgement } from '@jianzhen/evaluate';
import { errorForPeople } from '../../output/lines.ts';
import { progress } from '../../output/terminal.ts';
import { generatedSet } from '../generated-set.ts';
import type { CalibrationSets, Told } from './types.ts';

/** Pages past the detector of altered documents; where the set says how they were saved, by the model that judged them, too. */
export async function document({ json, seed, manifest }: CalibrationSets): Promise<Told[]> {
  const samples = manifest ? await manifestSamples(manifest) : await generatedSet(seed);
  const bar = progress(samples.length);
  const all: (Judgement & { pipeline: string })[] = [];
  let unreadable = 0;
  for await (const { input, outcome } of examineLabelled(samples)) {
    bar.advance();
    if ('error' in outcome) {
      unreadable++;
      if (!json) console.error(errorForPeople(input.row.file, outcome.error));
    } else all.push(outcome.value);
  }
  bar.stop();
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
