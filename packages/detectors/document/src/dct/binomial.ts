/**
 * log10 of the upper tail P(X ≥ k) of a binomial law of n trials at rate p, by Hoeffding's inequality (1963): an upper
 * bound, tight enough for numbers of false alarms, in constant time.
 */
export function logBinomialTail(n: number, k: number, p: number): number {
  if (n <= 0 || k <= 0 || k / n <= p) return 0;
  const share = Math.min(1, k / n);
  const rest = share < 1 ? (1 - share) * Math.log((1 - share) / (1 - p)) : 0;
  return (-n * (share * Math.log(share / p) + rest)) / Math.LN10;
}
