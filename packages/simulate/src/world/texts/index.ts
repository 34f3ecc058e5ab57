export { freeText } from './free.ts';
export { letterSentences, letterText } from './letter.ts';
export type { ComplaintFacts } from './types.ts';
