import type { Voiceprint } from '@jianzhen/evidence';
import type { BackEnd } from './back-end/index.ts';

/**
 * Whether two prints are of one voice, as a natural log-likelihood ratio: above 0 for one voice, below for two. What to believe is the ratio
 * and the odds before anything was heard together.
 *
 * @throws CodedError `voice.models-differ`
 */
export const verify = (backEnd: BackEnd, a: Voiceprint, b: Voiceprint): number =>
  backEnd.ratio(backEnd.template(a), backEnd.template(b));
