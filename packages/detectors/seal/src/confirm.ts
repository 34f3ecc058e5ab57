import type { LocatedSeal, SealText } from './types.ts';

/**
 * Scores from which an outline is a seal: a coloured one where Chinese is surely read in it; any where Chinese is read; and where nothing is, in
 * colour and in grey. Of grey ones more is asked, since print is black, too, and a frame or a logo looks like a copied seal. Chosen on pages in
 * tuning and held-out faces and on the train and validation splits of tiles and documents.
 */
export const SCORES = { surelyRead: 0.3, read: 0.5, coloured: 0.6, grey: 0.8 } as const;
/** Chinese characters that make a reading where each is read so surely; many are one however they are read, for print and scrawls are taken for a few. */
const WORDS = { sure: 2, many: 6 } as const;
const SURE = 0.4;

/** Score from which an outline is read, to see whether it is a seal. */
export const READ_FROM = SCORES.surelyRead;

type Read = Pick<SealText, 'title' | 'titleConfidence'>;

const wordsIn = ({ title }: Read): number => title?.match(/\p{Script=Han}/gu)?.length ?? 0;
const isSurelyRead = (text: Read): boolean => wordsIn(text) >= WORDS.sure && text.titleConfidence >= SURE;
const isMuchRead = (text: Read): boolean => wordsIn(text) >= WORDS.many;

/** Whether Chinese is read in an outline, surely or much of it. */
export const isRead = (text: Read): boolean => isSurelyRead(text) || isMuchRead(text);

/** Whether what was located is a seal, by what is read in it. */
export function isConfirmed({ score, colour }: Pick<LocatedSeal, 'score' | 'colour'>, text: Read): boolean {
  const isGrey = colour === 'grey';
  if (score >= SCORES.surelyRead && !isGrey && isSurelyRead(text)) return true;
  return score >= (isRead(text) ? SCORES.read : isGrey ? SCORES.grey : SCORES.coloured);
}
