// A recording played slower or faster is another voice, for pitch and formants move together; so each speaker is several
// (H. Yamamoto et al., "Speaker augmentation and bandwidth extension for deep speaker embedding", 2019, there for the network itself).
import { ANALYSIS_RATE, resampler } from '@jianzhen/signal';
import { type Spoken, samplesOf } from '../../apps/cli/src/commands/eval-voice/conditions.ts';
import { joined } from './embed.ts';

/** Further ones, above and below, taught discriminant analysis no more on validation. */
export const SPEEDS = [0.92, 1.08] as const;

/** Under a name and a speaker of its own. */
export function atSpeed(spoken: Spoken, speed: number): Spoken {
  return {
    corpus: spoken.corpus,
    name: `${spoken.name}@${speed}`,
    speaker: `${spoken.speaker}@${speed}`,
    samples: async () => {
      const way = resampler(Math.round(ANALYSIS_RATE * speed), ANALYSIS_RATE);
      return joined([way.push(await samplesOf(spoken)), way.end()]);
    },
  };
}
