import type { Random } from '../random.ts';
import { createRandom } from '../random.ts';
import { evade, mistype, punctuate } from './distort.ts';
import {
  type Choice,
  chooseWords,
  createFills,
  parseSentence,
  rechoose,
  type Sentence,
  speak,
} from './grammar.ts';
import type { Rewriting, SimulatedText } from './types.ts';
import { AGENCY_ADDED, AGENCY_MOVES } from './wording/agency.ts';

/** An agency's script: the sentences that it uses and its words in them. */
export interface AgencyScript {
  readonly id: string;
  readonly lines: readonly { readonly sentence: Sentence; readonly choice: Choice }[];
}

const MOVES = AGENCY_MOVES.map((sentences) => sentences.map(parseSentence));
const ADDED = AGENCY_ADDED.map(parseSentence);

/** Moves of which an agency may have two sentences, and which it may leave out. */
const DOUBLED = 0.25;
const LEFT_OUT = 0.1;

export function createAgencyScript(seed: string | number, agency: number): AgencyScript {
  const random = createRandom('agency script', seed, agency);
  const lines = MOVES.flatMap((sentences, move) => {
    const edge = move === 0 || move === MOVES.length - 1;
    if (!edge && random.chance(LEFT_OUT)) return [];
    const count = !edge && random.chance(DOUBLED) ? 2 : 1;
    return random
      .shuffle(sentences)
      .slice(0, count)
      .map((sentence) => ({ sentence, choice: chooseWords(sentence, random) }));
  });
  return { id: `agency-${seed}-${agency}`, lines };
}

interface Extent {
  /** Share of choices of words made anew. */
  readonly words: number;
  readonly dropped: number;
  readonly moved: number;
  readonly added: number;
  readonly typos: number;
  /** Share of the sensitive words that are hidden. */
  readonly evasion: number;
}

const EXTENTS: Readonly<Record<Rewriting, Extent>> = {
  light: { words: 0, dropped: 0, moved: 0, added: 0, typos: 0.002, evasion: 0.1 },
  medium: { words: 0.1, dropped: 0.06, moved: 0.08, added: 0.05, typos: 0.004, evasion: 0.2 },
  heavy: { words: 0.5, dropped: 0.15, moved: 0.2, added: 0.15, typos: 0.008, evasion: 0.3 },
};

/** One customer's letter by the script. */
export function writeAgencyText(script: AgencyScript, rewriting: Rewriting, random: Random): SimulatedText {
  const extent = EXTENTS[rewriting];
  const fills = createFills(random);
  const sentences: string[] = [];
  for (const { sentence, choice } of script.lines) {
    if (random.chance(extent.dropped)) continue;
    const spoken = speak(sentence, rechoose(sentence, choice, extent.words, random), fills);
    if (random.chance(extent.moved)) sentences.splice(random.integer(0, sentences.length), 0, spoken);
    else sentences.push(spoken);
    if (random.chance(extent.added)) {
      const added = random.pick(ADDED);
      sentences.push(speak(added, chooseWords(added, random), fills));
    }
  }
  const text = evade(mistype(sentences.join(''), extent.typos, random), extent.evasion, random);
  return { author: 'agency', script: script.id, text: punctuate(text, random) };
}
