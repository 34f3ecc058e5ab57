import type { Message } from '@jianzhen/evidence';
import type { Differing } from './fingerprint/words.ts';

export const FINDING_MESSAGES = {
  'seal.pasted': {
    zh: '印章{zh}像是贴上的图片，而不是用印泥盖的。{whyZh}',
    en: 'The seal{en} looks like a picture that was pasted on, not like ink. {whyEn}',
  },
} satisfies Record<string, Message>;

/** Why two seals are less likely of one imprint than their pictures alone would say. */
export const DIFFERING_MESSAGES: Readonly<Record<Differing, Message>> = {
  surely: {
    zh: '两枚印章上读出的文字不同，同一印模的概率已因此大幅降低。',
    en: 'The two seals were read as saying different things; this took much off the probability of one imprint.',
  },
  likely: {
    zh: '两枚印章上读出的文字可能不同，同一印模的概率已因此降低。',
    en: 'The two seals may say different things, as far as they were read; this took something off the probability of one imprint.',
  },
};
