import type { LocatedSeal, SealText } from './types.ts';

/**
 * Scores from which an outline is a seal: where Chinese is read in it; where nothing is read, in colour; and in grey, since print is black, too,
 * and a frame or a logo looks like a copied seal. Chosen on pages in tuning faces and on the train and validation splits of tiles and documents.
 */
export const SCORES = { read: 0.2, coloured: 0.6, grey: 0.9 } as const;
/** Chinese characters that make a reading where each is read so surely; many are one however they are read, for print and scrawls are taken for a few. */
const WORDS = { sure: 2, many: 6 } as const;
const SURE = 0.4;

/** Score from which an outline is read, to see whether it is a seal. */
export const READ_FROM = SCORES.read;

/** Whether Chinese is read in an outline, surely or much of it. */
export function isRead({ title, titleConfidence }: Pick<SealText, 'title' | 'titleConfidence'>): boolean {
  const words = title?.match(/\p{Script=Han}/gu)?.length ?? 0;
  return words >= WORDS.many || (words >= WORDS.sure && titleConfidence >= SURE);
}

/** Whether what was located is a seal, by what is read in it. */
export const isConfirmed = (
  { score, colour }: Pick<LocatedSeal, 'score' | 'colour'>,
  text: Pick<SealText, 'title' | 'titleConfidence'>,
): boolean => score >= (isRead(text) ? SCORES.read : colour === 'grey' ? SCORES.grey : SCORES.coloured);
