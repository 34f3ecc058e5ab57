// From likelihood ratios to probabilities: posterior odds = ratio · prior odds. Brümmer and du Preez 2006, "Application-independent evaluation
// of speaker detection", section 2; Ramos and Gonzalez-Rodriguez 2013, "Reliable support: measuring calibration of likelihood ratios".

/**
 * What is held before anybody listens; docs/voiceprints.md says why.
 * customer: a caller who says to be the customer is; watch: a caller is on the watch-list; elsewhere: a caller also spoke for another customer;
 * staff: a channel is a member of staff's.
 */
export const PRIORS = { customer: 0.9, watch: 0.01, elsewhere: 0.01, staff: 0.5 } as const;

/**
 * Probability of one speaker, by the log-likelihood ratio (natural) and the prior. Of `candidates` at most one can be the speaker, so that
 * the prior is shared by them: the more there are, the more it takes to believe in one.
 */
export function sameSpeaker(llr: number, prior: number, candidates = 1): number {
  const share = prior / Math.max(1, candidates);
  return 1 / (1 + Math.exp(-(llr + Math.log(share / (1 - share)))));
}
