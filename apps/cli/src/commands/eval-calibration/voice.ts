import { openEars, readBackEnd } from '@jianzhen/engine';
import type { Judgement } from '@jianzhen/evaluate';
import { errorForPeople } from '../../output/lines.ts';
import { generatedSpeech } from '../eval-voice/generated.ts';
import { oneAgainstOne } from '../eval-voice/pairs.ts';
import { hearAll } from '../eval-voice/run.ts';
import { readSpeech } from '../eval-voice/speech.ts';
import { ownSystem } from '../eval-voice/systems.ts';
import type { CalibrationSets, Told } from './types.ts';

const SPEAKERS = 12;

/** Pairs of recordings, wide band and over the telephone: of one speaker or of two. */
export async function voice({ seed, speech, splits }: CalibrationSets): Promise<Told[]> {
  const spoken = speech
    ? (await readSpeech(speech)).filter(({ split }) => splits.includes(split))
    : generatedSpeech(seed, SPEAKERS);
  const ears = await openEars();
  try {
    const system = ownSystem(ears, await readBackEnd(ears.model));
    const told: Told[] = [];
    for (const condition of ['wide', 'a-law'] as const) {
      const { heard, refused } = await hearAll(system, spoken, condition, {
        onRefused: (name, error) => console.error(errorForPeople(name, error)),
      });
      const { scores, labels } = oneAgainstOne(system, heard);
      const judgements = scores.map(
        (score, i): Judgement => ({
          // A log-likelihood ratio at even odds.
          probability: 1 / (1 + Math.exp(-score)),
          label: labels[i] ? 1 : 0,
        }),
      );
      told.push({ name: `voice, ${condition}`, judgements, unreadable: refused });
    }
    return told;
  } finally {
    await ears.close();
  }
}
