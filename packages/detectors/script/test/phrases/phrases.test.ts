import {
  createAgencyScript,
  createRandom,
  writeAgencyText,
  writeHonestText,
  writePublicLetter,
} from '@jianzhen/simulate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPhrases, normalise, PHRASES, phraseProbability } from '../../src/index.ts';

const found = (text: string) =>
  findPhrases(text).map(({ phrase, disguise, start, end }) => [
    phrase.text,
    disguise,
    text.slice(start, end),
  ]);

describe('phrases', () => {
  it.each([
    ['要求停息挂账。', '停息挂账', 'none', '停息挂账'],
    ['要求停息\n挂账', '停息挂账', 'none', '停息\n挂账'],
    ['我要停❤息.挂 账', '停息挂账', 'apart', '停❤息.挂 账'],
    ['能亭西挂帐吗', '停息挂账', 'sound', '亭西挂帐'],
    ['能TingXi挂账吗', '停息挂账', 'sound', 'TingXi挂账'],
    ['办理txgz业务', '停息挂账', 'sound', 'txgz'],
    ['做亻责务优化', '债务优化', 'apart', '亻责务优化'],
    ['全额退息退费', '全额退息退费', 'none', '全额退息退费'],
    ['個性化分期', '个性化分期', 'none', '個性化分期'],
  ])('%s', (text, phrase, disguise, written) => {
    expect(found(text)).toEqual([[phrase, disguise, written]]);
  });

  it('are not seen in words that only sound like the law, nor initials within words', () => {
    expect(found('之情全')).toEqual([]);
    expect(found('atxgzb')).toEqual([]);
  });

  it('are normalised, told once each, and found as they are', () => {
    for (const { text } of PHRASES) {
      expect(normalise(text).text).toBe(text);
      expect(found(text)).toEqual([[text, 'none', text]]);
    }
    expect(new Set(PHRASES.map(({ text }) => text)).size).toBe(PHRASES.length);
  });

  it('lie in order, one behind the other, in any text', () => {
    const pieces = fc.constantFrom(
      ...PHRASES.map(({ text }) => text),
      '停',
      '息',
      'ting',
      't',
      ' ',
      '❤',
      '元',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 4 }))), (list) => {
        const text = list.join('');
        let last = 0;
        for (const { start, end } of findPhrases(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('the probability of an agent’s hand', () => {
  const random = createRandom('phrases test');
  const mean = (write: (i: number) => string) =>
    Array.from({ length: 60 }, (_, i) => phraseProbability(findPhrases(write(i)))).reduce((a, b) => a + b) /
    60;

  it('is high for agencies’ letters, low for customers’ own and for letters copied from the Internet', () => {
    const agency = (i: number) =>
      writeAgencyText(createAgencyScript('phrases test', i), 'light', random).text;
    expect(mean(agency)).toBeGreaterThan(0.7);
    expect(mean(() => writeHonestText(random).text)).toBeLessThan(0.2);
    expect(mean(() => writePublicLetter(random).text)).toBeLessThan(0.5);
  });

  it('hardly grows with quoted law', () => {
    const law =
      '依照消费者权益保护法第七十条、个人信息保护法、征信业管理条例，平等协商，知情权，公平交易权，合法权益';
    expect(phraseProbability(findPhrases(law))).toBeLessThan(0.3);
    expect(phraseProbability(findPhrases('代理投诉，不成功不收费，征信修复'))).toBeGreaterThan(0.9);
  });
});
