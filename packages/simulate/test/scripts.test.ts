import { describe, expect, it } from 'vitest';
import {
  createAgencyScript,
  createRandom,
  type Rewriting,
  writeAgencyText,
  writeHonestText,
  writePublicLetter,
} from '../src/index.ts';
import { createFills, parseSentence, speak } from '../src/scripts/grammar.ts';
import { AGENCY_ADDED, AGENCY_MOVES } from '../src/scripts/wording/agency.ts';
import { HONEST_ADDED, HONEST_HEARSAY, HONEST_MATTERS } from '../src/scripts/wording/honest.ts';
import { PUBLIC_LETTERS } from '../src/scripts/wording/letters.ts';

const bigrams = (text: string) => new Set(Array.from(text, (_, i) => text.slice(i, i + 2)));
const likeness = (a: string, b: string) => {
  const [left, right] = [bigrams(a), bigrams(b)];
  const both = [...left].filter((one) => right.has(one)).length;
  return both / (left.size + right.size - both);
};

describe('wording', () => {
  it('parses whole, and every fill is known', () => {
    const sources = [
      AGENCY_MOVES,
      AGENCY_ADDED,
      Object.values(HONEST_MATTERS),
      HONEST_ADDED,
      HONEST_HEARSAY,
      PUBLIC_LETTERS,
    ];
    const fills = createFills(createRandom('wording'));
    for (const source of sources.flat(2)) {
      const sentence = parseSentence(source);
      for (let choice = 0; choice < 6; choice++) {
        const spoken = speak(
          sentence,
          sentence.map((words) => choice % words.length),
          fills,
        );
        expect(spoken, source).not.toMatch(/[[\]{}|]/);
      }
    }
  });
});

describe('letters', () => {
  const script = createAgencyScript('letters', 1);
  const write = (rewriting: Rewriting, n: number) =>
    writeAgencyText(script, rewriting, createRandom('letters', rewriting, n)).text;

  it('depend on their seeds alone', () => {
    expect(createAgencyScript('letters', 1)).toEqual(script);
    expect(write('heavy', 3)).toBe(write('heavy', 3));
    expect(writeHonestText(createRandom(5))).toEqual(writeHonestText(createRandom(5)));
    expect(writePublicLetter(createRandom(5))).toEqual(writePublicLetter(createRandom(5)));
  });

  it('go further from each other the more they are rewritten', () => {
    const mean = (rewriting: Rewriting) => {
      const texts = Array.from({ length: 8 }, (_, n) => write(rewriting, n));
      const pairs = texts.flatMap((a, i) => texts.slice(0, i).map((b) => likeness(a, b)));
      return pairs.reduce((sum, value) => sum + value, 0) / pairs.length;
    };
    const [light, medium, heavy] = [mean('light'), mean('medium'), mean('heavy')];
    expect(light).toBeGreaterThan(medium);
    expect(medium).toBeGreaterThan(heavy);
  });

  it('say who wrote them', () => {
    const random = createRandom('authors');
    expect(writeAgencyText(script, 'light', random)).toMatchObject({ author: 'agency', script: script.id });
    expect(writeHonestText(random)).toMatchObject({ author: 'honest', script: null });
    expect(writePublicLetter(random).script).toMatch(/^letter-\d$/);
  });
});
