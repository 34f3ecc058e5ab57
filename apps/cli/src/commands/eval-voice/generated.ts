import { createRandom, createVoice, drawRoom, inRoom, speak } from '@jianzhen/simulate';
import type { Spoken } from './conditions.ts';

const EACH = 10;

/** Made-up voices that say different things, each recording in a room of its own. */
export const generatedSpeech = (seed: number, speakers: number): Spoken[] =>
  Array.from({ length: speakers }, (_, s) => {
    const voice = createVoice('eval voice', seed, s);
    return Array.from({ length: EACH }, (__, k) => ({
      name: `voice-${s}-${k}.wav`,
      corpus: 'generated',
      speaker: `voice-${s}`,
      samples: () => {
        const random = createRandom('eval voice', seed, s, k);
        return inRoom(speak(voice, random.between(3, 6), `${seed} ${s} ${k}`), drawRoom(random), random);
      },
    }));
  }).flat();
