import type { Random } from '../random.ts';
import { mistype, punctuate } from './distort.ts';
import { chooseWords, createFills, parseSentence, type Sentence, speak } from './grammar.ts';
import type { SimulatedText } from './types.ts';
import { HONEST_ADDED, HONEST_HEARSAY, HONEST_MATTERS } from './wording/honest.ts';
import { PUBLIC_LETTERS } from './wording/letters.ts';

const MATTERS: readonly (readonly Sentence[])[] = Object.values(HONEST_MATTERS).map((sentences) =>
  sentences.map(parseSentence),
);
const ADDED = HONEST_ADDED.map(parseSentence);
const HEARSAY = HONEST_HEARSAY.map(parseSentence);
const LETTERS = PUBLIC_LETTERS.map((sentences) => sentences.map(parseSentence));

const TYPOS = 0.006;
/** Share of texts that speak of agents or in their words. */
const HEARD = 0.15;

/** A customer's own words on one matter, or two. */
export function writeHonestText(random: Random): SimulatedText {
  const fills = createFills(random);
  const say = (sentence: Sentence) => speak(sentence, chooseWords(sentence, random), fills);
  const chosen = random
    .shuffle(MATTERS)
    .slice(0, random.chance(0.25) ? 2 : 1)
    .flatMap((sentences) => sentences.filter(() => random.chance(0.7)));
  const heard = random.chance(HEARD) ? [random.pick(HEARSAY)] : [];
  const sentences = [...chosen, ...heard, ...ADDED.filter(() => random.chance(0.15))].map(say);
  return {
    author: 'honest',
    script: null,
    text: punctuate(mistype(sentences.join(''), TYPOS, random), random),
  };
}

/** A customer who fills in a letter from the Internet, and changes a sentence now and then. */
export function writePublicLetter(random: Random): SimulatedText {
  const fills = createFills(random);
  const letter = random.integer(0, LETTERS.length - 1);
  const sentences = LETTERS[letter]!.filter(() => !random.chance(0.05)).map((sentence) =>
    speak(sentence, chooseWords(sentence, random), fills),
  );
  if (random.chance(0.3)) {
    const added = random.pick(ADDED);
    sentences.splice(-1, 0, speak(added, chooseWords(added, random), fills));
  }
  const text = mistype(sentences.join(''), TYPOS, random);
  return { author: 'letter', script: `letter-${letter}`, text: punctuate(text, random) };
}
