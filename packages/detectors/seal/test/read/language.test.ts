import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Language, openLanguage } from '../../src/index.ts';
import { languageOf, likeliest, likelihood } from '../../src/read/language.ts';
import { type ReadCharacter, textOf } from '../../src/read/vote.ts';
import { openTestLanguage } from '../network.ts';

/** Characters with what else each could be and how likely that is. */
const read = (...characters: (readonly [string, number, string?, number?])[]): ReadCharacter[] =>
  characters.map(([text, confidence, other, chance = 0], i) => ({
    text,
    confidence,
    at: (i + 0.5) / characters.length,
    alternatives: other ? [{ text: other, confidence: chance }] : [],
  }));

describe('the language of names', () => {
  let language: Language;
  beforeAll(async () => {
    language = await openTestLanguage();
  });

  it('sums within words and from one word to the next', () => {
    // 栾 begins a word at e^-2 and ends one at e^-1; 川 follows it at e^-1 and begins a word at e^-3.
    const small = languageOf({
      version: 1,
      floor: 7.5,
      letters: { 栾: ['@8', '川', '8'], 川: ['H8', '', ''] },
    });
    expect(small(null, '栾')).toBeCloseTo(-2);
    expect(small('栾', '川')).toBeCloseTo(Math.log(Math.exp(-1) + Math.exp(-1 - 3)));
    expect(small('川', '栾')).toBeCloseTo(-1 - 2);
    expect(small('川', '鑫')).toBe(-7.5);
    expect(small('鑫', '川')).toBeCloseTo(-3);
    expect(small('川', 'A')).toBe(-6);
  });

  it('prefers what names are made of where the eye is in doubt', () => {
    const doubtful = read(['印', 0.7, '即', 0.2], ['墨', 1], ['市', 1], ['长', 1], ['青', 1]);
    const [first, ...rest] = likeliest(doubtful, language);
    expect(first).toMatchObject({ text: '即', confidence: 0.2 });
    expect(rest).toEqual(doubtful.slice(1));
    expect(textOf(likeliest(read(['塑', 0.4], ['科', 0.6, '料', 0.3]), language))).toBe('塑料');
    expect(likelihood('知识产权', language)).toBeGreaterThan(likelihood('知设产权', language) + 1);
    expect(likelihood('', language)).toBe(0);
  });

  it('leaves what was seen surely, and coined names that nothing speaks against', () => {
    expect(textOf(likeliest(read(['印', 0.996, '即', 0.004], ['墨', 1], ['市', 1]), language))).toBe(
      '印墨市',
    );
    expect(textOf(likeliest(read(['鑫', 0.9, '金', 0.06], ['澜', 0.9, '润', 0.05]), language))).toBe('鑫澜');
    expect(likeliest([], language)).toEqual([]);
  });

  it('never says what was not offered', () => {
    const letter = fc.constantFrom(...'即印墨市栾川福临塑料科有限公司A3(');
    const character = fc.record({
      text: letter,
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      alternatives: fc.array(
        fc.record({ text: letter, confidence: fc.double({ min: 0, max: 1, noNaN: true }) }),
        { maxLength: 3 },
      ),
    });
    fc.assert(
      fc.property(fc.array(character, { maxLength: 12 }), (characters) => {
        const out = likeliest(characters, language);
        expect(out).toHaveLength(characters.length);
        out.forEach(({ text, confidence, at }, i) => {
          const { alternatives, ...own } = characters[i]!;
          expect([own.text, ...alternatives.map((other) => other.text)]).toContain(text);
          expect(confidence).toBeLessThanOrEqual(
            Math.max(own.confidence, 1e-4, ...alternatives.map((other) => other.confidence)),
          );
          expect(at).toBe(own.at);
        });
      }),
    );
  });

  it.each([
    ['no JSON', '{'],
    ['another version', '{"version":2,"floor":7.5,"letters":{}}'],
  ])('is not read from %s', async (_, text) => {
    const file = join(mkdtempSync(join(tmpdir(), 'jianzhen-language-')), 'language.json');
    writeFileSync(file, text);
    await expect(openLanguage(file)).rejects.toMatchObject({ code: 'seal.network-unreadable' });
  });
});
